import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';

export const numericDelay: Rule = {
  code: 'numeric-delay',
  severity: 'warning',
  about: 'A deadline in milliseconds has no stable name to speak of it or to postpone it.',
  find: ({ tree }) =>
    tree.nodes.flatMap((node) =>
      Object.keys(node.config.after ?? {})
        .filter((name) => /^\d+$/.test(name))
        .map((name) => ({
          path: pointerTo(node.pointer, 'after', name),
          message: `The deadline is given as ${name} milliseconds.`,
          mend: 'Name it in `delays`, with a duration such as PT72H; a change of length then keeps its name.',
        })),
    ),
};
