import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';
import type { Refusal } from '../../machines/council-history/matter-script.ts';
import { environment, statehouse } from '../cli/statehouse.ts';

/** What `import council FILE --json` prints. */
export interface Imported {
  readonly total: number;
  readonly accepted: number;
  readonly agree: number;
  readonly refused: readonly Refusal[];
}

/** Imports a file as a person would, in a process of its own, which is also many times faster than within a test. */
export async function imported(file: string): Promise<Imported> {
  const { code, stdout, stderr } = await statehouse(
    ['import', 'council', file, '--json'],
    environment({}),
  );
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${stderr}`);
  return JSON.parse(stdout) as Imported;
}

/** Imports matters from a file that is made for them. */
export async function importedMatters(matters: readonly CouncilMatter[]): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'statehouse-import-'));
  try {
    const file = join(folder, 'matters.jsonl');
    writeFileSync(file, matters.map((matter) => `${JSON.stringify(matter)}\n`).join(''));
    return await imported(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
