import { listensFor } from './event-descriptor.ts';
import { propertiesOf } from './fields.ts';
import type { Occasion } from './occasion.ts';
import type { Subject } from './subject.ts';
import { sentBy, sentByChildren } from './sent-events.ts';

/** What every event has, beside its own fields. */
const always = ['type', 'at', 'actor'];
const whenChildEnds: Readonly<Record<string, readonly string[]>> = {
  childDone: ['output', 'actorId'],
  childError: ['error', 'actorId'],
  childSnapshot: ['snapshot', 'actorId'],
  stateDone: ['output'],
};

/** The declared events that may be the `event` of an expression. */
export function possibleEvents({ definition }: Subject, occasion: Occasion): string[] {
  const declared = Object.keys(definition.events);
  if (occasion.kind === 'any') return declared;
  if (occasion.kind !== 'transition' || occasion.transition.trigger !== 'event') return [];
  const { name } = occasion.transition;
  return declared.filter((type) => listensFor(name, type));
}

/** The fields of `event` that an expression may look at; nothing when they cannot be known. */
export function visibleFields(subject: Subject, occasion: Occasion): Set<string> | undefined {
  if (occasion.kind === 'never' || occasion.kind === 'start') return undefined;
  const fields = possibleEvents(subject, occasion).flatMap((type) =>
    Object.keys(propertiesOf(subject.definition.events[type]?.schema)),
  );
  if (occasion.kind === 'transition') {
    const { trigger, name } = occasion.transition;
    if (trigger !== 'event') return new Set([...always, ...(whenChildEnds[trigger] ?? [])]);
    return isUndeclared(subject, name) ? undefined : new Set([...always, ...fields]);
  }
  const raised = sentBy(subject, 'raise').flatMap(({ template }) => Object.keys(template));
  return [...sentByChildren(subject)].some((type) => isUndeclared(subject, type))
    ? undefined
    : new Set([...always, ...fields, ...raised, ...Object.values(whenChildEnds).flat(), 'input']);
}

function isUndeclared({ definition }: Subject, descriptor: string): boolean {
  return (
    descriptor === '*' || descriptor.endsWith('.*') || !Object.hasOwn(definition.events, descriptor)
  );
}
