import { officialStates } from '../official-states.ts';
import type { Rule } from '../rule.ts';
import { isWithin, nameOf } from '../state-tree.ts';

export const officialUnattended: Rule = {
  code: 'official-unattended',
  severity: 'error',
  about: 'Somebody must be responsible for an official service.',
  find: (subject) =>
    officialStates(subject)
      .filter(
        (node) =>
          node.type !== 'final' &&
          !subject.tree.nodes.some(
            (other) =>
              (isWithin(other, node) || isWithin(node, other)) &&
              (other.config.meta?.responsible ?? []).length > 0,
          ),
      )
      .map((node) => ({
        path: node.pointer,
        message: `Nobody is responsible for what became official in ${nameOf(node)}.`,
        mend: 'Name the roles in `meta.responsible`.',
      })),
};
