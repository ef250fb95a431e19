import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveSample } from '../../cli/council/live-sample.ts';
import { instantOf } from '../../cli/council/register-clock.ts';
import { sampleOf } from '../../cli/council/sample-of.ts';
import { matterScript } from '../../machines/council-history/matter-script.ts';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';
import { environment, statehouse } from '../cli/statehouse.ts';
import { City } from '../helpers/city.ts';
import { signedAfterVeto } from './forgeries.ts';
import { benches, kiosks } from './invented.ts';
import { replayHistories } from './replay-histories.ts';
import { withCouncilData } from './with-council-data.ts';

async function live(city: City, matters: readonly CouncilMatter[]): Promise<object> {
  const scripts = matters.map((matter) => matterScript(matter, instantOf));
  const { ids, entries, ...report } = await liveSample(city, scripts);
  expect(entries).toBeGreaterThan(ids.length);
  return { ...report, replay: await replayHistories(city, ids) };
}

const allWell = (matters: number, accepted: number, agree: number): object => ({
  matters,
  accepted,
  agree,
  sameEnd: matters,
  wholeChains: matters,
  wrong: [],
  replay: { replayed: matters, wrong: [] },
});

/** `npm run council-durably` is the long form of this. */
describe('histories lived on Temporal at their real dates', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ timeSkipping: true });
  });
  afterAll(() => city[Symbol.asyncDispose]());

  it('end as without Temporal, their ledger whole, their histories replayable', async () => {
    const forged = { ...signedAfterVeto(kiosks.signed), file: 'Int 9099-2031' } as CouncilMatter;
    const matters = [...Object.values(kiosks), ...Object.values(benches), forged];
    const well = matters.length - 1;
    expect(await live(city, matters)).toEqual(allWell(matters.length, well, well));
  }, 120_000);

  it('are brought to life by the command line in a city of its own', async () => {
    const file = join(city.home, 'matters.jsonl');
    const matters = [kiosks.silent, kiosks.overridden, benches.adopted];
    writeFileSync(file, matters.map((matter) => `${JSON.stringify(matter)}\n`).join(''));
    const options = ['import', 'council', file, '--durably', '--sample', '2', '--json'];
    const { code, stdout } = await statehouse(options, environment({}));
    expect(JSON.parse(stdout)).toMatchObject({
      matters: 2,
      sameEnd: 2,
      wholeChains: 2,
      ids: ['Int-9002-2031', 'Int-9004-2031'],
      wrong: [],
    });
    expect(code).toBe(0);
  }, 120_000);

  withCouncilData('of a real council', (read) => {
    it('do so too', async () => {
      const matters = [...sampleOf(read('introductions'), 9), ...sampleOf(read('resolutions'), 3)];
      expect(await live(city, matters)).toMatchObject({
        ...allWell(matters.length, 0, 0),
        accepted: expect.any(Number) as unknown,
        agree: expect.any(Number) as unknown,
      });
    }, 120_000);
  });
});
