import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Definition } from '../contracts/definition/definition.ts';
import { express } from '../test/conformance/express.ts';
import { cases } from '../test/conformance/genome.ts';
import { LiveActor } from '../test/conformance/live-actor.ts';
import { PureLife } from '../test/conformance/pure-life.ts';
import { runCase } from '../test/conformance/run-case.ts';

const { values } = parseArgs({
  options: {
    machines: { type: 'string', default: '2000' },
    shrink: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
function brief(definition: Definition): string {
  return JSON.stringify(
    {
      machine: definition.machine,
      machines: Object.entries(definition.machines ?? {})
        .filter(([k]) => k !== 'broken')
        .map(([name, child]) => [name, JSON.parse(brief(child))]),
    },
    (_key, value) => {
      if (Array.isArray(value) && value.length === 0) return undefined;
      if (value?.['@expr'] !== undefined) return value['@expr'];
      if (value && typeof value === 'object' && Object.keys(value).length === 0) return undefined;
      return value;
    },
  );
}
const startsAt = '2030-01-01T00:00:00.000Z';
const seed = Number(values.seed);
const counts = { cases: 0, steps: 0, refused: 0, errors: 0 };
const result = await fc.check(
  fc.asyncProperty(cases, async ({ machine, steps }) => {
    const definition = express(machine);
    const outcome = await runCase(
      {
        live: () => new LiveActor(definition, startsAt, { a: 0 }),
        ours: () => new PureLife(definition, startsAt, { a: 0 }),
      },
      steps,
    );
    counts.cases += 1;
    counts.steps += outcome.steps;
    counts.refused += outcome.refused;
    counts.errors += outcome.ended === 'error' ? 1 : 0;
  }),
  { numRuns: Number(values.machines), seed, endOnFailure: !values.shrink },
);
console.log(JSON.stringify({ seed, ...counts }));
if (result.failed) {
  const [found] = result.counterexample ?? [];
  if (found !== undefined) {
    console.log(brief(express(found.machine)));
    console.log(JSON.stringify(found.steps));
  }
  console.log(result.errorInstance);
  process.exitCode = 1;
}
