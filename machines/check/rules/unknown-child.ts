import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { startedChildren } from '../started-children.ts';

export const unknownChild: Rule = {
  code: 'unknown-child',
  severity: 'error',
  about: 'An action addresses a child process that nothing starts under this id.',
  find: (subject) => {
    const children = startedChildren(subject);
    // An id that is computed may be any.
    if (children.some(({ id }) => id === undefined)) return [];
    const known = children.flatMap(({ id }) => id ?? []);
    return subject.actions.flatMap(({ type, params, pointer }) => {
      const field = type === 'sendTo' ? 'to' : 'id';
      const id = params?.[field];
      if ((type !== 'sendTo' && type !== 'stopChild') || typeof id !== 'string') return [];
      if (known.includes(id)) return [];
      return [
        {
          path: pointerTo(pointer, 'params', field),
          message: `No child process has the id "${id}".${didYouMean(id, known)}`,
          mend: 'Use the `id` of an `invoke` or of a `spawnChild`.',
        },
      ];
    });
  },
};
