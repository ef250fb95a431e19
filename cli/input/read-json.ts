import { existsSync, readFileSync } from 'node:fs';
import { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';

/**
 * JSON given on the command line, either itself or as the name of a file (`-` for standard input).
 *
 * @throws StatehouseError `Usage`
 */
export function readJson(given: string, what: string): Json {
  const looksLikeJson = /^\s*[[{"]/.test(given);
  if (!looksLikeJson && (given === '-' || existsSync(given))) {
    return parseJson(readText(given), `${what} in ${given}`);
  }
  return parseJson(given, what);
}

/** @throws StatehouseError `Usage` when there is no such file */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StatehouseError('Usage', `${file} cannot be read: ${reason}`, { file });
  }
}

export function parseJson(text: string, what: string): Json {
  try {
    return Json.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StatehouseError('Usage', `The ${what} is neither JSON nor a file: ${reason}`);
  }
}
