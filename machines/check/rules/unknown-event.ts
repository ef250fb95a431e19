import { didYouMean } from '../did-you-mean.ts';
import { listensFor } from '../event-descriptor.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';
import { sentBy } from '../sent-events.ts';
import { startedChildren } from '../started-children.ts';
import type { Subject } from '../subject.ts';

/** What a machine sends to itself or to a child must be something that the receiver listens for. */
export const unknownEvent: Rule = {
  code: 'unknown-event',
  severity: 'error',
  about: 'An action sends an event for which its receiver never listens.',
  find: (subject) => [
    ...sentBy(subject, 'raise').flatMap(({ type, action }) =>
      listens(subject, type) ? [] : [found(type, action.pointer, 'the process', heard(subject))],
    ),
    ...sentBy(subject, 'sendTo').flatMap(({ type, action }) => {
      const to = action.params?.['to'];
      const receivers = startedChildren(subject).flatMap(({ id, src }) =>
        id === to ? (subject.children.get(src) ?? []) : [],
      );
      if (
        typeof to !== 'string' ||
        receivers.length === 0 ||
        receivers.some((child) => listens(child, type))
      )
        return [];
      return [found(type, action.pointer, `the child "${to}"`, receivers.flatMap(heard))];
    }),
  ],
};

function listens(subject: Subject, type: string): boolean {
  return heard(subject).some((descriptor) => listensFor(descriptor, type));
}

function heard({ transitions }: Subject): string[] {
  return transitions.flatMap(({ trigger, name }) => (trigger === 'event' ? [name] : []));
}

function found(type: string, pointer: string, receiver: string, known: string[]): Found {
  return {
    path: pointerTo(pointer, 'params', 'event', 'type'),
    message: `"${type}" is sent, but ${receiver} listens for no such event.${didYouMean(type, known)}`,
    mend: 'Correct the name, or add `on` for it where it is to be heard.',
  };
}
