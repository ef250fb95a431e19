import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { readMatters } from '../../cli/council/read-matters.ts';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';

const folder = process.env['STATEHOUSE_COUNCIL_DATA'];

/** The real histories lie outside the repository. */
export const councilFile = (name: 'introductions' | 'resolutions'): string =>
  join(folder ?? '', `${name}.jsonl.gz`);

/** Runs tests on real council histories; says loudly that it cannot when they are not there. */
export function withCouncilData(
  title: string,
  tests: (read: (name: 'introductions' | 'resolutions') => CouncilMatter[]) => void,
): void {
  const present = folder !== undefined && existsSync(councilFile('introductions'));
  if (!present) {
    const reason = `There are no council histories (STATEHOUSE_COUNCIL_DATA unset or empty): skipped "${title}".`;
    const file = process.env['STATEHOUSE_SKIPS'];
    if (file !== undefined) appendFileSync(file, `${reason}\n`);
    process.stderr.write(`\n!!! ${reason}\n`);
  }
  (present ? describe : describe.skip)(title, () => {
    tests((name) => readMatters(councilFile(name)));
  });
}
