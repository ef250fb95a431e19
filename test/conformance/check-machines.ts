import fc from 'fast-check';
import type { Definition } from '../../contracts/definition/definition.ts';
import { express } from './express.ts';
import { cases, type CaseGenome } from './genome.ts';
import { LiveActor } from './live-actor.ts';
import type { Life } from './observation.ts';
import { PureLife } from './pure-life.ts';
import { runCase } from './run-case.ts';

/** When every case begins. */
export const startsAt = '2030-01-01T00:00:00.000Z';

export interface Findings {
  readonly seed: number;
  readonly machines: number;
  readonly steps: number;
  /** Events that the machine did not take, on either side. */
  readonly refused: number;
  /** Cases that ended where a guard, an action or XState itself failed. */
  readonly failed: number;
  /** What differs, and the smallest case in which it does. */
  readonly difference?: string;
}

type Open = (definition: Definition) => Life | Promise<Life>;

/**
 * Lives random machines through on XState's own actor and on ours, and compares them after every step.
 *
 * @param ours how ours is opened; without Temporal if not given
 */
export async function checkMachines(
  machines: number,
  seed: number,
  ours: Open = (definition) => new PureLife(definition, startsAt, { a: 0 }),
  { genomes, second }: { genomes: fc.Arbitrary<CaseGenome>; second: number } = {
    genomes: cases,
    second: 1000,
  },
): Promise<Findings> {
  const counts = { machines: 0, steps: 0, refused: 0, failed: 0 };
  const property = fc.asyncProperty(genomes, async ({ machine, steps }) => {
    const definition = express(machine, 'm', second);
    const scaled = steps.map((step) =>
      step.kind === 'wait' ? { ...step, milliseconds: (step.milliseconds * second) / 1000 } : step,
    );
    const live = (): LiveActor => new LiveActor(definition, startsAt, { a: 0 });
    const outcome = await runCase({ live, ours: () => ours(definition) }, scaled);
    counts.machines += 1;
    counts.steps += outcome.steps;
    counts.refused += outcome.refused;
    counts.failed += outcome.ended === 'error' ? 1 : 0;
  });
  const result = await fc.check(property, { numRuns: machines, seed });
  if (!result.failed) return { seed, ...counts };
  const [found] = result.counterexample ?? [];
  const reason =
    result.errorInstance instanceof Error
      ? result.errorInstance.message
      : String(result.errorInstance);
  const smallest =
    found === undefined ? '' : `${brief(express(found.machine))}\n${JSON.stringify(found.steps)}`;
  return { seed, ...counts, difference: `${smallest}\n${reason}` };
}

/** The machines of a definition without what is empty. */
function brief({ id, machine, machines }: Definition): string {
  const own = JSON.stringify(machine, (_key, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  const inner = Object.values(machines ?? {}).filter((child) => child.id !== 'broken');
  return [`${id}: ${own}`, ...inner.map((child) => brief(child))].join('\n');
}
