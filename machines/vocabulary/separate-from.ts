import { z } from '../../contracts/zod.ts';
import { Json } from '../../contracts/json.ts';
import { defineGuard } from './logic.ts';

/**
 * Separation of duties: whoever sends the event is none of `others`. A delegate counts as the principal, so that nobody
 * approves their own request through somebody else.
 */
export const separateFrom = defineGuard({
  params: z.strictObject({ others: z.array(Json) }),
  readsEvent: true,
  describe: ({ others }) => ({
    en: `somebody other than ${others.map(String).join(', ') || 'those who acted before'}`,
    it: `una persona diversa da ${others.map(String).join(', ') || 'chi ha già agito'}`,
  }),
  test: ({ event }, { others }) => {
    const actor = event['actor'];
    if (typeof actor !== 'object' || actor === null || Array.isArray(actor)) return false;
    const { subject, onBehalfOf } = actor as Readonly<Record<string, Json>>;
    return ![subject, onBehalfOf].some((person) => person !== undefined && others.includes(person));
  },
});
