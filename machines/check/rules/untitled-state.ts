import { pointerTo } from '../json-pointer.ts';
import { passesAtOnce } from '../reachable-states.ts';
import type { Rule } from '../rule.ts';
import { nameOf } from '../state-tree.ts';

export const untitledState: Rule = {
  code: 'untitled-state',
  severity: 'warning',
  about: 'A state in which a process can be seen has no title for people.',
  find: ({ tree }) =>
    tree.nodes
      .filter(
        (node) =>
          (node.type === 'atomic' || node.type === 'final') &&
          node.parent !== undefined &&
          !passesAtOnce(node) &&
          node.config.meta?.title === undefined,
      )
      .map((node) => ({
        path: pointerTo(node.pointer),
        message: `${nameOf(node)} has no title, so pages would show its technical name.`,
        mend: 'Give `meta.title` in every language.',
      })),
};
