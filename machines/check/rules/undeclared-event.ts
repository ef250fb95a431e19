import { didYouMean } from '../did-you-mean.ts';
import { listensFor } from '../event-descriptor.ts';
import type { Rule } from '../rule.ts';
import { sentBy, sentByChildren } from '../sent-events.ts';

export const undeclaredEvent: Rule = {
  code: 'undeclared-event',
  severity: 'error',
  about:
    'A state listens for an event that is neither declared nor sent by the process or a child.',
  find: (subject) => {
    const declared = Object.keys(subject.definition.events);
    const sent = [...sentBy(subject, 'raise').map(({ type }) => type), ...sentByChildren(subject)];
    return subject.transitions
      .filter(
        ({ trigger, name }) =>
          trigger === 'event' &&
          !name.startsWith('xstate.') &&
          ![...declared, ...sent].some((type) => listensFor(name, type)),
      )
      .map(({ name, pointer }) => ({
        path: pointer,
        message: `It waits for "${name}", but there is no such event.${didYouMean(name, declared)}`,
        mend: 'Declare it in `events` with who may send it, or correct the name.',
      }));
  },
};
