import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { rightNode } from './right-node.mjs';
import { runNode } from './run-node.mjs';

const self = fileURLToPath(import.meta.url);
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

ensureInstalled();
const node = rightNode();
process.exitCode =
  node === process.execPath
    ? await testHere(process.argv.slice(2))
    : await runNode(node, [self, ...process.argv.slice(2)]);

async function testHere(args) {
  const cli = await temporalCli();
  if (cli === undefined) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'statehouse-test-'));
  try {
    const results = join(folder, 'results.json');
    const skips = process.env.STATEHOUSE_SKIPS ?? join(folder, 'skips.txt');
    const code = await runNode(node, [jest, ...jestArguments(args, results)], {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
      TEMPORAL_CLI_PATH: cli,
      STATEHOUSE_SKIPS: skips,
    });
    printSkips(skips);
    printCounts(results);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fetched before the tests, so that no test waits for a download. */
async function temporalCli() {
  const { dataFolderPath } = await import('../embedded/data-folder.ts');
  const { findTemporalCli } = await import('../embedded/find-temporal-cli.ts');
  try {
    return (await findTemporalCli({ home: dataFolderPath() })).path;
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

function jestArguments(args, results) {
  const hasWorkers = args.some((arg) => /^(--maxWorkers|-w|--runInBand|-i)\b/.test(arg));
  return ['--json', `--outputFile=${results}`, ...(hasWorkers ? [] : ['--maxWorkers=2']), ...args];
}

function printSkips(file) {
  if (!existsSync(file)) return;
  const reasons = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean));
  for (const reason of reasons) console.log(`Skipped: ${reason}`);
}

function printCounts(file) {
  if (!existsSync(file)) return;
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests to count, and is a failure all the same.
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
}
