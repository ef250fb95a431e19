import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../histories/replay-corpus.ts', import.meta.url));

interface Report {
  readonly hour: number;
  readonly development: boolean;
  readonly results: readonly {
    readonly build: string;
    readonly reuseV8Context: boolean;
    readonly replayed: number;
    readonly wrong: readonly string[];
  }[];
}

describe('recorded lives of the shipped machines', () => {
  it.each([
    ['UTC', 0],
    ['America/New_York', 19],
  ])(
    'trap 15: replay in the zone %s, with either build of XState, the context shared or not',
    async (zone, hour) => {
      const { stdout } = await run(process.execPath, [program], {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        maxBuffer: 10_000_000,
      });
      const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
      expect(report).toMatchObject({ hour, development: true });
      expect(report.results.map(({ build, reuseV8Context }) => [build, reuseV8Context])).toEqual([
        ['production', true],
        ['production', false],
        ['development', true],
        ['development', false],
      ]);
      for (const { replayed, wrong } of report.results) {
        expect(wrong).toEqual([]);
        expect(replayed).toBeGreaterThanOrEqual(9);
      }
    },
    180_000,
  );
});
