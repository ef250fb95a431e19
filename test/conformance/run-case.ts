import { externalEvents, pick } from './express.ts';
import type { Step } from './genome.ts';
import type { LiveActor } from './live-actor.ts';
import type { Life, Observation } from './observation.ts';

export interface Outcome {
  readonly steps: number;
  readonly refused: number;
  /** Why the case ended before its last step. */
  readonly ended?: 'error';
}

export class Difference extends Error {}

/**
 * Lives the steps through on both and compares them after each. An XState actor ends with an error where a process of ours
 * stays as it was; there the comparison ends too.
 */
export async function runCase(
  open: { live: () => LiveActor; ours: () => Promise<Life> | Life },
  steps: readonly Step[],
): Promise<Outcome> {
  const live = open.live();
  const begun = await attempt(async () => open.ours());
  if (live.errors.length > 0 || !begun.ok) {
    if (live.errors.length > 0 && !begun.ok) return { steps: 0, refused: 0, ended: 'error' };
    if (live.errors.length === 0) throw begun.ok ? new Error('unreachable') : begun.error;
  }
  if (!begun.ok) throw begun.error;
  const ours = begun.value;
  await compare(live, ours, 'start');
  let refused = 0;
  for (const [index, step] of steps.entries()) {
    const told = describe(step, live);
    const result = await attempt(async () => take(step, live, ours));
    if (live.errors.length > 0) {
      if (!result.ok) return { steps: index, refused, ended: 'error' };
      throw new Difference(`${told}: XState fails with ${String(live.errors[0])}, ours does not`);
    }
    if (!result.ok) throw result.error;
    if (!result.value) refused += 1;
    await compare(live, ours, told);
  }
  return { steps: steps.length, refused };
}

async function attempt<T>(
  act: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; error: unknown }> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error };
  }
}

async function take(step: Step, live: LiveActor, ours: Life): Promise<boolean> {
  if (step.kind === 'wait') {
    live.wait(step.milliseconds);
    await ours.wait(step.milliseconds);
    return true;
  }
  const path = pathOf(step, live);
  const event = eventOf(step);
  live.send(path, event);
  return ours.send(path, event);
}

function eventOf({ event, n }: Extract<Step, { kind: 'send' }>): { type: string; n: number } {
  return { type: pick(externalEvents, event), n };
}

function pathOf({ to }: Extract<Step, { kind: 'send' }>, live: LiveActor): string[] {
  const all = paths(live.observe(), []);
  // Most events are for the root.
  return to % 3 === 0 ? pick(all, Math.floor(to / 3)) : [];
}

function paths({ children }: Observation, own: string[]): string[][] {
  return [own, ...Object.entries(children).flatMap(([id, child]) => paths(child, [...own, id]))];
}

function describe(step: Step, live: LiveActor): string {
  if (step.kind === 'wait') return `wait ${step.milliseconds}`;
  return `${pathOf(step, live).join('/') || 'root'} <- ${JSON.stringify(eventOf(step))}`;
}

async function compare(live: LiveActor, ours: Life, after: string): Promise<void> {
  const expected = { actors: live.observe(), done: perActor(live.drain()) };
  const actual = { actors: await ours.observe(), done: perActor(await ours.drain()) };
  const parts = (['actors', 'done'] as const).filter(
    (part) => text(expected[part]) !== text(actual[part]),
  );
  if (parts.length === 0) return;
  throw new Difference(
    [
      `After ${after}${live.failure}`,
      ...parts.flatMap((part) => [
        `XState: ${text(expected[part])}`,
        `ours:   ${text(actual[part])}`,
      ]),
    ].join('\n'),
  );
}

function perActor(lines: readonly string[]): Record<string, string[]> {
  const table: Record<string, string[]> = {};
  for (const line of lines) (table[line.slice(0, line.indexOf(':'))] ??= []).push(line);
  return table;
}

function text(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
