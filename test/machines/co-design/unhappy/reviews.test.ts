import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import { City, clerk, head, lead, partner } from '../city.ts';
import { effectiveDay, review, toOfficial } from '../walk.ts';
import { all, childContext, childValue, notPossible, one, region } from './walk.ts';

function official(declaration: JsonObject = {}): City {
  const city = new City();
  toOfficial(city, declaration);
  return city;
}
/** The day of effect, so many years and months later. */
function anniversary(city: City, years: number): string {
  const day = (city.context['official'] as { effectiveOn: string }).effectiveOn;
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
const service = (city: City): unknown => city.part('official');

describe('a review', () => {
  it('of each kind is in place from the first official day, each at its own distance', () => {
    const city = official();
    const year = anniversary(city, 1);
    expect(childContext(city, 'review-annual-1')).toMatchObject({ kind: 'annual', dueOn: year });
    expect(childContext(city, 'review-sustainability-1')).toMatchObject({ dueOn: year });
    const [y, m, d] = anniversary(city, 0).split('-').map(Number) as [number, number, number];
    const half = new Date(Date.UTC(y, m - 1 + 6, d)).toISOString().slice(0, 10);
    expect(childContext(city, 'review-trust-1')).toMatchObject({ kind: 'trust', dueOn: half });
  });

  it('that is missed twice is flagged in public and goes to the committee; the service goes on', () => {
    const city = official();
    const due = anniversary(city, 1);
    city.until(daysAfter(due, 31));
    expect(all(city, 'reviewFlags').filter(({ kind }) => kind === 'annual')).toEqual([]);
    city.until(daysAfter(due, 62));
    expect(one(city, 'reviewFlags', 'annual-1', 'reviewId')).toMatchObject({ times: 2 });
    expect(city.published).toContain('review.missedTwice');
    expect(city.notices).toContain('review.missedTwice');
    expect(one(city, 'breaches', 'review annual-1', 'about')).toMatchObject({
      severity: 'serious',
      curedAt: '',
    });
    expect(city.stage).toBe('official');
    expect(city.met).toContain('C5');
  });

  it('that was missed is held all the same, which cures the breach and not the date of the next', () => {
    const city = official();
    city.until(daysAfter(anniversary(city, 1), 200));
    review(city, 'annual-1');
    expect(one(city, 'breaches', 'review annual-1', 'about')['curedAt']).toBe(city.simulation.now);
    expect(childContext(city, 'review-annual-2')).toMatchObject({
      sequence: 2,
      dueOn: anniversary(city, 2),
    });
  });

  it('is followed by the next of its kind, unless it decides the end', () => {
    const city = official();
    city.until(anniversary(city, 1));
    review(city, 'sustainability-1');
    expect(city.child('review-sustainability-2')).toContain('review-sustainability-2');
    review(city, 'annual-1', 'end');
    expect(() => city.child('review-annual-2')).toThrow('There is no child');
  });

  it('counts years from the day of effect, also from 29 February', () => {
    const city = new City({}, '2028-02-25T09:00:00.000Z');
    toOfficial(city);
    expect(effectiveDay(city)).toBe('2028-02-29');
    expect(childContext(city, 'review-annual-1')).toMatchObject({ dueOn: '2029-02-28' });
    for (const n of [1, 2, 3]) {
      city.until(`${2028 + n}-02-28`);
      review(city, `annual-${n}`);
    }
    expect(childContext(city, 'review-annual-4')).toMatchObject({ dueOn: '2032-02-29' });
  });

  it('is not closed by the department that runs the service', () => {
    const city = official();
    city.until(anniversary(city, 1));
    const child = 'review-annual-1';
    city.tell(child, 'review.held', {}, partner('neighbours'));
    city.tell(child, 'indicator.recorded', { name: 'sopUse', value: 1, source: 'log' }, lead);
    city.tell(child, 'findings.recorded', { findings: 'fine' }, lead);
    const end = { decision: 'continue', reason: 'fine' };
    expect(() => city.tell(child, 'review.concluded', end, head('environment'))).toThrow(
      notPossible,
    );
    city.tell(child, 'review.concluded', end, clerk);
    expect(childValue(city, child)).toBe('concluded');
  });

  it('of trust hears those who took part, with how many were asked and how many answered', () => {
    const city = official();
    city.until(daysAfter(anniversary(city, 0), 190));
    const child = 'review-trust-1';
    city.tell(child, 'review.held', {}, partner('neighbours'));
    const trust = { name: 'trust', value: 4, source: 'survey', asked: 200, responseRate: 0.3 };
    expect(() => city.tell(child, 'indicator.recorded', trust, head('environment'))).toThrow(
      notPossible,
    );
    expect(() =>
      city.tell(
        child,
        'indicator.recorded',
        { name: 'trust', value: 4, source: 'survey' },
        partner('neighbours'),
      ),
    ).toThrow(notPossible);
    city.tell(child, 'indicator.recorded', trust, partner('neighbours'));
    expect(childContext(city, child)['indicators']).toMatchObject([
      { name: 'trust', asked: 200, responseRate: 0.3 },
    ]);
  });

  it('that asks for a re-design opens the design loop again while the service runs', () => {
    const city = official();
    city.until(anniversary(city, 1));
    review(city, 'annual-1', 'reCoDesign');
    expect(service(city)).toEqual({ reCoDesigning: 'unpacking' });
    expect(city.met).toContain('C5');
  });

  it('of the end of an act comes half a year before, and a warning two years before', () => {
    const city = official({ expiresOn: '2032-06-30' });
    expect(region(city, 'reviews')).toEqual({ armed: 'untilExpiry' });
    expect(childContext(city, 'review-sunset-2032-06-30')).toMatchObject({
      kind: 'sunset',
      dueOn: '2032-01-02',
    });
    city.until('2030-06-28');
    expect(city.notices).not.toContain('act.expiresInTwoYears');
    city.until('2030-07-01');
    expect(city.notices).toContain('act.expiresInTwoYears');
  });

  it('of the end moves with a new date of expiry, which names its authority', () => {
    const city = official({ expiresOn: '2032-06-30' });
    city.send('expiry.recorded', { expiresOn: '2036-06-30', authority: 'act 3' }, clerk);
    expect(city.context['official']).toMatchObject({ expiresOn: '2036-06-30' });
    expect(childContext(city, 'review-sunset-2036-06-30')).toMatchObject({ dueOn: '2036-01-02' });
  });
});

describe('a service becomes part of how the city works', () => {
  it('only when its procedures were in use in two reviews running', () => {
    const city = official();
    const use = [1, 0, 1, 1];
    for (const [index, sopUse] of use.entries()) {
      city.until(anniversary(city, index + 1));
      review(city, `annual-${index + 1}`, 'continue', sopUse);
      expect(service(city)).toEqual({ operating: index < 3 ? 'running' : 'embedded' });
    }
  });

  it('and is still reviewed after that', () => {
    const city = official();
    for (const n of [1, 2, 3]) {
      city.until(anniversary(city, n));
      review(city, `annual-${n}`);
    }
    expect(service(city)).toEqual({ operating: 'embedded' });
    city.until(anniversary(city, 4));
    expect(service(city)).toEqual({ operating: 'underReview' });
    expect(city.status).toBe('active');
  });
});
