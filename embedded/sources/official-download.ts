import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { CliSearch, CliSource } from '../cli-search.ts';
import { installCli } from '../install-cli.ts';
import { reasonOf } from '../reason-of.ts';
import { sha256OfFile } from '../sha256-of-file.ts';

const run = promisify(execFile);
/** Behind a package mirror the site is often unreachable without a refusal, so do not wait long for its first word. */
const firstAnswerMs = 5_000;
const silenceMs = 15_000;

/**
 * The official archive, from the site the Temporal SDKs download from. The SDK's own download is not used: it checks
 * no hash, has no time-out, and starts a server to fetch a file.
 */
export const officialDownload: CliSource = {
  name: "Temporal's download site",
  async find(search) {
    const { release } = search;
    if (!release) return { why: `no program is published for ${search.platform}` };
    try {
      return await installCli(search, async (folder) => {
        const archive = join(folder, 'temporal.tar.gz');
        await download(search, archiveUrl(search, release.archive), archive);
        const sha256 = await sha256OfFile(archive);
        if (sha256 !== release.archive.sha256) {
          return {
            why: `refused: the archive's SHA-256 is ${sha256}, not ${release.archive.sha256}`,
          };
        }
        await run('tar', ['-xzf', archive, '-C', folder, release.program]);
        return { program: join(folder, release.program) };
      });
    } catch (error) {
      return { why: `${search.downloadSite}: ${reasonOf(error)}` };
    }
  },
};

function archiveUrl(search: CliSearch, archive: { platform: string; arch: string }): URL {
  const url = new URL(`${search.downloadSite}/cli/archive/v${search.version}`);
  url.searchParams.set('platform', archive.platform);
  url.searchParams.set('arch', archive.arch);
  return url;
}

async function download(search: CliSearch, url: URL, file: string): Promise<void> {
  const patience = new AbortController();
  const giveUp = (): void => {
    patience.abort(new Error('no answer in time'));
  };
  let timer = setTimeout(giveUp, firstAnswerMs);
  try {
    const answer = await fetch(url, { signal: patience.signal });
    if (!answer.ok || !answer.body) throw new Error(`it answers ${answer.status}`);
    const bytes = Number(answer.headers.get('content-length')) || undefined;
    const progress = search.progress(`Downloading Temporal ${search.version}`, bytes);
    let received = 0;
    try {
      await pipeline(
        Readable.fromWeb(answer.body),
        async function* (chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            clearTimeout(timer);
            timer = setTimeout(giveUp, silenceMs);
            progress.update((received += chunk.length));
            yield chunk;
          }
        },
        createWriteStream(file),
      );
    } finally {
      progress.end();
    }
  } finally {
    clearTimeout(timer);
  }
}
