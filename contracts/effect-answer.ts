import { RecordedEvent } from './recorded-event.ts';
import { z } from './zod.ts';

/** What outside work tells the process that asked for it: events, recorded in this order. Most work tells nothing. */
export const EffectAnswer = z.strictObject({ events: z.array(RecordedEvent).max(100) });
export type EffectAnswer = z.infer<typeof EffectAnswer>;
