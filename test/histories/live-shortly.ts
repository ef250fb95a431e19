import { settled } from '../../client/live-until.ts';
import type { ProcessClient } from '../../client/process-client.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { inputs } from './inputs.ts';
import { sampleValue } from './sample-value.ts';

/**
 * A short life of a process: it takes some of what `next` says is possible, each event from whoever may send it.
 *
 * @returns the ids of the process and of its children
 */
export async function liveShortly(
  client: ProcessClient,
  id: string,
  definition: Definition,
  steps: number,
): Promise<string[]> {
  const sample = sampleValue(definition.input ?? { type: 'object' }) as JsonObject;
  const input = { ...sample, ...inputs[definition.id] };
  await client.start({ id, definition, input, startedBy: { subject: 'ada', roles: ['clerk'] } });
  const tried = new Map<string, number>();
  for (let step = 0; step < steps; step += 1) {
    await settled(client, id);
    const { events, status } = await client.next(id);
    if (status !== 'active') break;
    const [event] = events
      .filter(({ possible }) => possible)
      .sort((one, other) => (tried.get(one.type) ?? 0) - (tried.get(other.type) ?? 0));
    if (event === undefined) break;
    tried.set(event.type, (tried.get(event.type) ?? 0) + 1);
    const fields = sampleValue(definition.events[event.type]?.schema ?? { type: 'object' });
    const actor = { subject: `person-${step}`, roles: event.by.map(({ role }) => role) };
    try {
      await client.send(id, { ...(fields as JsonObject), type: event.type }, { actor });
    } catch (error) {
      // The plainest fields do not always make sense; the refusal has left no trace.
      if (!(error instanceof StatehouseError)) throw error;
    }
  }
  const family = await settled(client, id);
  return [...new Set([id, ...family.map(({ process }) => process)])];
}
