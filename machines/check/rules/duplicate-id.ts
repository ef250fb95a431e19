import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { nameOf } from '../state-tree.ts';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  about: 'Two states have the same id.',
  find: ({ tree }) =>
    tree.nodes.flatMap((node, index) => {
      const other = tree.nodes.slice(0, index).find(({ id }) => id === node.id);
      if (other === undefined) return [];
      return [
        {
          path: pointerTo(node.pointer, ...(node.config.id === undefined ? [] : ['id'])),
          message: `${nameOf(node)} and ${nameOf(other)} have the same id "${node.id}".`,
          mend: 'Give one of them another id.',
        },
      ];
    }),
};
