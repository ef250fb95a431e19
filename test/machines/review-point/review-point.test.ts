import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../contracts/json.ts';
import { reviewPoint } from '../../../machines/review-point/review-point.ts';
import { ChildLife } from '../child-life.ts';

const lead = { subject: 'lea', roles: ['initiativeLead'], organisation: 'innovation' };
const partner = { subject: 'pia', roles: ['partnerRepresentative'], organisation: 'neighbours' };
const clerk = { subject: 'carl', roles: ['cityClerk'] };
const operator = { subject: 'olga', roles: ['departmentHead'], organisation: 'mobility' };

/** A review due on Thursday 1 March 2029, announced on 1 March 2028. */
function review(input: JsonObject = {}): ChildLife {
  return new ChildLife(
    reviewPoint,
    {
      reviewId: 'review-1',
      kind: 'annual',
      dueOn: '2029-03-01',
      initiativeId: 'repair-desks',
      operatingDepartment: 'mobility',
      sequence: 1,
      ...input,
    },
    '2028-03-01T09:00:00.000Z',
  );
}

const indicator = { name: 'repairs', value: 412, source: 'register' };

function held(life: ChildLife): void {
  life.until('2029-02-15T09:00:00.000Z');
  life.send('review.held', { participants: ['neighbours', 'mobility'] }, lead);
}

function withFindings(life: ChildLife): void {
  held(life);
  life.send('indicator.recorded', indicator, lead);
  life.send('findings.recorded', { findings: 'Well used', lessons: ['Ask earlier'] }, partner);
}

const conclude = { decision: 'continue', reason: 'It works' };

describe('a review point', () => {
  it('opens its window 60 days before the due day and closes it 30 days after', () => {
    const life = review();
    expect(life.value).toEqual({ planned: 'upcoming' });
    expect(life.deadlines).toMatchObject({
      windowOpens: '2028-12-30T23:00:00.000Z',
      windowCloses: '2029-03-31T21:59:59.000Z',
    });
    life.until('2028-12-31');
    expect(life.value).toEqual({ planned: 'open' });
    expect(life.told('review.opened')).toEqual([{ reviewId: 'review-1', kind: 'annual' }]);
  });

  it('has a window of 30 days before for kinds other than the annual one', () => {
    expect(review({ kind: 'trust' }).deadlines['windowOpens']).toBe('2029-01-29T23:00:00.000Z');
  });

  it('takes the window that whoever plans the series wants', () => {
    const life = review({ windowBefore: 'P180D', windowAfter: 'P0D' });
    expect(life.deadlines).toMatchObject({
      windowOpens: '2028-09-01T22:00:00.000Z',
      windowCloses: '2029-03-01T22:59:59.000Z',
    });
  });

  it('cannot be held before its window', () => {
    const life = review();
    expect(() => life.send('review.held', {}, lead)).toThrow(/not possible/);
  });

  it('reminds 30, 14, 7 and 1 working days before it is due', () => {
    const life = review();
    life.until('2029-03-02');
    expect(life.context['reminders']).toMatchObject([
      { left: 'reminder30' },
      { left: 'reminder14' },
      { left: 'reminder7' },
      { left: 'reminder1' },
    ]);
    expect(life.notices.filter((notice) => notice.startsWith('review.reminder'))).toHaveLength(4);
  });

  it('drops reminders that were past when it was announced', () => {
    const life = review({ dueOn: '2028-03-10' });
    life.until('2028-03-11');
    expect(life.context['reminders']).toMatchObject([{ left: 'reminder1' }]);
  });

  it('is held, measured, judged and concluded, and hands all of it to the parent', () => {
    const life = review();
    withFindings(life);
    life.send('review.concluded', conclude, clerk);
    expect(life.told()).toEqual(['review.opened', 'review.held']);
    expect(life.told('review.held')).toEqual([{ reviewId: 'review-1', kind: 'annual' }]);
    expect(life.output).toMatchObject({
      reviewId: 'review-1',
      kind: 'annual',
      sequence: 1,
      decision: 'continue',
      heldAt: '2029-02-15T09:00:00.000Z',
      indicators: [{ name: 'repairs', value: 412, source: 'register' }],
      findings: 'Well used',
      lessons: ['Ask earlier'],
    });
  });

  it('needs an indicator before findings, and findings before a decision', () => {
    const life = review();
    held(life);
    expect(() => life.send('findings.recorded', { findings: 'Fine' }, lead)).toThrow(
      /not possible/,
    );
    life.send('indicator.recorded', indicator, lead);
    expect(() => life.send('review.concluded', conclude, clerk)).toThrow(/not possible/);
  });

  it('is not closed by the department that operates the service', () => {
    const life = review();
    withFindings(life);
    expect(() => life.send('review.concluded', conclude, operator)).toThrow(/conditions/);
    expect(() =>
      life.send('review.concluded', conclude, { ...clerk, organisation: 'mobility' }),
    ).toThrow(/conditions/);
    expect(() =>
      life.send('review.concluded', conclude, { ...clerk, onBehalfOf: 'mobility' }),
    ).toThrow(/conditions/);
    life.send('review.concluded', conclude, { ...operator, organisation: 'culture' });
    expect(life.value).toBe('concluded');
  });

  it('is not closed by a head who does not say of which department', () => {
    const life = review();
    withFindings(life);
    expect(() =>
      life.send('review.concluded', conclude, { subject: 'olga', roles: ['departmentHead'] }),
    ).toThrow(/conditions/);
  });

  it('missed once, reminds and can still be held', () => {
    const life = review();
    life.until('2029-04-01');
    expect(life.value).toBe('overdue');
    expect(life.notices).toContain(
      'review.missed -> initiativeLead, partnerRepresentative, departmentHead',
    );
    expect(life.told()).toEqual(['review.opened']);
    life.send('review.held', {}, lead);
    expect(life.value).toBe('held');
  });

  it('missed twice, is flagged in public and put before the committee, and never ends the service', () => {
    const life = review();
    life.until('2029-05-01');
    expect(life.told('review.missed')).toEqual([
      { reviewId: 'review-1', kind: 'annual', times: 2 },
    ]);
    expect(life.simulation.effects).toContainEqual(
      expect.objectContaining({
        type: 'publish',
        params: expect.objectContaining({ what: 'review.missed' }),
      }),
    );
    expect(life.notices).toContain('review.missedTwice -> committeeChair, initiativeLead');
    life.until('2031-05-01');
    expect(life.value).toBe('missed');
    expect(life.output).toBeNull();
    expect(life.told('review.missed')).toHaveLength(1);
    expect(life.notices.filter((notice) => notice.startsWith('review.stillMissed'))).toHaveLength(
      8,
    );
    life.send('review.held', {}, lead);
    expect(life.value).toBe('held');
  });

  it('announced too late, is open and missed at once', () => {
    const life = review({ dueOn: '2028-01-10' });
    expect(life.value).toBe('overdue');
    expect(life.told()).toEqual(['review.opened']);
  });

  it('reminds at every step after it was held', () => {
    const life = review();
    held(life);
    life.until('2029-04-01');
    life.send('indicator.recorded', indicator, lead);
    life.until('2029-06-01');
    life.send('findings.recorded', { findings: 'Well used' }, lead);
    life.until('2029-08-01');
    expect(life.value).toBe('findings');
    expect(life.notices.slice(-3)).toEqual([
      'review.indicatorsDue -> initiativeLead, partnerRepresentative',
      'review.findingsDue -> initiativeLead, partnerRepresentative',
      'review.decisionDue -> cityClerk, secretaryGeneral',
    ]);
  });

  it('keeps findings that were replaced', () => {
    const life = review();
    withFindings(life);
    life.send('findings.recorded', { findings: 'Used by few' }, clerk);
    expect(life.context['findings']).toBe('Used by few');
    expect(life.context['history']).toMatchObject([
      { findings: 'Well used' },
      { findings: 'Used by few' },
    ]);
  });
});

describe('a review of trust', () => {
  const trust = { name: 'trust', value: 3.8, source: 'survey', asked: 300, responseRate: 0.42 };

  it('takes indicators from participants, with how many were asked and answered', () => {
    const life = review({ kind: 'trust' });
    held(life);
    life.send('indicator.recorded', trust, partner);
    expect(life.context['indicators']).toMatchObject([
      { name: 'trust', asked: 300, responseRate: 0.42, by: 'pia' },
    ]);
  });

  it('takes none from the operating department, whatever role is used', () => {
    const life = review({ kind: 'trust' });
    held(life);
    for (const actor of [
      operator,
      lead,
      { ...partner, organisation: 'mobility' },
      { ...partner, roles: ['partnerRepresentative', 'departmentHead'] },
    ])
      expect(() => life.send('indicator.recorded', trust, actor)).toThrow(/conditions/);
  });

  it('takes none without the number asked and the share that answered', () => {
    const life = review({ kind: 'trust' });
    held(life);
    const { asked: _asked, ...withoutNumber } = trust;
    const { responseRate: _rate, ...withoutShare } = trust;
    for (const fields of [withoutNumber, withoutShare, { ...trust, responseRate: 0 }])
      expect(() => life.send('indicator.recorded', fields, partner)).toThrow(/conditions/);
  });
});
