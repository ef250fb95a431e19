import { delayUses } from '../delay-uses.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';
import { startedChildren } from '../started-children.ts';

export const unusedName: Rule = {
  code: 'unused-name',
  severity: 'warning',
  about: 'A guard, action, delay or machine is defined and never used.',
  find: (subject) => {
    const { guards, actions, delays, machines } = subject.definition;
    const inUse = (kind: { type: string; occasion: { kind: string } }[]): Set<string> =>
      new Set(kind.flatMap(({ type, occasion }) => (occasion.kind === 'never' ? [] : [type])));
    return [
      ...unused('guards', 'condition', guards, inUse(subject.guards)),
      ...unused('actions', 'action', actions, inUse(subject.actions)),
      ...unused('delays', 'deadline', delays, new Set(delayUses(subject).map(({ name }) => name))),
      ...unused(
        'machines',
        'machine',
        machines,
        new Set(startedChildren(subject).map(({ src }) => src)),
      ),
    ];
  },
};

function unused(
  table: string,
  what: string,
  defined: object | undefined,
  used: ReadonlySet<string>,
): Found[] {
  return Object.keys(defined ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({
      path: pointerTo('', table, name),
      message: `The ${what} "${name}" is never used.`,
      mend: 'Use it or remove it; perhaps another name was misspelt.',
    }));
}
