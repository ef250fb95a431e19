import { describe, expect, it } from '@jest/globals';
import { City, head, lead, mayor, treasurer } from '../city.ts';
import { checkpoint, plan, toOfficial } from '../walk.ts';
import { all, designingCity, notPossible, one } from './walk.ts';

const money = { amount: 60000, currency: 'EUR', line: '9.03' };

function withBudget(): City {
  const city = designingCity();
  city.send('problem.unpacked', { findings: 'tools are missing' }, lead);
  city.send('budget.secured', money, treasurer);
  return city;
}

describe('a budget that is lost', () => {
  it('suspends the initiative, and those who can cure it are told', () => {
    const city = withBudget();
    city.send('budget.lost', { reason: 'cut' }, treasurer);
    expect(city.value['budget']).toBe('lost');
    expect(city.stage).toBe('suspended');
    expect(city.context['suspension']).toMatchObject({ cause: 'budget' });
    expect(city.notices).toEqual(expect.arrayContaining(['budget.lost', 'initiative.suspended']));
  });

  it('must be found again before anything goes on, and then it goes on exactly where it was', () => {
    const city = withBudget();
    city.send('budget.lost', { reason: 'cut' }, treasurer);
    expect(() => city.send('initiative.resumed', { reason: 'hope' }, mayor)).toThrow(notPossible);
    expect(city.whyNot('initiative.resumed')).toEqual(['what it was suspended for is cured']);
    city.send('budget.secured', money, treasurer);
    city.send('initiative.resumed', { reason: 'found' }, mayor);
    expect(city.part('coDesigning')).toBe('ideating');
  });

  it('ends the initiative when nobody cures it in ninety days', () => {
    const city = withBudget();
    city.send('budget.lost', { reason: 'cut' }, treasurer);
    city.until('2027-05-29');
    expect(city.stage).toBe('suspended');
    city.until('2027-05-31');
    expect(city.stage).toBe('closing');
    expect(city.context['ending']).toMatchObject({ because: 'not resumed in time' });
    expect(all(city, 'breaches')).toMatchObject([{ about: 'budget', severity: 'serious' }]);
  });

  it('has the cure period that the city’s own policy sets', () => {
    const city = new City({ policy: { cureIn: 'P10D' } });
    plan(city);
    city.send('budget.secured', money, treasurer);
    city.send('budget.lost', { reason: 'cut' }, treasurer);
    city.until('2027-03-12');
    expect(city.stage).toBe('closing');
  });

  it('suspends an official service too, which goes on as official', () => {
    const city = new City();
    toOfficial(city);
    city.send('budget.lost', { reason: 'cut' }, treasurer);
    expect(city.stage).toBe('suspended');
    city.send('budget.secured', money, treasurer);
    city.send('initiative.resumed', { reason: 'found' }, head('environment'));
    expect(city.part('official')).toEqual({ operating: 'running' });
  });
});

describe('a budget that is reduced', () => {
  it('is enough for nothing until partners agree in a checkpoint what it is enough for', () => {
    const city = withBudget();
    city.send('budget.reduced', { amount: 20000, reason: 'cut' }, treasurer);
    expect(city.value['budget']).toBe('reduced');
    expect(city.context['budget']).toMatchObject({ amount: 20000, line: '9.03' });
    expect(city.stage).toBe('coDesigning');
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'pause' });
    expect(city.value['budget']).toBe('reduced');
    city.send('initiative.resumed', { reason: 'go on' }, lead);
    checkpoint(city, { id: 'two', milestone: 'prototype', outcome: 'adjust' });
    expect(city.value['budget']).toBe('secured');
    expect(city.context['budget']).toMatchObject({ status: 'secured', amount: 20000 });
  });
});

describe('the funded initiative behind it', () => {
  const found = {
    origin: 'second',
    programme: 'Green streets',
    funder: 'state',
    budgetLine: '9.04',
    amount: 1000,
    currency: 'EUR',
    evidence: 'contract 13',
  };

  it('counts only when its new direction is agreed', () => {
    const city = new City();
    city.send('funding.found', found, lead);
    expect(city.met).toEqual([]);
    expect(city.whyNot('planning.begun')).toContain(
      'a funded initiative was found, with evidence, and its new direction agreed',
    );
    city.send(
      'redirection.agreed',
      { origin: 'second', was: 'trees', becomes: 'repair', authority: 'decree 4' },
      mayor,
    );
    expect(city.met).toEqual(['C1']);
  });

  it('needs evidence, and cannot be found twice', () => {
    const city = new City();
    expect(() => city.send('funding.found', { ...found, evidence: '' }, lead)).toThrow(
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
    city.send('funding.found', found, lead);
    expect(() => city.send('funding.found', found, lead)).toThrow(notPossible);
  });

  it('takes its item off the checklist when the money is withdrawn', () => {
    const city = withBudget();
    expect(city.met).toContain('C1');
    city.send('funding.withdrawn', { origin: 'waste', reason: 'programme ended' }, treasurer);
    expect(city.met).not.toContain('C1');
    expect(one(city, 'origins', 'waste')).toMatchObject({ withdrawn: true, becomes: 'repair' });
    expect(all(city, 'regressions')).toMatchObject([{ items: ['C1'] }]);
    expect(() =>
      city.send(
        'redirection.agreed',
        { origin: 'waste', was: 'bins', becomes: 'repair', authority: 'decree 5' },
        mayor,
      ),
    ).toThrow(notPossible);
  });
});
