import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { parseMatter, type CouncilMatter } from '../../machines/council-history/council-matter.ts';

/**
 * The matters in a file of JSON Lines, plain or compressed with gzip; `-` is standard input.
 *
 * @throws StatehouseError `Usage` when it cannot be read, `UnsupportedImport` when it is something else
 */
export function readMatters(file: string): CouncilMatter[] {
  const lines = textOf(file).split('\n');
  const matters = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [parseMatter(line, index + 1)],
  );
  if (matters.length > 0) return matters;
  throw new StatehouseError('UnsupportedImport', `${file} is empty.`, { file });
}

function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new StatehouseError('Usage', `${file} cannot be read: ${reasonOf(error)}`, { file });
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch (error) {
    throw new StatehouseError(
      'UnsupportedImport',
      `${file} is compressed but damaged: ${reasonOf(error)}`,
      { file },
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
