import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permit } from '../fixtures/permit.ts';
import { eventually } from '../helpers/eventually.ts';
import { commandIn, environment, freePort, Up } from './statehouse.ts';

/** The tests tell one story, in their order. */
describe('a clerk with a terminal', () => {
  let folder: string;
  let home: string;
  let up: Up;
  let env: NodeJS.ProcessEnv;
  let run: ReturnType<typeof commandIn>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'statehouse-cli-'));
    home = join(folder, 'home');
    writeFileSync(join(folder, 'permit.json'), JSON.stringify(permit));
    writeFileSync(join(folder, 'input.json'), JSON.stringify({ title: 'A garden shed' }));
    const STATEHOUSE_PORT = String(await freePort());
    env = environment({ STATEHOUSE_HOME: home, STATEHOUSE_PORT, STATEHOUSE_AS: 'olof' });
    run = commandIn(env);
    up = new Up(env);
  });
  afterAll(() => {
    up.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts the city and is told where things are and what to try', async () => {
    const page = await up.ready();
    expect(page).toMatch(/Statehouse is ready after \d+\.\d s/);
    expect(page).toContain(`127.0.0.1:${env['STATEHOUSE_PORT']}, namespace default`);
    expect(page).toContain('statehouse -- ');
    expect(statSync(join(home, 'city.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, 'worker.log'), 'utf8')).toContain('RUNNING');
    expect(up.said).not.toMatch(/INFO|WARN/);
  });

  it('starts a process from a file and sees where it stands', async () => {
    const started = await run(
      `start ${folder}/permit.json --id shed-12 --role applicant --input ${folder}/input.json`,
    );
    expect(started).toMatchObject({ code: 0, stderr: '' });
    expect(started.stdout).toContain('Started shed-12.');
    await eventually(async () => {
      expect((await run('show shed-12')).stdout).toContain('all in the ledger');
    });
    const { stdout } = await run('show shed-12');
    expect(stdout).toContain('A garden shed');
    expect(stdout).toContain('Open  (for Officer)');
    expect(stdout).toMatch(/- The permit was decided {2}permit.decided/);
    expect(stdout).toMatch(/not yet +two notes have been added/);
    expect(stdout).toMatch(/the city must answer .* in \d+ days/);
    expect(stdout).not.toContain('\u001b');
  });

  it('sends events and is told why one is not possible yet', async () => {
    const tooEarly = await run('send shed-12 permit.decided --role officer --field granted=yes');
    expect(tooEarly.code).toBe(1);
    expect(tooEarly.stderr).toBe(
      'NotAllowedNow: "permit.decided" is not possible yet. It needs: two notes have been added.\n',
    );
    const note =
      'send shed-12 note.added --role officer --field text="Seen the place" --key note-1';
    const accepted = await run(note);
    expect(accepted.stdout).toContain('Accepted: A note was added. Entry 2');
    expect(await run(note)).toEqual(accepted);
    expect((await run(note.replace('Seen', 'Left'))).stderr).toMatch(/^KeyReused: .*entry 2/);
    const other = await run(
      'send shed-12 note.added --role officer --field telephone=+39 --field text=Called',
    );
    expect(other.code).toBe(0);
    expect((await run('send shed-12 note.added --role inspector --field text=x')).stderr).toMatch(
      /^NotYourRole: /,
    );
  });

  it('postpones, suspends, resumes and corrects, in the role of operator', async () => {
    const moved = await run(
      'postpone shed-12 answerDue --to 2031-03-01 --reason "The office is closed" --role operator',
    );
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    expect((await run('show shed-12')).stdout).toContain('Sat, 1 Mar 2031, 23:59');
    await run('suspend shed-12 --reason "Ordered by the court" --role operator --toll');
    expect((await run('show shed-12')).stdout).toContain(
      'Ordered by the court (its deadlines stand still)',
    );
    expect((await run('resume shed-12 --reason "Order lifted" --role operator')).code).toBe(0);
    const corrected = await run(
      'correct shed-12 2 --after {"text":"Seen_it"} --reason "A slip" --role operator --json',
    );
    expect(corrected.code).toBe(2);
    expect((await run('correct shed-12 2 --after 7 --reason "A slip" --role operator')).code).toBe(
      0,
    );
  });

  it('finds the process in the list, in words and as JSON', async () => {
    expect((await run('list --text GARDEN')).stdout).toMatch(/shed-12 +A garden shed +Open/);
    expect((await run('list --status done')).stdout).toBe('No process.\n');
    const list = JSON.parse((await run('list --json')).stdout) as unknown[];
    expect(list).toContainEqual(expect.objectContaining({ process: 'shed-12', status: 'active' }));
  });

  it('draws where the process is', async () => {
    const { stdout } = await run('diagram --process shed-12');
    expect(stdout).toContain('class s_open active');
    expect((await run(`diagram --process shed-12 -o ${folder}/shed.svg`)).code).toBe(0);
    expect(readFileSync(join(folder, 'shed.svg'), 'utf8')).toContain('class="state active"');
  });

  it('gives programs JSON', async () => {
    const shown = JSON.parse((await run('show shed-12 --json')).stdout) as Record<string, unknown>;
    expect(Object.keys(shown)).toEqual(['snapshot', 'next']);
    const { stderr, code } = await run('show nothing --json');
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'ProcessNotFound',
        message: expect.any(String) as unknown,
        facts: { process: 'nothing' },
      },
    });
  });

  it('stops everything with Ctrl-C within seconds', async () => {
    const { code, tookMs } = await up.interrupt();
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(30_000);
    expect(up.said).toContain('Stopped. The next start goes on where it was.');
    expect(existsSync(join(home, 'city.json'))).toBe(false);
    const unreachable = await run('show shed-12');
    expect(unreachable.code).toBe(3);
    expect(unreachable.stderr).toMatch(/^TemporalUnavailable: Nothing answers at .*npm start/);
  });

  it('reads and verifies the record while everything is stopped', async () => {
    const { stdout } = await run('log shed-12');
    expect(stdout).toContain('A note was added');
    expect(stdout).toContain('telephone (not public)');
    expect(stdout).toContain('Deadline postponed: the city must answer');
    expect((await run('verify shed-12')).stdout).toMatch(/^Whole: shed-12, \d+ entries/);
    const verdict = JSON.parse((await run('verify shed-12 --json')).stdout) as Record<
      string,
      unknown
    >;
    expect(Object.keys(verdict)).toEqual(['ok', 'entries', 'head', 'findings']);
    expect(verdict).toMatchObject({ ok: true, findings: [] });
  });

  it('finds a forged record by its file alone', async () => {
    const { stdout } = await run('log shed-12 --json');
    writeFileSync(join(folder, 'record.json'), stdout);
    expect((await run(`verify ${folder}/record.json`)).code).toBe(0);
    writeFileSync(join(folder, 'record.json'), stdout.replace('Called', 'Silent'));
    const forged = await run(`verify ${folder}/record.json`);
    expect(forged.code).toBe(1);
    expect(forged.stdout).toContain('HashMismatch');
  });

  it('starts the city again, and it goes on where it was', async () => {
    up = new Up(env);
    expect(await up.ready()).toContain('A garden shed');
    const decided = await run('send shed-12 permit.decided --role officer --field granted=yes');
    expect(decided.stdout).toContain('Being inspected');
    expect((await up.interrupt()).code).toBe(0);
  });
});
