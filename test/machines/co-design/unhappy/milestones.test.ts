import { describe, expect, it } from '@jest/globals';
import { City, head, lead, partner } from '../city.ts';
import { checkpoint, milestone } from '../walk.ts';
import { toOfficial } from '../walk-official.ts';
import { all, designingCity, notPossible, one, region } from './walk.ts';

const proposal = {
  milestone: 'prototype',
  due: '2027-11-30',
  reason: 'tools came late',
  authority: 'steering group of 4 October',
};
const status = (city: City, id = 'prototype'): unknown => one(city, 'milestones', id)['status'];

describe('a milestone', () => {
  it('is due on its day and late only when its tolerance of working days is over', () => {
    const city = designingCity();
    city.until('2027-09-30T21:00:00.000Z');
    expect(status(city)).toBe('planned');
    city.until('2027-09-30');
    expect(status(city)).toBe('due');
    // 4 October, Saint Francis, is a holiday in Italy from 2026 on.
    city.until('2027-10-08T21:00:00.000Z');
    expect(status(city)).toBe('due');
    city.until('2027-10-08');
    expect(status(city)).toBe('late');
  });

  it('that is late is late in public, for the expectations and for compliance', () => {
    const city = designingCity();
    city.until('2027-10-08');
    expect(city.published).toContain('milestone.late');
    expect(city.notices).toContain('milestone.late');
    expect(region(city, 'expectations')).toHaveProperty('late');
    expect(all(city, 'breaches')).toMatchObject([
      { about: 'milestone prototype', severity: 'minor', curedAt: '' },
    ]);
    expect(region(city, 'compliance', 'watched', 'deadlines')).toEqual({ breached: 'minor' });
  });

  it('does not hide another one that comes after it', () => {
    const city = designingCity();
    city.until('2028-04-20');
    expect(status(city)).toBe('late');
    expect(status(city, 'pilot')).toBe('late');
  });

  it('gets another date by agreement of the partnership, and its first date stays visible', () => {
    const city = designingCity();
    city.until('2027-10-11T09:00:00.000Z');
    city.send('rebaseline.proposed', proposal, lead);
    city.together('rebaseline.agreed', { milestone: 'prototype' });
    expect(one(city, 'milestones', 'prototype')).toMatchObject({
      status: 'planned',
      plannedFor: '2027-09-30',
      due: '2027-11-30',
      history: [
        {
          from: '2027-09-30',
          to: '2027-11-30',
          reason: 'tools came late',
          authority: 'steering group of 4 October',
          by: 'lea',
        },
      ],
    });
    expect(region(city, 'plan', 'kept', 'milestones')).toBe('ahead');
    expect(city.published).toContain('milestone.rebaselined');
    city.until('2027-12-15');
    expect(status(city)).toBe('late');
  });

  it.each([
    ['the lead alone wants it', []],
    ['the city and a business want it, and no citizens', ['city', 'repairers', 'university']],
    ['all but the city want it', ['neighbours', 'repairers', 'university']],
    ['too few partners want it', ['city', 'neighbours']],
  ])('keeps its date when %s', (_why, voices) => {
    const city = designingCity();
    city.send('rebaseline.proposed', proposal, lead);
    for (const id of voices)
      city.send('rebaseline.agreed', { milestone: 'prototype' }, partner(id));
    expect(one(city, 'milestones', 'prototype')).toMatchObject({ due: '2027-09-30', history: [] });
  });

  it('cannot be planned a second time to slip in another date', () => {
    const city = designingCity();
    expect(() => {
      milestone(city, 'prototype', 'coDesigning', '2028-01-31');
    }).toThrow(notPossible);
  });

  it('depends only on what was planned before, so never on itself or in a circle', () => {
    const city = designingCity();
    expect(() => {
      milestone(city, 'talk', 'piloting', '2028-01-31', ['talk']);
    }).toThrow(notPossible);
    expect(() => {
      milestone(city, 'talk', 'piloting', '2028-01-31', ['later']);
    }).toThrow(notPossible);
    milestone(city, 'talk', 'piloting', '2028-01-31', ['pilot']);
    expect(one(city, 'milestones', 'talk')).toMatchObject({ dependsOn: ['pilot'] });
  });

  it('is achieved by a passed checkpoint and by nothing else, and no gate opens before', () => {
    const city = designingCity();
    const begin = { where: 'library', endsOn: '2028-02-29', authority: 'order 7' };
    expect(city.whyNot('pilot.begun')).toEqual([
      'the milestones of co-design have passed their checkpoints',
    ]);
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'adjust' });
    expect(status(city)).toBe('planned');
    expect(() => city.send('pilot.begun', begin, lead)).toThrow(notPossible);
    checkpoint(city, { id: 'two', milestone: 'prototype' });
    expect(status(city)).toBe('achieved');
    city.send('pilot.begun', begin, lead);
    expect(city.stage).toBe('piloting');
  });

  it('that is cancelled says why and by whose authority, opens no gate, and cannot be moved again', () => {
    const city = designingCity();
    city.send(
      'milestone.cancelled',
      { id: 'prototype', reason: 'not needed', authority: 'minutes 3' },
      lead,
    );
    expect(one(city, 'milestones', 'prototype')).toMatchObject({
      status: 'cancelled',
      reason: 'not needed',
      authority: 'minutes 3',
    });
    expect(() => city.send('rebaseline.proposed', proposal, lead)).toThrow(notPossible);
    expect(city.next('pilot.begun')?.possible).toBe(false);
  });

  it('of going official is on the list like any other, and life goes on after it', () => {
    const city = new City();
    toOfficial(city);
    expect(one(city, 'milestones', 'official')).toMatchObject({
      status: 'achieved',
      stage: 'official',
      checkpoint: ['first', 'second'],
    });
    expect(city.status).toBe('active');
    expect(city.next('redesign.begun')?.possible).toBe(true);
  });

  it('that was overdue is no breach any more once somebody shows that it is done', () => {
    const city = designingCity();
    city.until('2027-10-08');
    city.send(
      'breach.cured',
      { about: 'milestone prototype', evidence: 'new plan' },
      head('environment'),
    );
    expect(region(city, 'compliance', 'watched', 'deadlines')).toBe('clean');
  });
});
