import { z } from './zod.ts';
import { Actor } from './actor.ts';
import { Json } from './json.ts';

/** Who sends an event, and the key under which a retry gets the first answer. Default key: Temporal's update id. */
export const SendMeta = z.strictObject({
  actor: Actor,
  idempotencyKey: z.string().min(1).max(200).optional(),
});
export type SendMeta = z.infer<typeof SendMeta>;

/** An event on its way in: `type` and its fields, flat, as XState has them. */
export const SentEvent = z.object({ type: z.string().min(1).max(200) }).catchall(Json);
export type SentEvent = z.infer<typeof SentEvent>;

/** What the sender of an accepted event is told. `duplicate`: the key was known, this is the first answer again. */
export interface SendResult {
  readonly seq: number;
  readonly at: string;
  readonly value: Json;
  readonly status: 'active' | 'done' | 'error' | 'stopped';
  readonly hash: string;
  readonly duplicate?: boolean;
}
