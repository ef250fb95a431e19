import { describe, expect, it } from '@jest/globals';
import { dueIn, instantOf } from '../../cli/council/register-clock.ts';
import { parseMatter, type CouncilMatter } from '../../machines/council-history/council-matter.ts';
import { liveHistory, type HistoryOutcome } from '../../machines/council-history/live-history.ts';
import { matterKind } from '../../machines/council-history/matter-kind.ts';
import { matterScript } from '../../machines/council-history/matter-script.ts';
import {
  isHard,
  overrideWithoutVeto,
  presentedFirst,
  shuffled,
  signedAfterVeto,
  withoutAdoption,
} from './forgeries.ts';
import { benches, kiosks, matter } from './invented.ts';

const live = (history: CouncilMatter): HistoryOutcome =>
  liveHistory(matterScript(history, instantOf), dueIn);

describe('a history of a register', () => {
  it.each(Object.entries({ ...kiosks, ...benches }))(
    'of a matter %s is accepted and ends as the city says',
    (_name, history) => {
      const { refusal, agrees } = live(history);
      expect({ refusal, agrees }).toEqual({ refusal: undefined, agrees: true });
    },
  );

  it('is lived at its own dates, which are wall time of the city whatever the Z says', () => {
    const script = matterScript(kiosks.signed, instantOf);
    expect(script.steps[0]?.at).toBe('2031-01-08T18:30:00.000Z');
    // Summer time has begun by then.
    expect(script.steps[9]?.at).toBe('2031-03-20T15:00:00.000Z');
    const entries = live(kiosks.signed).simulation.entries(script.id);
    expect(entries.filter(({ kind }) => kind === 'event').map(({ at }) => at)).toEqual(
      script.steps.map(({ at }) => at),
    );
  });

  it('has its deadlines in the city’s calendar: the mayor’s thirty days end before the clerk writes of silence', () => {
    const { simulation } = live(kiosks.silent);
    const silence = simulation
      .entries('Int-9002-2031')
      .find(({ kind, to }) => kind === 'timer' && JSON.stringify(to).includes('silent'));
    expect(silence?.at).toBe('2031-04-04T21:00:00.000Z');
  });

  it('says in its first entry that the register keeps the record', () => {
    const [first] = live(kiosks.signed).simulation.entries('Int-9001-2031');
    expect(first?.event).toMatchObject({ input: { record: 'summary' } });
  });

  it('is refused at the entry that does not fit, with the reason', () => {
    const history = [...kiosks.signed.history];
    const [adoption] = history.splice(7, 1);
    expect(adoption?.action).toBe('Approved by Council');
    expect(live({ ...kiosks.signed, history }).refusal).toMatchObject({
      file: 'Int 9001-2031',
      entry: 8,
      action: 'Sent to Mayor by Council',
      reason: expect.stringContaining(
        'When it is "Before the council": "act.presented"',
      ) as unknown,
    });
  });

  it('is refused where it goes back in time or says what nobody understands', () => {
    const backwards = matter('Int 1-2031', 'Committee', [
      ['2031-01-08T13:30', 'Introduced by Council'],
      ['2031-01-07T13:30', 'Referred to Comm by Council'],
    ]);
    expect(live(backwards).refusal).toMatchObject({
      entry: 2,
      reason: expect.stringContaining('before the entry above it') as unknown,
    });
    const strange = matter('Int 1-2031', 'Committee', [['2031-01-08T13:30', 'Sung by Council']]);
    expect(live(strange)).toMatchObject({ agrees: false, refusal: { entry: 1 } });
  });

  it.each([
    ['Approved by Council', { Affirmative: 25, Negative: 24, Absent: 2 }],
    ['Overridden by Council', { Affirmative: 33, Negative: 16, Absent: 2 }],
  ])('is not believed when it counts too few votes for «%s»', (action, votes) => {
    const counting = (counted: Record<string, number>): CouncilMatter => ({
      ...kiosks.overridden,
      history: kiosks.overridden.history.map((entry) =>
        entry.action === action ? { ...entry, votes: counted } : entry,
      ),
    });
    expect(live(counting(votes)).refusal?.action).toBe(action);
    expect(live(counting({ ...votes, Affirmative: 34 })).refusal).toBeUndefined();
  });

  it('keeps why members were absent out of the record', () => {
    const history = kiosks.signed.history.map((entry) =>
      entry.action === 'Approved by Council'
        ? { ...entry, votes: { Affirmative: 40, Maternity: 3, Medical: 8 } }
        : entry,
    );
    const { simulation, refusal } = live({ ...kiosks.signed, history });
    expect(refusal).toBeUndefined();
    const record = JSON.stringify(simulation.entries('Int-9001-2031'));
    expect(record).toContain('"yes":40');
    expect(record).not.toMatch(/Maternity|Medical/);
  });

  it('disagrees when it ends elsewhere than the city says', () => {
    expect(live({ ...kiosks.vetoed, status: 'Enacted' })).toMatchObject({ agrees: false });
    expect(live({ ...kiosks.vetoed, status: 'Lost in the post' })).toMatchObject({ agrees: false });
  });

  it('tells by itself whether it needs the mayor', () => {
    const { path: _path, ...plain } = kiosks.signed;
    expect(matterKind({ ...plain, path: 'resolution/2031/1.json' })).toBe('resolution');
    expect(matterKind(plain)).toBe('introduction');
    expect(matterKind({ ...plain, file: 'LU 7' })).toBe('introduction');
    expect(matterKind({ ...benches.adopted, file: 'LU 7' })).toBe('resolution');
    expect(matterKind(benches.adopted)).toBe('resolution');
  });
});

describe('a forged history', () => {
  it.each(Object.values(kiosks).filter(isHard))(
    'of $file is refused however it is forged',
    (one) => {
      const shuffles = Array.from({ length: 50 }, (_shuffle, seed) => shuffled(one, seed));
      const forged = [
        ...shuffles,
        withoutAdoption(one),
        presentedFirst(one),
        overrideWithoutVeto(one),
        signedAfterVeto(one),
      ].flatMap((forgery) => forgery ?? []);
      expect(forged.length).toBeGreaterThan(50);
      expect(forged.filter((forgery) => live(forgery).refusal === undefined)).toEqual([]);
    },
  );
});

describe('a line of a file', () => {
  it('that is no matter is refused with its number and what is wrong', () => {
    expect(() => parseMatter('{"file": 3}', 12)).toThrow(/Line 12 .*file/);
    expect(() => parseMatter('file,status', 1)).toThrow(/Line 1 .*no JSON/);
    const bad = { ...kiosks.signed, history: [{ at: 'yesterday', action: 'Withdrawn' }] };
    expect(() => parseMatter(JSON.stringify(bad), 2)).toThrow(/Line 2 .*history/);
  });
});
