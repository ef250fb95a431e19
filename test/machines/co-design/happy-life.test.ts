import { describe, expect, it } from '@jest/globals';
import { City } from './city.ts';
import {
  councilVote,
  declare,
  design,
  draft,
  effectiveDay,
  incorporate,
  mayorsAct,
  plan,
  promulgate,
  review,
  showInPublic,
  toGoingOfficial,
  toOfficial,
} from './walk.ts';

function nextYear(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

describe('an initiative that goes well', () => {
  it('meets the first item of the checklist when a funded initiative is redirected', () => {
    const city = new City();
    expect(city.stage).toBe('exploring');
    expect(city.met).toEqual([]);
    plan(city);
    expect(city.stage).toBe('planning');
    expect(city.met).toEqual(['C1']);
    design(city);
    expect(city.part('coDesigning')).toBe('unpacking');
  });

  it('goes official by an act of the mayor, with directives and in public', () => {
    const city = new City();
    toGoingOfficial(city);
    expect(city.met).toEqual(['C1', 'C2', 'C4']);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    expect(city.part('goingOfficial')).toEqual({
      instrument: 'effective',
      visibility: 'awaited',
      directives: 'issuing',
    });
    showInPublic(city);
    incorporate(city);
    expect(city.met).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    declare(city);
    expect(city.part('official')).toEqual({ operating: 'running' });
    expect(city.context['milestones']).toContainEqual(
      expect.objectContaining({ id: 'official', status: 'achieved', actual: effectiveDay(city) }),
    );
  });

  it('goes official by an act of the council', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    councilVote(city);
    promulgate(city);
    expect(city.context['acts']).toMatchObject([
      { actId: '1', body: 'council', status: 'effective' },
    ]);
    showInPublic(city);
    incorporate(city);
    declare(city);
    expect(city.stage).toBe('official');
  });

  it('waits for both acts when both are needed', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'both');
    mayorsAct(city);
    expect(city.part('goingOfficial')).toMatchObject({ instrument: 'acting' });
    councilVote(city);
    promulgate(city);
    expect(city.part('goingOfficial')).toMatchObject({ instrument: 'effective' });
  });

  it('is reviewed on the anniversary of its effect, and the next review exists at once', () => {
    const city = new City();
    toOfficial(city);
    const first = nextYear(effectiveDay(city));
    const child = city.simulation.state(city.child('review-annual-1'));
    expect(child.snapshot['context']).toMatchObject({ dueOn: first });
    city.until(first);
    expect(city.part('official')).toEqual({ operating: 'underReview' });
    review(city, 'annual-1');
    expect(city.part('official')).toEqual({ operating: 'running' });
    expect(city.context['reviewsHeld']).toMatchObject([
      { reviewId: 'annual-1', decision: 'continue', procedureUsed: true },
    ]);
    const next = city.simulation.state(city.child('review-annual-2'));
    expect(next.snapshot['context']).toMatchObject({ dueOn: nextYear(first) });
  });
});
