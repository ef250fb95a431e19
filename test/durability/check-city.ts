import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { eventually } from '../helpers/eventually.ts';
import type { EventStream } from './event-stream.ts';
import type { FallibleCity } from './fallible-city.ts';

export interface CityReport {
  /** What is wrong, in words; nothing when all is well. */
  readonly findings: readonly string[];
  readonly processes: number;
  readonly entries: number;
  readonly timers: number;
  readonly completions: number;
  readonly acknowledged: number;
  /** Events whose sender went away without an answer: taken whole, or not at all. */
  readonly abandonedTaken: number;
  readonly abandonedAbsent: number;
  readonly runs: number;
  readonly drainMs: number;
}

const drainPatience = 150_000;

/** Waits until the ledger has everything, then holds each process to what its senders were told, and replays every history. */
export async function checkCity(city: FallibleCity, stream: EventStream): Promise<CityReport> {
  await using ledger = await city.openLedger();
  const began = Date.now();
  const runs = await allRuns(city);
  const processes = [...new Set(runs.map(({ workflowId }) => workflowId))].sort();
  const findings: string[] = [...city.surprises];
  const records = new Map<string, LedgerEntry[]>();
  for (const process of processes) {
    const undrained = await drain(city, ledger, process);
    if (undrained !== undefined) findings.push(`${process}: ${undrained}`);
  }
  const drainMs = Date.now() - began;
  for (const process of processes) {
    const entries = [];
    for await (const entry of ledger.readEntries({ process })) entries.push(entry);
    records.set(process, entries);
    const { ok, findings: wrong } = await verifyProcess(ledger, process);
    if (!ok) findings.push(`${process}: ${JSON.stringify(wrong.slice(0, 3))}`);
  }
  findings.push(...checkKeys(records, stream), ...checkOnce(records), ...checkCounts(records));
  findings.push(...(await replay(city, runs)));
  const all = [...records.values()].flat();
  const ofKind = (kind: LedgerEntry['kind']): number => all.filter((e) => e.kind === kind).length;
  const taken = [...stream.abandoned].filter((name) => all.some((e) => nameOf(e) === name)).length;
  return {
    findings,
    processes: processes.length,
    entries: all.length,
    timers: ofKind('timer'),
    completions: ofKind('completion'),
    acknowledged: stream.acknowledged.length,
    abandonedTaken: taken,
    abandonedAbsent: stream.abandoned.size - taken,
    runs: runs.length,
    drainMs,
  };
}

interface Run {
  readonly workflowId: string;
  readonly runId: string;
}

/** Runs of the same process too, which continue-as-new makes. The list lags behind, so it is asked until it stands still. */
async function allRuns(city: FallibleCity): Promise<Run[]> {
  let before = -1;
  for (;;) {
    const runs: Run[] = [];
    for await (const { workflowId, runId } of city.client.temporal.workflow.list())
      runs.push({ workflowId, runId });
    if (runs.length === before) return runs;
    before = runs.length;
    await sleep(2_000);
  }
}

/** Says what is missing when the ledger does not get there. */
async function drain(
  city: FallibleCity,
  ledger: Ledger,
  process: string,
): Promise<string | undefined> {
  try {
    await eventually(async () => {
      const { seq, hash, unflushed } = await city.client.ledgerHead(process);
      if (unflushed > 0) throw new Error(`${unflushed} entries wait for the ledger.`);
      const head = await ledger.readHead(process);
      if (head?.seq === seq && head.hash === hash) return;
      throw new Error(`The process is at ${seq}, the ledger at ${head?.seq ?? 'nothing'}.`);
    }, drainPatience);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const nameOf = ({ process, key = '' }: LedgerEntry): string => `${process} ${key}`;

/** Every acknowledged key once, with the number and hash that its sender was told; no other key but those given up. */
function checkKeys(
  records: ReadonlyMap<string, readonly LedgerEntry[]>,
  { acknowledged, abandoned }: EventStream,
): string[] {
  const findings: string[] = [];
  const found = new Map<string, LedgerEntry>();
  for (const entry of [...records.values()].flat()) {
    if (entry.key === undefined) continue;
    const name = nameOf(entry);
    if (found.has(name)) findings.push(`${name} is there twice.`);
    found.set(name, entry);
  }
  const answered = new Set<string>();
  for (const { process, key, answer } of acknowledged) {
    const name = `${process} ${key}`;
    answered.add(name);
    const entry = found.get(name);
    if (entry === undefined) findings.push(`${name} was acknowledged and is not there.`);
    else if (entry.seq !== answer.seq || entry.hash !== answer.hash)
      findings.push(`${name} is entry ${entry.seq}; its sender was told ${answer.seq}.`);
  }
  for (const name of found.keys())
    if (!answered.has(name) && !abandoned.has(name)) findings.push(`Nobody sent ${name}.`);
  return findings;
}

/** Each deadline and each child's end at most once, by the generation that tells one from the next. */
function checkOnce(records: ReadonlyMap<string, readonly LedgerEntry[]>): string[] {
  const findings: string[] = [];
  const seen = new Set<string>();
  for (const { process, kind, about } of [...records.values()].flat()) {
    if (about === undefined || (kind !== 'timer' && kind !== 'completion')) continue;
    const name = `${process} ${kind} ${about.id} ${about.generation}`;
    if (seen.has(name)) findings.push(`${name} came twice.`);
    seen.add(name);
  }
  return findings;
}

/** What was begun has ended: each round of the vigil by a return, a recall or the vigil's end; each permit decided. */
function checkCounts(records: ReadonlyMap<string, readonly LedgerEntry[]>): string[] {
  const findings: string[] = [];
  const vigil = records.get('vigil') ?? [];
  const count = (test: (entry: LedgerEntry) => boolean): number => vigil.filter(test).length;
  const hours = count(({ kind }) => kind === 'timer');
  const returns = count(({ kind }) => kind === 'completion');
  const calls = count(({ event }) => event.type === 'watchman.called');
  const recalls = count(({ event }) => event.type === 'watchman.recalled');
  const cutOff = count(({ event, from }) => event.type === 'vigil.ended' && from === 'round');
  if (hours !== returns + recalls + cutOff)
    findings.push(`vigil: ${hours} watchmen went, ${returns} came, ${recalls + cutOff} recalled.`);
  // A watchman calls before he comes home; he who is recalled may have called.
  if (calls < returns || calls > hours)
    findings.push(`vigil: ${returns} watchmen came and ${calls} called.`);
  for (const [process, entries] of records) {
    const asked = entries.filter(({ event }) => event.type === 'question.asked').length;
    if (process.includes('watchman') && asked !== 1)
      findings.push(`${process} was asked ${asked} times.`);
    const last = entries.at(-1);
    const [parent = ''] = process.split(/\.(?=[^.]+\.\d+$)/);
    if (process.includes('watchman') && last?.status === 'active')
      findings.push(`${process} is still on his round.`);
    if (!records.has(parent)) findings.push(`${process} has no parent on record.`);
    if (last?.to === 'broken' || last?.to === 'refused') findings.push(`${process}: ${last.to}.`);
  }
  return findings;
}

async function replay(city: FallibleCity, runs: readonly Run[]): Promise<string[]> {
  const findings: string[] = [];
  const histories = (async function* () {
    for (const { workflowId, runId } of runs) {
      const handle = city.client.temporal.workflow.getHandle(workflowId, runId);
      yield { workflowId, history: await handle.fetchHistory() };
    }
  })();
  const replaying = Worker.runReplayHistories({ workflowBundle: city.bundle }, histories);
  for await (const { workflowId, error } of replaying)
    if (error !== undefined) findings.push(`${workflowId} does not replay: ${error.message}`);
  return findings;
}
