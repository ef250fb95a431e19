import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dataFolderPath, openDataFolder } from '../../embedded/data-folder.ts';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let homes = 0;
const newHome = (): { STATEHOUSE_HOME: string } => ({
  STATEHOUSE_HOME: join(folder, `home-${++homes}`),
});

test('the folder is .statehouse in the current folder, and STATEHOUSE_HOME overrides it', () => {
  expect(dataFolderPath({ env: {}, cwd: '/town' })).toBe('/town/.statehouse');
  expect(dataFolderPath({ env: { STATEHOUSE_HOME: 'data' }, cwd: '/town' })).toBe('/town/data');
  expect(dataFolderPath({ env: { STATEHOUSE_HOME: '/srv/a' }, cwd: '/town' })).toBe('/srv/a');
});

test('a new folder is made for its owner alone and says its format', () => {
  const env = newHome();
  const opened = openDataFolder({ env });
  expect(statSync(opened.path).mode & 0o777).toBe(0o700);
  expect(JSON.parse(readFileSync(join(opened.path, 'version.json'), 'utf8'))).toEqual({
    format: 1,
  });
  opened.close();
  openDataFolder({ env }).close();
});

test('a folder of another format is refused and left as it is', () => {
  const env = newHome();
  mkdirSync(env.STATEHOUSE_HOME);
  const file = join(env.STATEHOUSE_HOME, 'version.json');
  writeFileSync(file, '{"format": 2}');
  for (const _again of [1, 2]) {
    expect(() => openDataFolder({ env })).toThrow(
      expect.objectContaining({
        code: 'DataFolderFormat',
        message: expect.stringMatching(
          /says format 2, .* reads format 1\. Use the Statehouse/,
        ) as unknown,
      }),
    );
  }
  expect(readFileSync(file, 'utf8')).toBe('{"format": 2}');
});

test("somebody else's folder is refused, and its permissions are not touched", () => {
  const env = newHome();
  mkdirSync(env.STATEHOUSE_HOME, { mode: 0o755 });
  writeFileSync(join(env.STATEHOUSE_HOME, 'letters.txt'), 'dear');
  expect(() => openDataFolder({ env })).toThrow(
    expect.objectContaining({ code: 'NotADataFolder' }),
  );
  expect(statSync(env.STATEHOUSE_HOME).mode & 0o777).toBe(0o755);
});

test('a folder with nothing but a fetched Temporal CLI is new', () => {
  const env = newHome();
  mkdirSync(join(env.STATEHOUSE_HOME, 'cache'), { recursive: true });
  openDataFolder({ env }).close();
});

test('a second run is told which process has the folder, until that one dies, even by kill -9', async () => {
  const env = newHome();
  const { child, line } = runProgram(
    folder,
    `import { openDataFolder } from '{embedded}data-folder.ts';
     console.log('opened', openDataFolder().path);
     setInterval(() => {}, 1000);`,
    { ...process.env, ...env },
  );
  await line(/opened/);
  expect(() => openDataFolder({ env })).toThrow(
    expect.objectContaining({
      code: 'DataFolderInUse',
      message: expect.stringContaining(`process ${child.pid!}`) as unknown,
    }),
  );
  const died = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await died;
  openDataFolder({ env }).close();
});

test('a lock that cannot be read, or whose process id now names another process, is taken over', () => {
  for (const lock of ['', JSON.stringify({ pid: process.pid, started: 'long ago' })]) {
    const env = newHome();
    mkdirSync(env.STATEHOUSE_HOME);
    writeFileSync(join(env.STATEHOUSE_HOME, 'lock'), lock);
    openDataFolder({ env }).close();
  }
});
