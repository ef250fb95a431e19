import { setTimeout as sleep } from 'node:timers/promises';
import { verifyProcess } from '../../audit/verify-process.ts';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import type { ProcessClient } from '../../client/process-client.ts';
import { liveHistory } from '../../machines/council-history/live-history.ts';
import type { MatterScript } from '../../machines/council-history/matter-script.ts';
import { liveDurably } from './live-durably.ts';
import { dueIn } from './register-clock.ts';
import type { Place } from './trial-city.ts';

/** What living matters on Temporal came to, beside living them purely. */
export interface SampleReport {
  readonly matters: number;
  readonly accepted: number;
  readonly agree: number;
  /** Ended in the very state in which the pure life ends. */
  readonly sameEnd: number;
  /** Ledger chains that are whole and lead to the recorded states. */
  readonly wholeChains: number;
  readonly entries: number;
  /** Ids of the processes. */
  readonly ids: readonly string[];
  /** Everything that is not as it should be. */
  readonly wrong: readonly string[];
}

const atOnce = 8;

/** Lives matters on Temporal, several at once, and compares each with its pure life and with its ledger. */
export async function liveSample(
  place: Place,
  scripts: readonly MatterScript[],
  onStep: () => void = () => undefined,
): Promise<SampleReport> {
  const count = { accepted: 0, agree: 0, sameEnd: 0, wholeChains: 0, entries: 0 };
  const wrong: string[] = [];
  const left = [...scripts];
  const liveOn = async (): Promise<void> => {
    for (let script = left.shift(); script !== undefined; script = left.shift()) {
      await compare(place, script, count, wrong);
      onStep();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, liveOn));
  return { matters: scripts.length, ...count, ids: scripts.map(({ id }) => id), wrong };
}

async function compare(
  { client, ledger }: Place,
  script: MatterScript,
  count: Record<'accepted' | 'agree' | 'sameEnd' | 'wholeChains' | 'entries', number>,
  wrong: string[],
): Promise<void> {
  const pure = liveHistory(script, dueIn);
  const durable = await liveDurably(client, script);
  await recorded(client, script.id);
  const verdict = await verifyProcess(ledger, script.id);
  count.entries += verdict.entries;
  if (durable.refusal === undefined) count.accepted += 1;
  if (durable.agrees) count.agree += 1;
  if (verdict.ok) count.wholeChains += 1;
  else wrong.push(`${script.file}: ${verdict.findings.map(({ message }) => message).join('; ')}`);
  const sameRefusal = durable.refusal?.entry === pure.refusal?.entry;
  if (sameRefusal && canonicalJson(durable.value) === canonicalJson(pure.value)) count.sameEnd += 1;
  else {
    const [there, here] = [durable, pure].map(({ value, refusal }) =>
      JSON.stringify([value, refusal?.entry ?? null]),
    );
    wrong.push(`${script.file}: on Temporal it ends at ${there ?? ''}, purely at ${here ?? ''}`);
  }
}

/** Waits until all that happened is in the ledger. */
async function recorded(client: ProcessClient, id: string): Promise<void> {
  for (;;) {
    const { backlog } = await client.snapshot(id);
    if (backlog.entries === 0) return;
    await sleep(20);
  }
}
