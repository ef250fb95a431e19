import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { EmbeddedError } from './embedded-error.ts';
import { lockFolder } from './folder-lock.ts';

const currentFormat = 1;
const VersionFile = z.object({ format: z.number().int() });
/** What may lie in a folder that has never been opened: the tests fetch the Temporal CLI into it beforehand. */
const beforeFirstUse = /^(cache|lock(\..*)?)$/;

export interface DataFolderOptions {
  /** @default process.env; STATEHOUSE_HOME names the folder. */
  readonly env?: NodeJS.ProcessEnv;
  /** @default process.cwd(); the folder is `.statehouse` in it unless STATEHOUSE_HOME is set. */
  readonly cwd?: string;
}

export interface DataFolder {
  /** Absolute path. */
  readonly path: string;
  /** Gives the folder back. Done by itself when this process ends. */
  close(): void;
}

/** Where the data folder is, whether or not it exists. */
export function dataFolderPath({ env = process.env, cwd }: DataFolderOptions = {}): string {
  return resolve(cwd ?? process.cwd(), env.STATEHOUSE_HOME ?? '.statehouse');
}

/**
 * Opens the folder in which everything of one installation lies, creates it if need be, and keeps it for this process.
 * @throws EmbeddedError `DataFolderInUse` if another process has it; `DataFolderFormat` if another version of
 * Statehouse wrote it; `NotADataFolder` if it is somebody else's folder.
 */
export function openDataFolder(options: DataFolderOptions = {}): DataFolder {
  const path = dataFolderPath(options);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  refuseForeign(path);
  const release = lockFolder(path);
  try {
    checkFormat(path);
    chmodSync(path, 0o700);
  } catch (error) {
    release();
    throw error;
  }
  return { path, close: release };
}

function refuseForeign(path: string): void {
  if (existsSync(join(path, 'version.json'))) return;
  const foreign = readdirSync(path).filter((name) => !beforeFirstUse.test(name));
  if (foreign.length === 0) return;
  throw new EmbeddedError(
    'NotADataFolder',
    `${path} is not a Statehouse data folder: it has no version.json, but other files such as ${foreign[0] ?? ''}. Name an empty or new folder in STATEHOUSE_HOME.`,
    { path, foreign },
  );
}

function checkFormat(path: string): void {
  const file = join(path, 'version.json');
  if (!existsSync(file)) {
    // Renamed into place, so that a crash leaves no empty version.json behind.
    writeFileSync(join(path, 'lock.version'), `${JSON.stringify({ format: currentFormat })}\n`);
    renameSync(join(path, 'lock.version'), file);
    return;
  }
  const format = readFormat(file);
  if (format === currentFormat) return;
  const found = format === undefined ? 'cannot be read' : `says format ${format}`;
  throw new EmbeddedError(
    'DataFolderFormat',
    `${file} ${found}, and this Statehouse reads format ${currentFormat}. Use the Statehouse that wrote the folder, or name another folder in STATEHOUSE_HOME; nothing was changed.`,
    { path, format, expected: currentFormat },
  );
}

function readFormat(file: string): number | undefined {
  try {
    return VersionFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.format;
  } catch {
    return undefined;
  }
}
