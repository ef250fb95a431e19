import { parseArgs } from 'node:util';
import { checkMachines, startsAt, type Findings } from '../test/conformance/check-machines.ts';
import { casesOnServer } from '../test/conformance/genome.ts';
import { OnServer } from '../test/conformance/on-server.ts';
import { City } from '../test/helpers/city.ts';

const { values: options } = parseArgs({
  options: {
    machines: { type: 'string', default: '2000' },
    'on-server': { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(options.seed);

report('without Temporal', await checkMachines(Number(options.machines), seed));
const onServer = Number(options['on-server']);
if (onServer > 0) {
  await using city = await City.open({ timeSkipping: true });
  let count = 0;
  const open = (definition: Parameters<typeof OnServer.begin>[2]): Promise<OnServer> =>
    OnServer.begin(city, `case-${(count += 1)}`, definition, startsAt);
  const findings = await checkMachines(onServer, seed, open, {
    genomes: casesOnServer,
    second: 86_400_000,
  });
  report('on a server', findings);
}

function report(where: string, { difference, ...counts }: Findings): void {
  process.stdout.write(`${where}: ${JSON.stringify(counts)}\n`);
  if (difference === undefined) return;
  process.stdout.write(`${difference}\n`);
  process.exitCode = 1;
}
