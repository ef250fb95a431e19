import { describe, expect, it } from '@jest/globals';
import { decide, lawyer, request, requester } from './request.ts';

const approve = { decision: 'approved', hash: 'hash-1' };

describe('an approval by one office', () => {
  it('asks the office, and its answer goes back with whose it was and on which text', () => {
    const life = request();
    expect(life.notices).toEqual(['approval.requested -> legalOfficer']);
    life.until('2027-03-03T10:00:00.000Z');
    decide(life, 'approved');
    expect(life.output).toEqual({
      decision: 'approved',
      standsAs: 'approved',
      conditions: [],
      decidedBy: 'leo',
      decidedAt: '2027-03-03T10:00:00.000Z',
      hash: 'hash-1',
      reason: '',
    });
  });

  it('is rejected with a reason, and not without', () => {
    const life = request();
    expect(() => {
      decide(life, 'rejected', 'leo', { reason: '' });
    }).toThrow(/conditions/);
    decide(life, 'rejected');
    expect(life.value).toBe('rejected');
    expect(life.output).toMatchObject({ standsAs: 'rejected', reason: 'Not lawful' });
  });

  it('is given under conditions, and not under none', () => {
    const life = request();
    expect(() => {
      decide(life, 'conditional', 'leo', { conditions: [] });
    }).toThrow(/conditions/);
    decide(life, 'conditional');
    expect(life.output).toMatchObject({
      decision: 'conditional',
      standsAs: 'approved',
      conditions: ['condition of leo'],
    });
  });

  it('belongs to the office that was asked', () => {
    const life = request({ organisation: 'legal-department' });
    expect(() =>
      life.send('approval.decided', approve, { subject: 'fin', roles: ['financeOfficer'] }),
    ).toThrow(/conditions/);
    expect(() => life.send('approval.decided', approve, lawyer)).toThrow(/conditions/);
    life.send('approval.decided', approve, { ...lawyer, organisation: 'legal-department' });
    expect(life.value).toBe('approved');
  });

  it('is never given by who asked, not even through a delegate or by the principal', () => {
    const life = request({ requestedOnBehalfOf: 'ines' });
    for (const actor of [
      { ...lawyer, subject: 'lea' },
      { ...lawyer, onBehalfOf: 'lea', authority: 'Delegation 1' },
      { ...lawyer, subject: 'ines' },
      { ...lawyer, onBehalfOf: 'ines', authority: 'Delegation 1' },
    ])
      expect(() => life.send('approval.decided', approve, actor)).toThrow(/conditions/);
  });

  it('is given by a delegate who names the delegation, and counts as the principal’s', () => {
    const life = request();
    const delegate = { subject: 'dan', roles: ['legalOfficer'], onBehalfOf: 'leo' };
    expect(() => life.send('approval.decided', approve, delegate)).toThrow(/conditions/);
    life.send('approval.decided', approve, { ...delegate, authority: 'Delegation 7' });
    expect(life.context['decisions']).toMatchObject([
      { approver: 'leo', by: 'dan', authority: 'Delegation 7' },
    ]);
  });

  it('holds for the text that was submitted and for no other', () => {
    const life = request();
    expect(() =>
      life.send('approval.decided', { decision: 'approved', hash: 'hash-2' }, lawyer),
    ).toThrow(/conditions/);
  });

  it('is void when the text changes, and the office hears of it', () => {
    const life = request();
    life.relay('subject.changed', { hash: 'hash-1' });
    expect(life.value).toMatchObject({ open: {} });
    life.relay('subject.changed', { hash: 'hash-2' });
    expect(life.value).toBe('void');
    expect(life.output).toMatchObject({ decision: 'void', standsAs: null });
    expect(life.notices).toContain('approval.void -> legalOfficer');
  });

  it('is recalled by who asked and by nobody else', () => {
    const life = request();
    expect(() => life.send('approval.recalled', { reason: 'Too early' }, lawyer)).toThrow(
      /conditions/,
    );
    life.send('approval.recalled', { reason: 'Too early' }, requester);
    expect(life.output).toMatchObject({
      decision: 'recalled',
      standsAs: null,
      reason: 'Too early',
    });
  });

  it('is recalled by the process that asked', () => {
    const life = request();
    life.relay('approval.recalled', { reason: 'The plan was given up' });
    expect(life.value).toBe('recalled');
  });
});

describe('an approval that nobody decides', () => {
  it('is reminded of 14, 7 and 1 working days before it is due; 30 lay in the past', () => {
    const life = request();
    // Easter Monday, the 29th, is no working day.
    expect(life.deadlines['decisionDue']).toBe('2027-03-30T21:59:59.000Z');
    life.until('2027-03-30T12:00:00.000Z');
    expect(life.value).toEqual({ open: { waiting: 'reminded' } });
    expect(life.context['reminders']).toMatchObject([
      { left: 'reminder14' },
      { left: 'reminder7' },
      { left: 'reminder1' },
    ]);
  });

  it('is given by silence where that was announced', () => {
    const life = request({ onSilence: 'approve' });
    life.until('2027-03-31');
    expect(life.output).toMatchObject({ decision: 'lapsed', standsAs: 'approved' });
  });

  it('is refused by silence where that was announced', () => {
    const life = request({ onSilence: 'reject' });
    life.until('2027-03-31');
    expect(life.output).toMatchObject({ decision: 'lapsed', standsAs: 'rejected' });
  });

  it('climbs after 1, 5 and 10 working days to head, secretary general and mayor', () => {
    const life = request();
    life.until('2027-03-30');
    expect(life.value).toEqual({ open: { escalated: 'toOffice' } });
    life.until('2027-03-31');
    expect(life.value).toEqual({ open: { escalated: 'toHead' } });
    // Five working days after the 30th end on 6 April.
    life.until('2027-04-06');
    expect(life.value).toEqual({ open: { escalated: 'toSecretaryGeneral' } });
    life.until('2027-04-13');
    expect(life.value).toEqual({ open: { escalated: 'toMayor' } });
    life.until('2029-01-01');
    expect(life.value).toEqual({ open: { escalated: 'toMayor' } });
    expect(life.notices.slice(-3)).toEqual([
      'approval.overdue -> departmentHead',
      'approval.overdue -> secretaryGeneral',
      'approval.overdue -> mayor',
    ]);
  });

  it('may still be decided by the office, and by superiors only once it came to them', () => {
    const head = { subject: 'hal', roles: ['departmentHead'] };
    const late = request();
    late.until('2027-03-30');
    expect(() => late.send('approval.decided', approve, head)).toThrow(/conditions/);
    decide(late, 'approved');
    expect(late.value).toBe('approved');

    const ruled = request();
    ruled.until('2027-03-31');
    expect(() =>
      ruled.send('approval.decided', { decision: 'abstained', hash: 'hash-1' }, head),
    ).toThrow(/conditions/);
    ruled.send('approval.decided', approve, head);
    expect(ruled.output).toMatchObject({ decision: 'approved', decidedBy: 'hal' });
  });
});
