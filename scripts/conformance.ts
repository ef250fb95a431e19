import { parseArgs } from 'node:util';
import { checkMachines } from '../test/conformance/check-machines.ts';

const { values: options } = parseArgs({
  options: {
    machines: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

const { difference, ...counts } = await checkMachines(
  Number(options.machines),
  Number(options.seed),
);
process.stdout.write(`${JSON.stringify(counts)}\n`);
if (difference !== undefined) {
  process.stdout.write(`${difference}\n`);
  process.exitCode = 1;
}
