import { pointerTo } from '../json-pointer.ts';
import { invocationsOf } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';

export const unheardSnapshot: Rule = {
  code: 'unheard-snapshot',
  severity: 'error',
  about: 'A state waits for the snapshots of a child, which are never sent between processes.',
  find: ({ tree }) =>
    tree.nodes.flatMap((node) =>
      invocationsOf(node)
        .filter(({ config }) => config.onSnapshot !== undefined)
        .map(({ config, pointer }) => ({
          path: pointerTo(pointer, 'onSnapshot'),
          message: `\`onSnapshot\` of "${config.id}" would never happen: a child is a process of its own, and tells its parent only what it sends.`,
          mend: 'Let the child tell its parent with sendParent, and listen for that event.',
        })),
    ),
};
