import { z } from '../../contracts/zod.ts';
import { Json } from '../../contracts/json.ts';
import { defineGuard } from './logic.ts';

/** `items` (a list) has at least `atLeast` members. `what` names them in the explanation. */
export const countAtLeast = defineGuard({
  params: z.strictObject({
    items: z.array(Json),
    atLeast: z.number(),
    what: z.string().optional(),
  }),
  describe: ({ items, atLeast, what }) => ({
    en: `at least ${atLeast} ${what ?? 'items'} (now ${items.length})`,
    it: `almeno ${atLeast} ${what ?? 'elementi'} (ora ${items.length})`,
  }),
  test: (_sight, { items, atLeast }) => items.length >= atLeast,
});
