import { describe, expect, it } from '@jest/globals';
import { head, lead, partner, partnerIds } from '../city.ts';
import { checkpoint } from '../walk.ts';
import {
  all,
  assess,
  conclude,
  convene,
  designingCity,
  notPossible,
  one,
  region,
  schedule,
} from './walk.ts';

describe('a checkpoint', () => {
  it('that nobody convenes counts as missed a day after its date, and waits for another date', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    city.until('2027-04-13T11:59:59.000Z');
    expect(city.value['checkpoint']).toBe('scheduled');
    city.until('2027-04-13T12:00:00.000Z');
    expect(city.value['checkpoint']).toBe('toBeRescheduled');
    expect(all(city, 'missedCheckpoints')).toMatchObject([{ id: 'one', why: 'missed' }]);
    expect(one(city, 'milestones', 'prototype')).toMatchObject({ status: 'planned' });
    schedule(city, 'two', '2027-04-26');
    expect(city.value['checkpoint']).toBe('scheduled');
  });

  it('that is missed again after two new dates goes to the owner, and ten working days later to the committee', () => {
    const city = designingCity();
    for (const [index, day] of ['2027-04-12', '2027-04-26', '2027-05-10'].entries()) {
      schedule(city, `no-${index}`, day);
      city.until(`${day}T12:00:00.000Z`);
      city.until(new Date(Date.parse(city.simulation.now) + 86_400_000).toISOString());
    }
    expect(city.value['checkpoint']).toEqual({ escalated: 'toOwner' });
    expect(city.notices).toContain('checkpoint.escalated');
    expect(all(city, 'breaches')).toMatchObject([
      { about: 'checkpoint no-2', severity: 'serious' },
    ]);
    expect(() => {
      schedule(city, 'by-lead', '2027-06-01');
    }).toThrow(notPossible);
    city.until('2027-05-24');
    expect(city.value['checkpoint']).toEqual({ escalated: 'toOwner' });
    city.until('2027-05-25');
    expect(city.value['checkpoint']).toEqual({ escalated: 'toCommittee' });
    schedule(city, 'by-owner', '2027-06-07', 'prototype', head('environment'));
    expect(city.value['checkpoint']).toBe('scheduled');
  });

  it('that gets no new date within fifteen working days climbs by itself', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    city.until('2027-04-13T12:00:00.000Z');
    city.until('2027-05-03');
    expect(city.value['checkpoint']).toBe('toBeRescheduled');
    city.until('2027-05-04');
    expect(city.value['checkpoint']).toEqual({ escalated: 'toOwner' });
  });

  it.each([
    ['the city comes alone', ['city']],
    ['half of the partners come', ['city', 'neighbours']],
    ['no citizens come', ['city', 'university', 'repairers']],
    ['strangers fill the room', ['city', 'neighbours', 'press', 'tourists']],
  ])('does not begin when %s', (_why, attendees) => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    convene(city, attendees);
    expect(city.value['checkpoint']).toBe('toBeRescheduled');
    expect(all(city, 'missedCheckpoints')).toMatchObject([{ id: 'one', why: 'noQuorum' }]);
  });

  it('has no outcome before every partner has assessed, while there is time', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    convene(city, ['city', 'neighbours', 'university']);
    for (const id of ['city', 'neighbours', 'university']) assess(city, id);
    expect(city.whyNot('checkpoint.concluded')).toContain(
      'every partner has assessed, or the time for it is over',
    );
    expect(() => {
      conclude(city, 'continue');
    }).toThrow(notPossible);
    assess(city, 'repairers');
    conclude(city, 'continue');
    expect(one(city, 'milestones', 'prototype')).toMatchObject({
      status: 'achieved',
      checkpoint: 'one',
    });
  });

  it('takes one assessment from each partner, whoever represents it, and keeps dissent', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    convene(city, [...partnerIds]);
    assess(city, 'repairers', false);
    const deputy = { ...partner('repairers'), subject: 'deputy' };
    expect(() =>
      city.send(
        'checkpoint.assessed',
        { rating: 'onTrack', criteriaMet: true, comment: 'changed our mind' },
        deputy,
      ),
    ).toThrow(notPossible);
    expect(() => {
      assess(city, 'strangers');
    }).toThrow(notPossible);
    for (const id of ['city', 'neighbours', 'university']) assess(city, id);
    conclude(city, 'continue');
    expect(all(city, 'checkpoints')).toMatchObject([{ dissent: ['repairers'], silent: [] }]);
  });

  it('records silence as silence once the time to assess is over', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    city.until('2027-04-12T12:00:00.000Z');
    convene(city, [...partnerIds]);
    for (const id of ['city', 'neighbours', 'university']) assess(city, id);
    city.until('2027-04-25');
    expect(city.value['checkpoint']).toBe('assessing');
    city.until('2027-04-26');
    expect(city.value['checkpoint']).toBe('silent');
    conclude(city, 'continue');
    expect(all(city, 'checkpoints')).toMatchObject([{ silent: ['repairers'] }]);
  });

  it('does not let a milestone pass on the word of the city alone when all others keep silent', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    city.until('2027-04-12T12:00:00.000Z');
    convene(city, [...partnerIds]);
    assess(city, 'city');
    city.until('2027-04-30');
    expect(city.value['checkpoint']).toBe('silent');
    expect(() => {
      conclude(city, 'continue');
    }).toThrow(notPossible);
    conclude(city, 'adjust');
    expect(one(city, 'milestones', 'prototype')).toMatchObject({ status: 'planned' });
  });

  it('at which most find the criteria unmet cannot let the milestone pass', () => {
    const city = designingCity();
    schedule(city, 'one', '2027-04-12');
    convene(city, [...partnerIds]);
    for (const [index, id] of partnerIds.entries()) assess(city, id, index < 2);
    expect(() => {
      conclude(city, 'continue');
    }).toThrow(notPossible);
    conclude(city, 'adjust');
    expect(one(city, 'milestones', 'prototype')).toMatchObject({ status: 'planned' });
    expect(all(city, 'checkpoints')).toMatchObject([{ id: 'one', outcome: 'adjust' }]);
  });

  it('is held against the first objective and the present one, and says which', () => {
    const city = designingCity();
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'changeDirection' });
    city.send(
      'objective.proposed',
      { statement: 'Lend tools', metric: 'loans', baseline: 0, target: 50 },
      lead,
    );
    city.together('objective.agreed', { version: 2 });
    checkpoint(city, { id: 'two', milestone: 'prototype' });
    expect(all(city, 'checkpoints')).toMatchObject([
      { id: 'one', original: 1, current: 1 },
      { id: 'two', original: 1, current: 2 },
    ]);
  });

  it('is not convened again under a name that a concluded one has', () => {
    const city = designingCity();
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'adjust' });
    expect(() => {
      schedule(city, 'one', '2027-05-10');
    }).toThrow(notPossible);
  });

  it('lets the initiative pause, and go on where it was', () => {
    const city = designingCity();
    city.send('problem.unpacked', { findings: 'tools are missing' }, lead);
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'pause' });
    expect(city.stage).toBe('suspended');
    city.send('initiative.resumed', { reason: 'new term' }, lead);
    expect(city.part('coDesigning')).toBe('ideating');
  });

  it('can stop the initiative, which then closes in good order', () => {
    const city = designingCity();
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'stop' });
    expect(city.stage).toBe('closing');
    expect(city.context['ending']).toMatchObject({ reason: 'stopped', because: 'checkpoint' });
  });

  it('can change the partnership, which stays open until somebody joins or leaves', () => {
    const city = designingCity();
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'changePartnership' });
    expect(region(city, 'partnership')).toEqual({ changing: 'settling' });
    city.send(
      'partner.joined',
      { id: 'library', name: 'Library', sector: 'utility', mandate: 'm', ipTerms: 'open' },
      lead,
    );
    expect(city.value['partnership']).toBe('active');
  });
});
