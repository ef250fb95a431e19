import { liveUntil } from '../../client/live-until.ts';
import type { ProcessClient } from '../../client/process-client.ts';
import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { endsAs } from '../../machines/council-history/live-history.ts';
import type { MatterScript, Refusal } from '../../machines/council-history/matter-script.ts';

export interface DurableOutcome {
  readonly id: string;
  readonly value: Json;
  readonly refusal?: Refusal;
  readonly agrees: boolean;
}

/**
 * Lives a matter as a real process on Temporal: its clock goes from entry to entry by skipping time, the deadlines on the way
 * fire, and every entry is sent as an update. The server must be able to skip time.
 */
export async function liveDurably(
  client: ProcessClient,
  script: MatterScript,
): Promise<DurableOutcome> {
  const { id, file, definition, input, startedBy, startsAt, status, steps } = script;
  await client.start({ id, definition, input, startedBy, rehearsal: { startsAt } });
  let refusal = script.unreadable;
  let now = startsAt;
  for (const { entry, action, at, event, actor } of steps) {
    if (at > now) await liveUntil(client, id, at);
    now = at;
    try {
      await client.send(id, event, { actor, idempotencyKey: `entry-${entry}` });
    } catch (error) {
      if (!(error instanceof StatehouseError) || !refusals.has(error.code)) throw error;
      refusal = { file, entry, action, reason: error.message };
      break;
    }
  }
  const { value } = await client.snapshot(id);
  return {
    id,
    value,
    agrees: refusal === undefined && endsAs(status, value),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** What a process answers to an entry that it does not take; anything else is a fault of ours. */
const refusals = new Set(['UnknownEvent', 'NotYourRole', 'InvalidPayload', 'NotAllowedNow']);
