import { z } from './zod.ts';
import { Json } from './json.ts';
import { RecordedEvent } from './recorded-event.ts';
import { Instant } from './ids.ts';

/**
 * When a deadline falls: `at` an instant, or a rule for the calendar to resolve: `plus` (ISO 8601 duration, or business days
 * `P10BD`, or clear days `P5CD`) after `from`. `roll` moves a day that is no working day.
 */
export const DueRule = z.strictObject({
  from: z.string(),
  plus: z.string().optional(),
  minus: z.string().optional(),
  roll: z.enum(['none', 'following', 'preceding']).optional(),
});
export type DueRule = z.infer<typeof DueRule>;

/**
 * What one step asks of the outside world, in order. `arm`/`cancel` are timers, `invoke`/`stop` actors, `send` an event to
 * another process, `effect` an activity, `emit` and `log` are for whoever listens.
 */
export const Effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('arm'),
    id: z.string(),
    generation: z.int(),
    event: RecordedEvent,
    /** Whom the event goes to when it is not the process itself. */
    to: z.string().optional(),
    /** Which actor of that id: a later one is another. */
    toGeneration: z.int().optional(),
    dueAt: Instant.optional(),
    rule: DueRule.optional(),
  }),
  z.strictObject({ kind: z.literal('cancel'), id: z.string(), generation: z.int() }),
  z.strictObject({
    kind: z.literal('invoke'),
    id: z.string(),
    generation: z.int(),
    src: z.string(),
    input: Json.optional(),
  }),
  z.strictObject({ kind: z.literal('stop'), id: z.string(), generation: z.int() }),
  z.strictObject({
    kind: z.literal('send'),
    to: z.string(),
    generation: z.int().optional(),
    event: RecordedEvent,
  }),
  z.strictObject({ kind: z.literal('effect'), type: z.string(), params: Json.optional() }),
  z.strictObject({ kind: z.literal('emit'), event: RecordedEvent }),
  z.strictObject({ kind: z.literal('log'), label: z.string().optional(), value: Json.optional() }),
]);
export type Effect = z.infer<typeof Effect>;
