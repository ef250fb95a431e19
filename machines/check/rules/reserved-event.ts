import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';

export const reservedEvent: Rule = {
  code: 'reserved-event',
  severity: 'error',
  about: 'An event has a name that only the engine may use.',
  find: ({ definition }) =>
    Object.keys(definition.events)
      .filter((type) => /^(xstate|statehouse)\./.test(type) || type.includes('*'))
      .map((type) => ({
        path: pointerTo('/events', type),
        message: `"${type}" cannot be an event: names with *, and those that begin with xstate. or statehouse., are the engine's.`,
        mend: 'Name it noun.pastTense, such as act.introduced.',
      })),
};
