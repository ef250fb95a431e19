import { beforeAll, expect, it } from '@jest/globals';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';
import {
  isHard,
  overrideWithoutVeto,
  presentedFirst,
  shuffled,
  signedAfterVeto,
  withoutAdoption,
} from './forgeries.ts';
import { imported, importedMatters, type Imported } from './imported.ts';
import { councilFile, withCouncilData } from './with-council-data.ts';

const since2014 = ({ history }: CouncilMatter): boolean => (history[0]?.at ?? '') >= '2014';

withCouncilData('real council histories', (read) => {
  let introductions: CouncilMatter[];
  let found: Imported;
  let refusedFiles: Set<string>;
  beforeAll(async () => {
    introductions = read('introductions');
    found = await imported(councilFile('introductions'));
    refusedFiles = new Set(found.refused.map(({ file }) => file));
  }, 240_000);

  it('are told by council-act: at least 98 % of all, 99.5 % of those since 2014', () => {
    const recent = introductions.filter(since2014);
    const recentlyRefused = recent.filter(({ file }) => refusedFiles.has(file));
    expect(found.accepted / found.total).toBeGreaterThanOrEqual(0.98);
    expect(1 - recentlyRefused.length / recent.length).toBeGreaterThanOrEqual(0.995);
  });

  it('end where the city says, in 99.9 % of those accepted', () => {
    expect(found.agree / found.accepted).toBeGreaterThanOrEqual(0.999);
  });

  it('are each accepted, or refused with the entry and the reason: none is dropped', () => {
    expect(found.total).toBe(introductions.length);
    expect(found.accepted + found.refused.length).toBe(found.total);
    for (const { file, entry, action, reason } of found.refused) {
      const matter = introductions.find((one) => one.file === file);
      expect(matter?.history[entry - 1]?.action).toBe(action);
      expect(reason).toMatch(/^When it is "/);
    }
  });

  it('are told by resolution: at least 98 % of all, 99.9 % of these to the city’s end', async () => {
    const { total, accepted, agree } = await imported(councilFile('resolutions'));
    expect(total).toBe(read('resolutions').length);
    expect(accepted / total).toBeGreaterThanOrEqual(0.98);
    expect(agree / accepted).toBeGreaterThanOrEqual(0.999);
  }, 120_000);

  // Each forgery is of a history that is accepted as it stands, so what is refused is the forgery alone.
  it.each<[string, (matter: CouncilMatter, seed: number) => CouncilMatter | undefined, number]>([
    ['shuffled so that the milestones come in another order', shuffled, 1000],
    ['without the adoption', withoutAdoption, 1000],
    ['presented to the mayor before it was adopted', presentedFirst, 1000],
    ['overridden without a veto', overrideWithoutVeto, 20],
    ['signed after a veto', signedAfterVeto, 500],
  ])(
    'are all refused when %s',
    async (_how, forge, least) => {
      const forged = introductions
        .filter((matter) => isHard(matter) && !refusedFiles.has(matter.file))
        .flatMap((matter, index) => forge(matter, index + 1) ?? []);
      expect(forged.length).toBeGreaterThan(least);
      const { total, accepted } = await importedMatters(forged);
      expect({ total, accepted }).toEqual({ total: forged.length, accepted: 0 });
    },
    120_000,
  );
});
