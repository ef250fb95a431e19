import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environment, statehouse, type Ran } from '../cli/statehouse.ts';
import { signedAfterVeto } from './forgeries.ts';
import { benches, kiosks } from './invented.ts';

const forged = { ...signedAfterVeto(kiosks.signed), file: 'Int 9099-2031' };
const misplaced = { ...kiosks.vetoed, file: 'Int 9098-2031', status: 'Enacted' };
const matters = [...Object.values(kiosks), ...Object.values(benches), forged, misplaced];
const lines = matters.map((matter) => `${JSON.stringify(matter)}\n`).join('');

describe('import council', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'statehouse-import-'));
    writeFileSync(join(folder, 'plain.jsonl'), lines);
    writeFileSync(join(folder, 'packed.jsonl.gz'), gzipSync(lines));
    writeFileSync(join(folder, 'damaged.gz'), gzipSync(lines).subarray(0, 200));
    writeFileSync(join(folder, 'table.csv'), 'file,status\nInt 1,Enacted\n');
    writeFileSync(join(folder, 'empty.jsonl'), '\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (file: string, ...options: string[]): Promise<Ran> =>
    statehouse(['import', 'council', join(folder, file), ...options], environment({}));

  it('prints one object, the same for a packed file, and ends with 0 though it refuses some', async () => {
    const [plain, packed] = await Promise.all([
      run('plain.jsonl', '--json'),
      run('packed.jsonl.gz', '--json'),
    ]);
    expect(packed).toEqual(plain);
    expect(plain.code).toBe(0);
    expect(JSON.parse(plain.stdout)).toEqual({
      total: matters.length,
      accepted: matters.length - 1,
      agree: matters.length - 2,
      refused: [
        {
          file: 'Int 9099-2031',
          entry: 12,
          action: 'Signed Into Law by Mayor',
          reason: expect.stringContaining('When it is "Vetoed": "act.signed"') as unknown,
        },
      ],
    });
  });

  it('says for people how many, why not, and what ends elsewhere', async () => {
    const { stdout } = await run('plain.jsonl');
    expect(stdout).toMatch(/matters +13\n/);
    expect(stdout).toMatch(/accepted +12 +92\.31 % of all/);
    expect(stdout).toMatch(/agree +11 +91\.67 % of those/);
    expect(stdout).toMatch(/1 {2}Signed Into Law by Mayor, when it is "Vetoed"/);
    expect(stdout).toContain('Int 9099-2031, entry 12: Signed Into Law by Mayor');
    expect(stdout).toContain('Int 9098-2031: the city says "Enacted", the machine "Vetoed"');
  });

  it('takes every matter for what it is told to', async () => {
    const { stdout } = await run('plain.jsonl', '--json', '--kind', 'resolution');
    const { refused } = JSON.parse(stdout) as { refused: { action: string }[] };
    expect(refused.map(({ action }) => action)).toContain('Sent to Mayor by Council');
  });

  it('tells the story of one matter, with what was due in the city’s own time', async () => {
    const { stdout, code } = await run('plain.jsonl', '--rehearse', 'Int 9002-2031');
    expect(code).toBe(0);
    const story = stdout.replaceAll(/ +/g, ' ');
    expect(story).toContain(
      'Wed, 5 Mar 2031, 17:00 Presented to the mayor «Sent to Mayor by Council»',
    );
    expect(story).toContain('due The mayor’s time ends: Fri, 4 Apr 2031, 17:00');
    expect(story).toContain('Fri, 4 Apr 2031, 17:00 Deadline reached: The mayor’s time ends');
    expect(story).toContain('now Law: Enacted');
    expect(story).toContain('Agrees: 11 entries in 89 days, all taken.');
    const italian = await run('plain.jsonl', '--rehearse', 'Int 9002-2031', '--lang', 'it');
    expect(italian.stdout).toContain('Approvata per silenzio del sindaco');
    const refused = await run('plain.jsonl', '--rehearse', 'Int 9099-2031');
    expect(refused.stdout).toContain('Refused at entry 12');
    expect((await run('plain.jsonl', '--rehearse')).stdout).toContain('Int 9004-2031');
  });

  it.each([
    ['nowhere.jsonl', [], 'cannot be read'],
    ['table.csv', [], 'Line 1 is no matter of a council: it is no JSON'],
    ['damaged.gz', [], 'compressed but damaged'],
    ['empty.jsonl', [], 'is empty'],
    ['plain.jsonl', ['--rehearse', 'Int 1'], 'no matter "Int 1"'],
    ['plain.jsonl', ['--sample', 'some'], 'Give a whole number from 1'],
    ['plain.jsonl', ['--kind', 'ordinance'], 'Allowed choices are introduction, resolution'],
  ])('answers %s %j with exit code 2 and what is wrong', async (file, options, words) => {
    const { code, stdout, stderr } = await run(file, ...options);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
