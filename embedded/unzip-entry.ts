import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Writes the first entry that `wanted` accepts to `target`.
 * @throws Error if no entry is accepted, or the archive is damaged.
 */
export async function unzipEntry(
  archive: string,
  wanted: (name: string) => boolean,
  target: string,
): Promise<void> {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      return;
    }
  } finally {
    zip.close();
  }
  throw new Error(`${archive} has no such entry`);
}
