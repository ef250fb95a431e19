import { describe, expect, it } from '@jest/globals';
import { City, head, lead, mayor, partner } from '../city.ts';
import { newcomer, plan, toGoingOfficial } from '../walk.ts';
import { showInPublic, toOfficial } from '../walk-official.ts';
import { all, designingCity, notPossible, one, region } from './walk.ts';

const parts = ['commitments', 'ip', 'data'];

function leave(city: City, id: string, cause = 'insolvent'): void {
  city.send('partner.left', { id, cause, reason: 'gone' }, lead);
}

function settle(city: City, from: string, to: string): void {
  for (const what of parts)
    city.send('handover.settled', { partner: from, what, to, terms: 'as before' }, lead);
}

describe('a partner who leaves', () => {
  it('does so at the end of the notice that the rules ask for, not earlier', () => {
    const city = designingCity();
    const soon = { leavesOn: '2027-03-20', reason: 'other plans' };
    expect(() => city.send('partner.withdrew', soon, partner('repairers'))).toThrow(notPossible);
    city.send('partner.withdrew', { ...soon, leavesOn: '2027-04-01' }, partner('repairers'));
    expect(region(city, 'partnership')).toEqual({ changing: 'underNotice' });
    city.until('2027-04-01T21:00:00.000Z');
    expect(one(city, 'partners', 'repairers')).toMatchObject({ status: 'leaving' });
    city.until('2027-04-01');
    expect(one(city, 'partners', 'repairers')).toMatchObject({
      status: 'left',
      exitReason: 'other plans',
    });
  });

  it('stays in the record with everything it agreed to', () => {
    const city = designingCity();
    leave(city, 'repairers');
    expect(all(city, 'partners')).toHaveLength(4);
    expect(one(city, 'partners', 'repairers')).toMatchObject({
      status: 'left',
      exitReason: 'insolvent: gone',
      ipTerms: 'open licence',
    });
    expect(all(city, 'objectives')).toMatchObject([
      { agreedBy: ['city', 'neighbours', 'university'] },
    ]);
  });

  it('hands over commitments, ideas and data before the partnership is whole again', () => {
    const city = designingCity();
    leave(city, 'repairers');
    expect(region(city, 'partnership')).toEqual({ changing: 'settling' });
    expect(() => {
      settle(city, 'repairers', 'strangers');
    }).toThrow(notPossible);
    settle(city, 'repairers', 'university');
    expect(city.value['partnership']).toBe('active');
    expect(all(city, 'handovers')).toMatchObject(
      parts.map((what) => ({ partner: 'repairers', what, to: 'university' })),
    );
  });

  it('passes its public promises on, and they stay due', () => {
    const city = new City();
    toGoingOfficial(city);
    showInPublic(city);
    city.send(
      'commitment.reassigned',
      { id: 'press-follow', to: 'university', reason: 'the city cannot' },
      lead,
    );
    expect(one(city, 'commitments', 'press-follow')).toMatchObject({
      who: 'university',
      dueOn: '2029-06-30',
      status: 'open',
    });
  });

  it('no longer speaks in the partnership, and another cannot speak for it', () => {
    const city = designingCity();
    leave(city, 'repairers');
    city.send('rules.proposed', { summary: 'shorter notice', hash: 'rules-2' }, lead);
    expect(() => city.send('rules.agreed', { hash: 'rules-2' }, partner('repairers'))).toThrow(
      notPossible,
    );
  });

  it('is declared gone by itself or by the lead, never by a rival', () => {
    const city = designingCity();
    const gone = { id: 'repairers', cause: 'other', reason: 'they are slow' };
    expect(() => city.send('partner.left', gone, partner('university'))).toThrow(notPossible);
    city.send('partner.left', gone, partner('repairers'));
    expect(one(city, 'partners', 'repairers')).toMatchObject({ status: 'left' });
  });
});

describe('a partnership that no longer holds', () => {
  it.each([
    ['the citizens are gone', 'neighbours'],
    ['the city itself is gone', 'city'],
  ])('is to be repaired when %s, and no gate opens', (_why, id) => {
    const city = designingCity();
    leave(city, id);
    expect(city.value['partnership']).toBe('repairing');
    expect(city.notices).toContain('partnership.repairing');
    expect(city.whyNot('pilot.begun').join()).toContain('the partnership holds');
    expect(city.whyNot('checkpoint.scheduled').join()).toContain('the partnership holds');
  });

  it('is repaired when somebody of the missing side joins', () => {
    const city = designingCity();
    leave(city, 'neighbours');
    city.send('partner.joined', newcomer('tenants', 'civilSociety'), lead);
    expect(region(city, 'partnership')).toEqual({ changing: 'settling' });
    settle(city, 'neighbours', 'tenants');
    expect(city.value['partnership']).toBe('active');
  });

  it('is dissolved after sixty days, which suspends the initiative', () => {
    const city = designingCity();
    leave(city, 'neighbours');
    city.until('2027-04-29');
    expect(city.value['partnership']).toBe('repairing');
    city.until('2027-04-30');
    expect(city.value['partnership']).toBe('dissolved');
    expect(city.stage).toBe('suspended');
    expect(city.context['suspension']).toMatchObject({ cause: 'partnership' });
    expect(all(city, 'breaches')).toMatchObject([{ about: 'partnership', severity: 'serious' }]);
  });

  it('keeps the initiative suspended until it holds again', () => {
    const city = designingCity();
    leave(city, 'neighbours');
    city.until('2027-05-03');
    expect(() => city.send('initiative.resumed', { reason: 'hope' }, mayor)).toThrow(notPossible);
    expect(city.whyNot('initiative.resumed')).toEqual(['what it was suspended for is cured']);
    city.send('partner.joined', newcomer('tenants', 'citizen'), lead);
    city.send('initiative.resumed', { reason: 'tenants joined' }, mayor);
    expect(city.stage).toBe('coDesigning');
  });

  it('that nobody repairs ends the initiative ninety days after it was suspended', () => {
    const city = designingCity();
    leave(city, 'neighbours');
    city.until('2027-07-28');
    expect(city.stage).toBe('suspended');
    city.until('2027-07-30');
    expect(city.stage).toBe('closing');
  });

  it('suspends an official service no less than a design', () => {
    const city = new City();
    toOfficial(city);
    leave(city, 'neighbours');
    const start = Date.parse(city.simulation.now);
    city.until(new Date(start + 61 * 86_400_000).toISOString());
    expect(city.stage).toBe('suspended');
    city.send('partner.joined', newcomer('tenants', 'citizen'), lead);
    city.send('initiative.resumed', { reason: 'tenants joined' }, head('environment'));
    expect(city.part('official')).toEqual({ operating: 'running' });
  });

  it('has too few sectors when all newcomers come from one', () => {
    const city = new City();
    for (const [id, sector] of [
      ['city', 'city'],
      ['a', 'citizen'],
      ['b', 'citizen'],
      ['c', 'citizen'],
    ] as const)
      city.send('partner.joined', newcomer(id, sector), lead);
    expect(city.whyNot('planning.begun').join()).toContain('the partnership holds');
    expect(city.value['partnership']).toBe('forming');
  });
});

describe('who belongs to the partnership', () => {
  it('is decided by more than half of the partners when somebody new wants in', () => {
    const city = designingCity();
    expect(() => city.send('partner.joined', newcomer('shop', 'business'), lead)).toThrow(
      notPossible,
    );
    city.send('partner.proposed', newcomer('shop', 'business'), lead);
    for (const id of ['city', 'university'])
      city.send('partner.supported', { id: 'shop' }, partner(id));
    expect(all(city, 'partners')).toHaveLength(4);
    city.send('partner.supported', { id: 'shop' }, partner('neighbours'));
    expect(one(city, 'partners', 'shop')).toMatchObject({ status: 'active' });
  });

  it('is decided by two thirds of the others when somebody is to be excluded, without the one concerned', () => {
    const city = designingCity();
    city.send('expulsion.proposed', { id: 'repairers', reason: 'sold the data' }, lead);
    expect(() =>
      city.send('expulsion.supported', { id: 'repairers' }, partner('repairers')),
    ).toThrow(notPossible);
    city.send('expulsion.supported', { id: 'repairers' }, partner('city'));
    expect(one(city, 'partners', 'repairers')).toMatchObject({ status: 'active' });
    city.send('expulsion.supported', { id: 'repairers' }, partner('neighbours'));
    expect(one(city, 'partners', 'repairers')).toMatchObject({
      status: 'left',
      exitReason: 'excluded: sold the data',
    });
    expect(region(city, 'partnership')).toEqual({ changing: 'settling' });
  });

  it('follows rules that have versions, and change only by agreement', () => {
    const city = designingCity();
    city.send('rules.proposed', { summary: 'shorter notice', hash: 'rules-2' }, lead);
    for (const id of ['city', 'university'])
      city.send('rules.agreed', { hash: 'rules-2' }, partner(id));
    expect(city.context['rules']).toEqual({ version: 1, hash: '' });
    city.send('rules.agreed', { hash: 'rules-2' }, partner('neighbours'));
    expect(city.context['rules']).toEqual({ version: 2, hash: 'rules-2' });
  });

  it('may have rules of the city’s own about numbers and majorities', () => {
    const city = new City({ policy: { partners: 5, agreement: [1, 1] } });
    plan5(city);
    city.send(
      'objective.proposed',
      { statement: 'Repair', metric: 'repairs', baseline: 0, target: 5 },
      lead,
    );
    for (const id of ['city', 'neighbours', 'university', 'repairers'])
      city.send('objective.agreed', { version: 1 }, partner(id));
    expect(all(city, 'objectives')).toEqual([]);
    city.send('objective.agreed', { version: 1 }, partner('library'));
    expect(all(city, 'objectives')).toHaveLength(1);
  });
});

/** The fifth partner joins before planning begins. */
function plan5(city: City): void {
  city.send('partner.joined', newcomer('library', 'utility'), lead);
  plan(city);
}
