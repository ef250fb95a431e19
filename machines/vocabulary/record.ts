import { z } from '../../contracts/zod.ts';
import type { Json } from '../../contracts/json.ts';
import { JsonObject } from '../../contracts/json.ts';
import { defineAssign } from './logic.ts';

/**
 * Appends to the list `list` in the context: `fields`, with `at` (the instant of the fact) and, for an event that somebody sent,
 * `by` (the sender's subject).
 */
export const record = defineAssign({
  params: z.strictObject({ list: z.string(), fields: JsonObject }),
  assign: ({ context, event, now }, { list, fields }) => {
    const items = context[list];
    const actor = event['actor'];
    const by =
      typeof actor === 'object' && actor !== null && 'subject' in actor
        ? { by: actor.subject }
        : {};
    const item: Json = { at: now, ...by, ...fields };
    return { [list]: [...(Array.isArray(items) ? (items as readonly Json[]) : []), item] };
  },
});
