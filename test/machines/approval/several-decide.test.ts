import { describe, expect, it } from '@jest/globals';
import { decide, request } from './request.ts';

const three = ['ann', 'ben', 'cid'];

describe('an approval by several', () => {
  it('needs all of them unless it says how many', () => {
    const life = request({ approvers: three });
    decide(life, 'approved', 'ann');
    decide(life, 'approved', 'ben');
    expect(life.output).toBeNull();
    decide(life, 'approved', 'cid');
    expect(life.value).toBe('approved');
  });

  it('is refused by one when all are needed', () => {
    const life = request({ approvers: three });
    decide(life, 'rejected', 'ben');
    expect(life.output).toMatchObject({ decision: 'rejected', decidedBy: 'ben' });
  });

  it('with two of three needed, is given by two and refused by two', () => {
    const given = request({ approvers: three, needed: 2 });
    decide(given, 'rejected', 'ann');
    decide(given, 'approved', 'ben');
    expect(given.output).toBeNull();
    decide(given, 'approved', 'cid');
    expect(given.value).toBe('approved');
    const refused = request({ approvers: three, needed: 2 });
    decide(refused, 'rejected', 'ann');
    decide(refused, 'rejected', 'ben');
    expect(refused.value).toBe('rejected');
  });

  it('takes decisions of those named only', () => {
    const life = request({ approvers: three });
    expect(() => {
      decide(life, 'approved', 'dot');
    }).toThrow(/conditions/);
  });

  it('takes them in order where order was asked for', () => {
    const life = request({ approvers: three, inOrder: true });
    expect(() => {
      decide(life, 'approved', 'ben');
    }).toThrow(/conditions/);
    decide(life, 'approved', 'ann');
    expect(() => {
      decide(life, 'approved', 'cid');
    }).toThrow(/conditions/);
    decide(life, 'approved', 'ben');
    decide(life, 'approved', 'cid');
    expect(life.value).toBe('approved');
  });

  it('counts one decision for each; a second replaces the first and both stay on the record', () => {
    const life = request({ approvers: three, needed: 2 });
    decide(life, 'conditional', 'ann');
    decide(life, 'approved', 'ann');
    expect(life.output).toBeNull();
    expect(life.context['decisions']).toMatchObject([
      { approver: 'ann', decision: 'conditional', standing: false },
      { approver: 'ann', decision: 'approved', standing: true },
    ]);
    decide(life, 'approved', 'ben');
    expect(life.output).toMatchObject({ decision: 'approved', conditions: [] });
  });

  it('gathers the conditions of all', () => {
    const life = request({ approvers: ['ann', 'ben'] });
    decide(life, 'conditional', 'ann');
    decide(life, 'conditional', 'ben');
    expect(life.output).toMatchObject({ conditions: ['condition of ann', 'condition of ben'] });
  });

  it('so many of an office, without names, must be different people', () => {
    const life = request({ needed: 2 });
    decide(life, 'approved', 'ann');
    decide(life, 'approved', 'ann');
    expect(life.output).toBeNull();
    decide(life, 'approved', 'ben');
    expect(life.value).toBe('approved');
  });

  it('is not given by abstention, even where silence is consent', () => {
    const life = request({ approvers: three, needed: 2, onSilence: 'approve' });
    decide(life, 'abstained', 'ann');
    decide(life, 'abstained', 'ben');
    expect(life.output).toMatchObject({ decision: 'abstained', standsAs: 'rejected' });
  });

  it('goes to the superiors when too many abstain, where silence does', () => {
    const life = request({ approvers: three, needed: 2 });
    decide(life, 'abstained', 'ann');
    decide(life, 'abstained', 'ben');
    expect(life.value).toEqual({ open: { escalated: 'toOffice' } });
  });
});

describe('the ruling of a superior', () => {
  const head = { subject: 'hal', roles: ['departmentHead'] };

  it.each([
    ['approved', { standsAs: 'approved', decidedBy: 'hal' }],
    ['rejected', { standsAs: 'rejected', decidedBy: 'hal', reason: 'Not now' }],
  ])('%s settles an escalated request of several approvers', (decision, outcome) => {
    const life = request({ approvers: three });
    life.until('2027-03-31');
    life.send('approval.decided', { decision, hash: 'hash-1', reason: 'Not now' }, head);
    expect(life.output).toMatchObject({ decision, ...outcome });
  });
});

describe('an approval with a quorum', () => {
  const five = { approvers: ['ann', 'ben', 'cid', 'dot', 'eve'], quorum: 3 };

  it('waits for all until it is due and then counts the majority', () => {
    const life = request(five);
    decide(life, 'approved', 'ann');
    decide(life, 'approved', 'ben');
    decide(life, 'rejected', 'cid');
    expect(life.output).toBeNull();
    life.until('2027-03-31');
    expect(life.output).toMatchObject({ decision: 'approved' });
  });

  it('is decided as soon as all have, abstentions counting for the quorum and not for the majority', () => {
    const life = request({ approvers: three, quorum: 3 });
    decide(life, 'abstained', 'ann');
    decide(life, 'abstained', 'ben');
    decide(life, 'conditional', 'cid');
    expect(life.output).toMatchObject({ decision: 'conditional', standsAs: 'approved' });
  });

  it('is rejected by a tie', () => {
    const life = request({ approvers: ['ann', 'ben'], quorum: 2 });
    decide(life, 'approved', 'ann');
    decide(life, 'rejected', 'ben');
    expect(life.value).toBe('rejected');
  });

  it('is silence when too few have taken part', () => {
    const life = request({ ...five, onSilence: 'reject' });
    decide(life, 'approved', 'ann');
    decide(life, 'approved', 'ben');
    life.until('2027-03-31');
    expect(life.output).toMatchObject({ decision: 'lapsed', standsAs: 'rejected' });
  });
});
