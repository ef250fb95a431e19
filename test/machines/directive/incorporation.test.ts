import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  clerk,
  head,
  incorporate,
  instruction,
  lawyer,
  mayor,
  region,
  statusOf,
  verify,
  write,
} from './instruction.ts';

describe('a directive that is carried out', () => {
  it('is done when the procedure of every department is verified, and tells each step', () => {
    const life = instruction();
    acknowledge(life, 'mobility', 'culture');
    expect(region(life, 'answers')).toBe('settled');
    expect(region(life, 'work')).toBe('incorporating');
    write(life, 'mobility');
    expect(region(life, 'work')).toBe('verifying');
    verify(life, 'mobility');
    expect(life.output).toBeNull();
    write(life, 'culture', '2.0');
    verify(life, 'culture', '2.0');
    expect(life.told()).toEqual([
      'directive.acknowledged',
      'directive.acknowledged',
      'directive.incorporated',
      'directive.incorporated',
    ]);
    expect(life.told('directive.acknowledged')).toContainEqual({
      directiveId: 'dir-1',
      department: 'mobility',
    });
    expect(life.told('directive.incorporated')).toContainEqual({
      directiveId: 'dir-1',
      department: 'culture',
      sopVersion: '2.0',
    });
    expect(life.output).toEqual({
      directiveId: 'dir-1',
      outcome: 'incorporated',
      supersededBy: null,
      sopVersions: [
        { department: 'mobility', docId: 'SOP-4', version: '4.1' },
        { department: 'culture', docId: 'SOP-4', version: '2.0' },
      ],
    });
  });

  it('has not begun before a department accepts', () => {
    const life = instruction();
    expect(region(life, 'work')).toBe('notBegun');
    acknowledge(life, 'mobility');
    expect(region(life, 'work')).toBe('incorporating');
  });

  it('drops reminders that lay in the past when it was issued', () => {
    const life = instruction({ dueIn: 'P10BD' });
    life.until('2027-03-14');
    expect(life.context['reminders']).toMatchObject([{ left: 'reminder7' }, { left: 'reminder1' }]);
  });

  it('is answered for by the department’s own head', () => {
    const life = instruction();
    expect(() =>
      life.send('directive.acknowledged', { department: 'mobility' }, head('culture')),
    ).toThrow(/conditions/);
    expect(() =>
      life.send(
        'directive.acknowledged',
        { department: 'mobility' },
        { subject: 'x', roles: ['departmentHead'] },
      ),
    ).toThrow(/conditions/);
  });

  it('has no procedure written by a department that has not accepted', () => {
    expect(() => {
      write(instruction(), 'mobility');
    }).toThrow(/conditions/);
  });

  it('has the procedure verified by another role, outside the department, in the recorded version', () => {
    const life = instruction();
    acknowledge(life, 'mobility');
    write(life, 'mobility');
    const verified = { department: 'mobility', version: '4.1' };
    for (const actor of [
      { ...clerk, roles: ['cityClerk', 'departmentHead'] },
      { ...clerk, organisation: 'mobility' },
      { ...clerk, subject: 'head-mobility' },
      { ...clerk, onBehalfOf: 'head-mobility' },
    ])
      expect(() => life.send('sop.verified', verified, actor)).toThrow(/conditions/);
    expect(() => life.send('sop.verified', { ...verified, version: '4.0' }, clerk)).toThrow(
      /conditions/,
    );
    life.send('sop.verified', verified, clerk);
    expect(statusOf(life, 'mobility')).toBe('verified');
  });

  it('gets a procedure back with findings and then another version', () => {
    const life = instruction();
    acknowledge(life, 'mobility');
    write(life, 'mobility');
    life.send(
      'sop.returned',
      { department: 'mobility', version: '4.1', findings: 'Section 3 is missing' },
      clerk,
    );
    expect(region(life, 'work')).toBe('incorporating');
    write(life, 'mobility', '4.2');
    verify(life, 'mobility', '4.2');
    expect(life.told('directive.incorporated')).toMatchObject([{ sopVersion: '4.2' }]);
  });

  it('reminds before its term and climbs the ladder after it', () => {
    const life = instruction();
    acknowledge(life, 'mobility', 'culture');
    life.until('2027-06-30');
    expect(life.context['reminders']).toMatchObject([
      { left: 'reminder30' },
      { left: 'reminder14' },
      { left: 'reminder7' },
      { left: 'reminder1' },
    ]);
    expect(region(life, 'term')).toBe('overdue');
    expect(life.notices.slice(-4)).toEqual([
      'directive.due -> departmentHead',
      'directive.overdue -> departmentHead',
      'directive.overdue -> secretaryGeneral, initiativeLead',
      'directive.overdue -> mayor, committeeChair',
    ]);
    expect(life.context['escalations']).toMatchObject([{ days: 1 }, { days: 5 }, { days: 10 }]);
  });

  it('is superseded at any time', () => {
    const life = instruction();
    life.send('directive.superseded', { by: 'dir-2', reason: 'New act' }, mayor);
    expect(life.output).toMatchObject({ outcome: 'superseded', supersededBy: 'dir-2' });
  });
});

describe('a directive whose legal basis is lost', () => {
  it('stops, and goes on with its whole term once the basis is there again', () => {
    const life = instruction();
    acknowledge(life, 'mobility');
    life.until('2027-03-05T09:00:00.000Z');
    life.relay('basis.lost', { reason: 'Act annulled' });
    expect(life.value).toBe('basisLost');
    expect(() => {
      write(life, 'mobility');
    }).toThrow(/not possible/);
    life.until('2027-05-03T09:00:00.000Z');
    life.relay('basis.restored');
    expect(region(life, 'work')).toBe('incorporating');
    expect(life.deadlines).toMatchObject({
      acknowledgementDue: '2027-05-17T21:59:59.000Z',
      incorporationDue: '2027-07-27T21:59:59.000Z',
    });
    incorporate(life, 'culture');
    write(life, 'mobility');
    verify(life, 'mobility');
    expect(life.output).toMatchObject({ outcome: 'incorporated' });
  });

  it('ends after 90 days without one', () => {
    const life = instruction();
    life.send('basis.lost', { reason: 'Act annulled' }, lawyer);
    life.until('2027-06-01');
    expect(life.output).toMatchObject({ outcome: 'basisLost' });
  });

  it('can lose it after incorporation when it stays in force', () => {
    const life = instruction({ staysInForce: true });
    incorporate(life, 'mobility', 'culture');
    expect(life.value).toEqual({ live: 'inForce' });
    expect(life.output).toBeNull();
    life.relay('basis.lost', { reason: 'Act suspended' });
    expect(life.value).toBe('basisLost');
    life.relay('basis.restored');
    expect(life.value).toEqual({ live: 'inForce' });
  });
});
