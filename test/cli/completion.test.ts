import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { commandIn, environment } from './statehouse.ts';

const run = commandIn(environment({}));

describe('shell completion', () => {
  it('completes commands, options and definitions in bash', async () => {
    const { stdout } = await run('completion bash');
    expect(spawnSync('bash', ['-n'], { input: stdout }).status).toBe(0);
    const complete = (...words: string[]): string[] => {
      const line = words.map((word) => `'${word}'`).join(' ');
      const script = `${stdout}\nCOMP_WORDS=(statehouse ${line}); COMP_CWORD=${words.length}; _statehouse; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n');
    };
    expect(complete('ver')).toEqual(['verify']);
    expect(complete('send', 'p', '--on')).toEqual(['--on-behalf-of']);
    expect(complete('start', 'appr')).toContain('approval');
  });

  it.each(['bash', 'zsh', 'fish'])('has balanced quotes for %s', async (shell) => {
    const { code, stdout } = await run(`completion ${shell}`);
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect((line.match(/'/g) ?? []).length % 2).toBe(0);
  });
});
