import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs in a process of its own, because zod decides when it is loaded. */
const script = `
  let made = 0;
  const Real = globalThis.Function;
  globalThis.Function = new Proxy(Real, {
    apply() { made += 1; throw new Error('no code from text'); },
    construct() { made += 1; throw new Error('no code from text'); },
  });
  const { check } = await import('./machines/check/check.ts');
  const { compile } = await import('./machines/compile/compile.ts');
  const { Actor } = await import('./contracts/actor.ts');
  const { soundDefinition } = await import('./test/machines/check/sound-definition.ts');
  const definition = soundDefinition();
  const findings = check(definition);
  compile(definition);
  Actor.parse({ subject: 'a', roles: [] });
  console.log(JSON.stringify({ made, findings }));
`;

describe('the sandbox', () => {
  it('never makes code from text while it reads, checks and compiles a definition', () => {
    const output = execFileSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script],
      { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
    expect(JSON.parse(output)).toEqual({ made: 0, findings: [] });
  });
});
