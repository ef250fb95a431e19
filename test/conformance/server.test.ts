import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { City } from '../helpers/city.ts';
import { checkMachines, startsAt } from './check-machines.ts';
import { casesOnServer } from './genome.ts';
import { OnServer } from './on-server.ts';

const day = 86_400_000;

describe('processes on a real server and XState’s own actor', () => {
  let city: City;
  let count = 0;
  beforeAll(async () => {
    city = await City.open({ timeSkipping: true });
  });
  afterAll(() => city[Symbol.asyncDispose]());

  it('live random machines in the same way, step by step', async () => {
    const seed = Number(process.env['STATEHOUSE_SEED'] ?? Date.now() % 2 ** 31);
    const findings = await checkMachines(
      Number(process.env['STATEHOUSE_MACHINES'] ?? 12),
      seed,
      (definition) => OnServer.begin(city, `case-${(count += 1)}`, definition, startsAt),
      { genomes: casesOnServer, second: day },
    );
    expect(findings).toEqual({ ...findings, seed, difference: undefined });
  }, 600_000);
});
