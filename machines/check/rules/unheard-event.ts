import { listensFor } from '../event-descriptor.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { sentByChildren } from '../sent-events.ts';

export const unheardEvent: Rule = {
  code: 'unheard-event',
  severity: 'warning',
  about: 'An event is declared that no state listens for, and that is no news of a child.',
  find: (subject) => {
    const heard = subject.transitions.flatMap(({ trigger, name }) =>
      trigger === 'event' ? [name] : [],
    );
    const news = sentByChildren(subject);
    return Object.keys(subject.definition.events)
      .filter(
        (type) => !news.has(type) && !heard.some((descriptor) => listensFor(descriptor, type)),
      )
      .map((type) => ({
        path: pointerTo('/events', type),
        message: `"${type}" can be sent, but no state ever takes it.`,
        mend: 'Add `on` for it in the states where it may happen, or remove it.',
      }));
  },
};
