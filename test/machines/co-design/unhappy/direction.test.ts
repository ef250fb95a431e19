import { describe, expect, it } from '@jest/globals';
import { City, lead, partner } from '../city.ts';
import { agreeObjective, checkpoint, plan, toGoingOfficial } from '../walk.ts';
import { approve, councilVote, draft, toOfficial } from '../walk-official.ts';
import { all, childValue, designingCity, notPossible, one, region } from './walk.ts';

const turn = { milestone: 'late-milestone', outcome: 'changeDirection' };

/** A milestone that is still open lets partners meet about the direction at any stage. */
function turnAround(city: City): void {
  city.send(
    'milestone.planned',
    {
      id: 'late-milestone',
      title: 'Look again',
      stage: 'goingOfficial',
      due: '2029-12-31',
      acceptance: ['it helps'],
      dependsOn: [],
    },
    lead,
  );
  checkpoint(city, { id: 'turn', ...turn });
}

describe('a change of direction', () => {
  it('leads back to planning, and design goes on only under a new version of the objective', () => {
    const city = designingCity();
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'changeDirection' });
    expect(city.stage).toBe('planning');
    expect(city.whyNot('coDesign.begun')).toEqual(['the partnership has agreed on the objective']);
    expect(() => city.send('coDesign.begun', {}, lead)).toThrow(notPossible);
    agreeObjective(city, 2);
    city.send('coDesign.begun', {}, lead);
    expect(city.stage).toBe('coDesigning');
  });

  it('leaves the first objective as it was agreed, for ever', () => {
    const city = designingCity();
    const [first] = all(city, 'objectives');
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'changeDirection' });
    agreeObjective(city, 2);
    expect(all(city, 'objectives')[0]).toEqual(first);
    expect(all(city, 'objectives')[1]).toMatchObject({ version: 2, supersedes: 1 });
  });

  it('makes requests for approval of the old draft void, whoever was about to answer them', () => {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: 'a1', title: 'Desks', textHash: 'text-1' }, lead);
    turnAround(city);
    expect(city.stage).toBe('planning');
    for (const office of ['legal', 'finance', 'department', 'dataProtection'])
      expect(childValue(city, `approval-${office}`)).toBe('void');
    expect(() => {
      approve(city, 'text-1');
    }).toThrow(notPossible);
  });

  it('withdraws the act that is under way and says so, while datasets are kept for the new direction', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    turnAround(city);
    expect(childValue(city, 'act-1')).toBe('withdrawn');
    expect(all(city, 'cancelled')).toMatchObject([
      {
        why: 'direction changed',
        withdrawn: ['1'],
        adopted: ['bins', 'trips', 'shops', 'streets', 'energy'],
      },
    ]);
    expect(city.met).toContain('C2');
    expect(city.notices).toContain('direction.changed');
  });

  it('does not undo what the council has adopted already: that act goes its own way', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    councilVote(city);
    turnAround(city);
    expect(childValue(city, 'act-1')).toBe('adopted');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ current: false });
  });

  it('of an official service begins a re-design, and the service stays in force meanwhile', () => {
    const city = new City();
    toOfficial(city);
    turnAround(city);
    expect(city.part('official')).toEqual({ reCoDesigning: 'unpacking' });
    expect(city.whyNot('redesign.completed')).toHaveLength(1);
    expect(region(city, 'reviews')).toHaveProperty('armed');
    expect(city.met).toContain('C5');
    agreeObjective(city, 2);
    checkpoint(city, { id: 'again', milestone: 'late-milestone' });
    city.send('redesign.completed', { summary: 'tools too' }, lead);
    expect(city.part('official')).toEqual({ operating: 'running' });
  });
});

describe('an objective', () => {
  it.each([
    ['the city', ['neighbours', 'university', 'repairers']],
    ['citizens', ['city', 'university', 'repairers']],
    ['enough partners', ['city', 'neighbours']],
  ])('is not agreed without %s', (_who, voices) => {
    const city = new City();
    plan(city);
    city.send(
      'objective.proposed',
      { statement: 'Repair', metric: 'repairs', baseline: 0, target: 5 },
      lead,
    );
    for (const id of voices) city.send('objective.agreed', { version: 1 }, partner(id));
    expect(all(city, 'objectives')).toEqual([]);
    expect(() => city.send('objective.agreed', { version: 1 }, partner(voices[0]!))).toThrow(
      notPossible,
    );
  });

  it('keeps the objections of those who did not agree', () => {
    const city = new City();
    plan(city);
    city.send(
      'objective.proposed',
      { statement: 'Repair', metric: 'repairs', baseline: 0, target: 5 },
      lead,
    );
    city.send('objective.objected', { version: 1, reason: 'too little' }, partner('repairers'));
    for (const id of ['city', 'neighbours', 'university'])
      city.send('objective.agreed', { version: 1 }, partner(id));
    expect(all(city, 'objectives')).toMatchObject([
      { version: 1, agreedBy: ['city', 'neighbours', 'university'] },
    ]);
    expect(all(city, 'objections')).toMatchObject([
      { partner: 'repairers', version: 1, reason: 'too little' },
    ]);
  });

  it('is proposed anew when its text changes, and voices for the old text count no more', () => {
    const city = new City();
    plan(city);
    const text = { statement: 'Repair', metric: 'repairs', baseline: 0, target: 5 };
    city.send('objective.proposed', text, lead);
    for (const id of ['city', 'neighbours'])
      city.send('objective.agreed', { version: 1 }, partner(id));
    city.send('objective.proposed', { ...text, target: 50 }, lead);
    city.send('objective.agreed', { version: 1 }, partner('university'));
    expect(all(city, 'objectives')).toEqual([]);
  });
});
