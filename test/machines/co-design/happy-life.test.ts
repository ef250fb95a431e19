import { describe, expect, it } from '@jest/globals';
import { City } from './city.ts';
import {
  declare,
  design,
  draft,
  effectiveDay,
  incorporate,
  mayorsAct,
  plan,
  review,
  showInPublic,
  toGoingOfficial,
} from './walk.ts';

describe('an initiative that goes well', () => {
  it('goes from exploring to official, and its first annual review comes round', () => {
    const city = new City();
    expect(city.stage).toBe('exploring');
    plan(city);
    expect(city.stage).toBe('planning');
    expect(city.met).toEqual(['C1']);
    const other = new City();
    plan(other);
    design(other);
    expect(other.part('coDesigning')).toBe('unpacking');
    const whole = new City();
    toGoingOfficial(whole);
    expect(whole.met).toEqual(['C1', 'C2', 'C4']);
    draft(whole, 'mayorsAct');
    mayorsAct(whole);
    expect(whole.part('goingOfficial')).toEqual({
      instrument: 'effective',
      visibility: 'awaited',
      directives: 'issuing',
    });
    showInPublic(whole);
    incorporate(whole);
    expect(whole.met).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    declare(whole);
    expect(whole.part('official')).toEqual({ operating: 'running' });
    const day = effectiveDay(whole);
    const child = whole.simulation.state(whole.child('review-annual-1'));
    expect((child.snapshot['context'] as { dueOn: string }).dueOn).toBe(
      `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`,
    );
    whole.until(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`);
    expect(whole.part('official')).toEqual({ operating: 'underReview' });
    review(whole, 'annual-1');
    expect(whole.part('official')).toEqual({ operating: 'running' });
    expect(whole.context['reviewsHeld']).toMatchObject([
      { reviewId: 'annual-1', decision: 'continue', procedureUsed: true },
    ]);
    expect(whole.child('review-annual-2')).toContain('review-annual-2');
  });
});
