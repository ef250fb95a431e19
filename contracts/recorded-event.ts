import { Json } from './json.ts';
import { z } from './zod.ts';

/** An event type and its fields, flat, as XState has them; values that are not public are replaced by commitments. */
export const RecordedEvent = z.object({ type: z.string().min(1) }).catchall(Json);
export type RecordedEvent = z.infer<typeof RecordedEvent>;
