import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  general,
  head,
  incorporate,
  instruction,
  mayor,
  refuse,
  region,
  statusOf,
  verify,
  write,
} from './instruction.ts';

const because = { reason: 'The city has decided' };

describe('a department that refuses a directive', () => {
  it('gives its reason, and the refusal climbs from head to secretary general to mayor', () => {
    const life = instruction();
    refuse(life, 'mobility');
    expect(life.told('directive.refused')).toEqual([
      { directiveId: 'dir-1', department: 'mobility', reason: 'No staff' },
    ]);
    expect(region(life, 'disputes')).toBe('toHead');
    life.until('2027-03-08');
    expect(region(life, 'disputes')).toBe('toSecretaryGeneral');
    life.until('2027-03-15');
    expect(region(life, 'disputes')).toBe('toMayor');
    expect(life.context['escalations']).toMatchObject([
      { about: 'dispute', to: ['departmentHead'] },
      { about: 'dispute', to: ['secretaryGeneral'] },
      { about: 'dispute', to: ['mayor'] },
    ]);
  });

  it('climbs at once when its head confirms the refusal', () => {
    const life = instruction();
    refuse(life, 'mobility');
    life.send('refusal.confirmed', { department: 'mobility', ...because }, head('mobility'));
    expect(region(life, 'disputes')).toBe('toSecretaryGeneral');
    expect(life.context['history']).toMatchObject([
      { kind: 'refused', reason: 'No staff' },
      { kind: 'refusalConfirmed', department: 'mobility' },
    ]);
  });

  it('has a refusal to confirm only when it has refused', () => {
    const life = instruction();
    refuse(life, 'mobility');
    expect(() =>
      life.send('refusal.confirmed', { department: 'culture', ...because }, head('culture')),
    ).toThrow(/conditions/);
  });

  it('alone is the one that its superiors deal with', () => {
    const life = instruction();
    acknowledge(life, 'culture');
    refuse(life, 'mobility');
    life.until('2027-03-15');
    const culture = { department: 'culture', ...because };
    for (const [type, fields] of [
      ['directive.insisted', culture],
      ['department.released', culture],
      ['directive.reassigned', { ...culture, to: 'sport' }],
      ['directive.reassigned', { department: 'mobility', to: 'mobility', ...because }],
    ] as const)
      expect(() => life.send(type, fields, mayor)).toThrow(/conditions/);
  });

  it('may change its mind', () => {
    const life = instruction();
    refuse(life, 'mobility');
    acknowledge(life, 'mobility');
    expect(region(life, 'disputes')).toBe('none');
    expect(statusOf(life, 'mobility')).toBe('accepted');
  });

  it('is ordered to comply by the office that it has come to, and by none before', () => {
    const life = instruction();
    refuse(life, 'mobility');
    const order = { department: 'mobility', ...because };
    expect(() => life.send('directive.insisted', order, mayor)).toThrow(/conditions/);
    life.until('2027-03-08');
    expect(() => life.send('directive.insisted', order, mayor)).toThrow(/conditions/);
    life.send('directive.insisted', order, general);
    expect(statusOf(life, 'mobility')).toBe('ordered');
    expect(() => {
      refuse(life, 'mobility');
    }).toThrow(/conditions/);
    acknowledge(life, 'mobility');
    expect(statusOf(life, 'mobility')).toBe('accepted');
  });

  it('that leaves the order unanswered goes straight to the mayor', () => {
    const life = instruction();
    acknowledge(life, 'culture');
    refuse(life, 'mobility');
    life.until('2027-03-08');
    life.send('directive.insisted', { department: 'mobility', ...because }, general);
    expect(region(life, 'disputes')).toBe('none');
    life.until('2027-03-23');
    expect(statusOf(life, 'mobility')).toBe('defiant');
    expect(region(life, 'disputes')).toBe('toMayor');
  });

  it('can be released by the mayor when another department remains', () => {
    const life = instruction();
    refuse(life, 'mobility');
    refuse(life, 'culture');
    life.until('2027-03-15');
    life.send('department.released', { department: 'mobility', ...because }, mayor);
    expect(() =>
      life.send('department.released', { department: 'culture', ...because }, mayor),
    ).toThrow(/conditions/);
    acknowledge(life, 'culture');
    write(life, 'culture');
    verify(life, 'culture');
    expect(life.output).toMatchObject({ outcome: 'incorporated' });
  });

  it('can be relieved of it in favour of another department, which must answer itself', () => {
    const life = instruction();
    refuse(life, 'mobility');
    life.until('2027-03-08');
    life.send('directive.reassigned', { department: 'mobility', to: 'sport', ...because }, general);
    expect(statusOf(life, 'mobility')).toBeUndefined();
    expect(statusOf(life, 'sport')).toBe('issued');
    incorporate(life, 'sport', 'culture');
    expect(life.output).toMatchObject({
      sopVersions: [{ department: 'culture' }, { department: 'sport' }],
    });
  });

  it('leaves the mayor reminded every ten working days until it is settled', () => {
    const life = instruction();
    acknowledge(life, 'culture');
    refuse(life, 'mobility');
    life.until('2027-04-30');
    expect(life.notices.filter((notice) => notice === 'directive.disputed -> mayor')).toHaveLength(
      4,
    );
    expect(region(life, 'disputes')).toBe('toMayor');
  });
});

describe('a department that does not answer a directive', () => {
  it('is taken for silent after ten working days, which is a dispute and not consent', () => {
    const life = instruction();
    acknowledge(life, 'culture');
    expect(life.deadlines['acknowledgementDue']).toBe('2027-03-15T22:59:59.000Z');
    life.until('2027-03-15');
    expect(statusOf(life, 'mobility')).toBe('silent');
    expect(region(life, 'disputes')).toBe('toHead');
    acknowledge(life, 'mobility');
    expect(region(life, 'disputes')).toBe('none');
  });
});

describe('a department that is merged or abolished', () => {
  const merger = { department: 'mobility', into: 'works', effectiveAt: '2027-03-10T00:00:00Z' };

  it('leaves the directive to its successor, who must acknowledge anew', () => {
    const life = instruction();
    incorporate(life, 'mobility');
    life.relay('department.merged', merger);
    expect(statusOf(life, 'mobility')).toBeUndefined();
    expect(statusOf(life, 'works')).toBe('issued');
    expect(life.context['history']).toContainEqual(
      expect.objectContaining({
        kind: 'merged',
        department: 'mobility',
        into: 'works',
        effectiveAt: '2027-03-10T00:00:00Z',
      }),
    );
    expect(() => {
      acknowledge(life, 'mobility');
    }).toThrow(/conditions/);
    incorporate(life, 'works', 'culture');
    expect(life.output).toMatchObject({
      outcome: 'incorporated',
      sopVersions: [{ department: 'culture' }, { department: 'works' }],
    });
  });

  it('when the successor is an addressee already, that one must acknowledge anew', () => {
    const life = instruction();
    incorporate(life, 'culture');
    life.relay('department.merged', { ...merger, into: 'culture' });
    expect(statusOf(life, 'culture')).toBe('issued');
    expect(life.output).toBeNull();
    incorporate(life, 'culture');
    expect(life.output).toMatchObject({ outcome: 'incorporated' });
  });

  it('opens an incorporated directive that stays in force again, with its whole term', () => {
    const life = instruction({ staysInForce: true });
    incorporate(life, 'mobility', 'culture');
    life.until('2028-03-01T09:00:00.000Z');
    life.relay('department.merged', { ...merger, effectiveAt: '2028-03-01T00:00:00Z' });
    expect(region(life, 'answers')).toBe('awaited');
    expect(region(life, 'term')).toBe('running');
    expect(life.deadlines['incorporationDue']).toBe('2028-05-29T21:59:59.000Z');
    incorporate(life, 'works');
    expect(life.value).toEqual({ live: 'inForce' });
  });

  it('is not forgotten when it happens while the basis is lost', () => {
    const life = instruction({ staysInForce: true });
    incorporate(life, 'mobility', 'culture');
    life.relay('basis.lost', { reason: 'Act suspended' });
    life.relay('department.merged', merger);
    life.relay('basis.restored');
    expect(statusOf(life, 'works')).toBe('issued');
    expect(region(life, 'answers')).toBe('awaited');
  });

  it('must be an addressee, and its successor another department', () => {
    const life = instruction();
    life.relay('department.merged', { ...merger, department: 'parks' });
    life.relay('department.merged', { ...merger, into: 'mobility' });
    life.relay('department.abolished', { department: 'parks', reason: 'Reform' });
    expect(life.context['history']).toEqual([]);
    expect(statusOf(life, 'mobility')).toBe('issued');
  });

  it('without a successor is before the secretary general, who gives it to another', () => {
    const life = instruction();
    life.relay('department.abolished', { department: 'mobility', reason: 'Reform' });
    expect(region(life, 'disputes')).toBe('toSecretaryGeneral');
    expect(() => {
      acknowledge(life, 'mobility');
    }).toThrow(/conditions/);
    life.send(
      'directive.reassigned',
      { department: 'mobility', to: 'culture', ...because },
      general,
    );
    expect(region(life, 'disputes')).toBe('none');
    incorporate(life, 'culture');
    expect(life.output).toMatchObject({ outcome: 'incorporated' });
  });
});
