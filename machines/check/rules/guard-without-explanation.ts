import { pointerTo } from '../json-pointer.ts';
import { resolveStateIn } from '../resolve-target.ts';
import type { Rule } from '../rule.ts';

export const guardWithoutExplanation: Rule = {
  code: 'guard-without-explanation',
  severity: 'warning',
  about: 'People who ask «why not yet?» would get no words for a condition.',
  find: ({ guards, tree, definition }) =>
    guards.flatMap(({ type, params, pointer, through }) => {
      const state = params?.['state'];
      if (type !== 'stateIn' || typeof state !== 'string') return [];
      if (through.some((name) => definition.guards?.[name]?.title !== undefined)) return [];
      const node = resolveStateIn(tree, state);
      if (node === undefined || node.config.meta?.title !== undefined) return [];
      return [
        {
          path: pointerTo(pointer),
          message: `The condition asks whether the process is in "${state}", which has no title to say it with.`,
          mend: 'Give that state a `meta.title`, or name the condition in `guards` with a `title`.',
        },
      ];
    }),
};
