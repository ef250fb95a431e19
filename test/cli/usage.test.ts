import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandIn, environment } from './statehouse.ts';

describe('the command line without a city', () => {
  let folder: string;
  let run: ReturnType<typeof commandIn>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'statehouse-cli-'));
    // Nobody listens at port 1.
    run = commandIn(
      environment({ STATEHOUSE_HOME: join(folder, 'home'), TEMPORAL_ADDRESS: '127.0.0.1:1' }),
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['frobnicate', "unknown command 'frobnicate'"],
    ['show', "missing required argument 'process'"],
    ['list --status asleep', 'Allowed choices are active, done, error, stopped'],
    ['list --limit 0', 'Give a whole number from 1 to 500'],
    [
      'postpone p d --to 2030-01-01 --role operator',
      "required option '--reason <text>' not specified",
    ],
    ['check nowhere.json', 'neither a file nor a shipped definition'],
    ['start approval --role initiativeLead --input {', 'The input is neither JSON nor a file'],
    ['start approval --role initiativeLead --id ?', 'begin with a letter or digit'],
    ['start approval --role clerk --rehearse-at soon', '"soon" is no instant'],
    ['diagram', 'Say which definition to draw'],
  ])('answers "%s" with exit code 2 and what is wrong', async (line, words) => {
    const { code, stdout, stderr } = await run(line);
    expect(stderr).toMatch(/^Usage: /);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('answers bad usage as JSON when asked for JSON', async () => {
    const { code, stderr } = await run('show --json');
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'Usage', facts: {} } });
  });

  it('answers with exit code 3 when neither Temporal nor a ledger is there', async () => {
    expect(await run('show p')).toMatchObject({ code: 3, stdout: '' });
    const listed = await run('list');
    expect(listed.code).toBe(3);
    expect(listed.stderr).toContain('There is no ledger yet');
  });

  it('explains every command with examples', async () => {
    const { stdout } = await run('--help');
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*(?:\[options\]|<)/gm)].map(
      ([, name]) => name,
    );
    expect(commands).toEqual(
      expect.arrayContaining(['up', 'start', 'send', 'show', 'verify', 'diagram']),
    );
    expect(stdout).toContain('Exit codes:');
    expect((await run('postpone --help')).stdout).toContain('Examples:\n  statehouse postpone ');
  });

  it('prints a definition as others deploy it, and checks it', async () => {
    const { stdout } = await run('definitions approval --json');
    writeFileSync(join(folder, 'approval.json'), stdout);
    expect(JSON.parse((await run(`check ${folder}/approval.json --json`)).stdout)).toEqual({
      ok: true,
      findings: [],
    });
    writeFileSync(
      join(folder, 'broken.json'),
      stdout.replace('"target": "silent"', '"target": "nowhere"'),
    );
    const broken = await run(`check ${folder}/broken.json --json`);
    expect(broken.code).toBe(1);
    const { ok, findings } = JSON.parse(broken.stdout) as { ok: boolean; findings: object[] };
    expect(ok).toBe(false);
    expect(Object.keys(findings[0] ?? {})).toEqual(
      expect.arrayContaining(['code', 'path', 'message', 'mend']),
    );
    expect((await run(`check ${folder}/broken.json`)).stdout).toMatch(
      /Cannot be published: .*to mend/,
    );
  });
});
