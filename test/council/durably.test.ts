import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveSample } from '../../cli/council/live-sample.ts';
import { instantOf } from '../../cli/council/register-clock.ts';
import { sampleOf } from '../../cli/council/sample-of.ts';
import { matterScript } from '../../machines/council-history/matter-script.ts';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';
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
