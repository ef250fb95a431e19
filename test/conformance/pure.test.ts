import { describe, expect, it } from '@jest/globals';
import { checkMachines } from './check-machines.ts';

describe('our engine and XState’s own actor', () => {
  it('live 150 random machines in the same way, step by step', async () => {
    const seed = Number(process.env['STATEHOUSE_SEED'] ?? Date.now() % 2 ** 31);
    const findings = await checkMachines(150, seed);
    expect(findings).toEqual({ ...findings, seed, difference: undefined });
    expect(findings.steps - findings.refused).toBeGreaterThan(150);
  }, 300_000);
});
