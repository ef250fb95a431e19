import { describe, expect, it } from '@jest/globals';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';
import { head, lawyer, lead, mayor, Proposal, refusal } from './proposal.ts';

const withAuthority = { ...mayor, authority: 'charter, article 9' };

describe('the opinions on a text', () => {
  it('are all needed before the council may have it', () => {
    const act = new Proposal().submit();
    for (const kind of ['legal', 'finance', 'department'] as const) act.opine(kind);
    expect(act.state).toContain('legal.given');
    expect(act.state).toContain('dataProtection.open');
    expect(refusal(() => act.introduce())).toBe('NotAllowedNow');
    act.opine('dataProtection', 'conditional', 'keep no names');
    expect(act.state).toBe('ready');
    // And it is introduced before it is put on an agenda.
    expect(refusal(() => act.toFloor())).toBe('NotAllowedNow');
  });

  it('are asked for once there is a text', () => {
    const act = new Proposal();
    expect(refusal(() => act.send('act.submitted', {}, lead))).toBe('NotAllowedNow');
  });

  it('send a text back to drafting with findings when one is negative', () => {
    const act = new Proposal().submit();
    act.opine('legal', 'negative', 'no legal basis');
    for (const kind of ['finance', 'department', 'dataProtection'] as const) act.opine(kind);
    expect(act.state).toContain('legal.negative');
    expect(act.notices).toContain('opinion.negative -> initiativeLead');
    act.send('act.returnedToDrafting', { reason: 'new legal basis' }, lead);
    expect(act.state).toBe('drafting');
    expect(act.context['opinions']).toContainEqual(
      expect.objectContaining({ decision: 'negative', findings: 'no legal basis', by: 'leo' }),
    );
    act.submit('text-2');
    expect(act.context['textVersion']).toBe(2);
    // The other opinions were on the old text, so they are asked for again.
    expect(act.state).toContain('finance.open');
    expect(act.review().state).toBe('ready');
  });

  it('send it back by itself when nobody answers a negative one in time', () => {
    const act = new Proposal().submit();
    act.opine('finance', 'negative', 'no money');
    expect(act.deadlines['answerToOpinionDue']).toBe('2027-03-31T08:00:00.000Z');
    act.until('2027-03-30');
    expect(act.state).not.toBe('drafting');
    act.until('2027-03-31');
    expect(act.state).toBe('drafting');
  });

  it('give way to authority alone: named, recorded, and only against a negative one', () => {
    const act = new Proposal().submit();
    act.opine('legal', 'negative', 'doubtful');
    const override = { kind: 'legal', reason: 'the court has decided otherwise' };
    expect(refusal(() => act.send('opinion.overridden', override, mayor))).toBe('NotAllowedNow');
    expect(refusal(() => act.send('opinion.overridden', override, lawyer))).toBe('NotYourRole');
    const finance = { ...override, kind: 'finance' };
    expect(refusal(() => act.send('opinion.overridden', finance, withAuthority))).toBe(
      'NotAllowedNow',
    );
    act.send('opinion.overridden', override, withAuthority);
    for (const kind of ['finance', 'department', 'dataProtection'] as const) act.opine(kind);
    expect(act.state).toBe('ready');
    expect(act.context['changes']).toContainEqual(
      expect.objectContaining({
        what: 'opinion.overridden',
        authority: 'charter, article 9',
        by: 'mara',
      }),
    );
  });

  it('may be revised: the last one of a kind counts, all stay on the record', () => {
    const act = new Proposal().submit();
    act.opine('legal');
    act.opine('legal', 'negative', 'on second thoughts');
    for (const kind of ['finance', 'department', 'dataProtection'] as const) act.opine(kind);
    expect(act.state).toContain('legal.negative');
    act.opine('legal', 'positive');
    expect(act.state).toBe('ready');
    expect(act.context['opinions']).toHaveLength(6);
  });

  it('are never given by who drafted the text, nor on a text that is no longer there', () => {
    const act = new Proposal();
    act.send('text.submitted', { textHash: 'text-1' }, head);
    act.send('act.submitted', {}, head);
    expect(refusal(() => act.opine('department'))).toBe('NotAllowedNow');
    const old = { decision: 'positive', textHash: 'text-0' };
    expect(refusal(() => act.send('legalOpinion.given', old, lawyer))).toBe('NotAllowedNow');
    const delegate = { subject: 'dirk', roles: ['departmentHead'], onBehalfOf: 'hans' };
    const given = { decision: 'positive', textHash: 'text-1' };
    expect(refusal(() => act.send('departmentOpinion.given', given, delegate))).toBe(
      'NotAllowedNow',
    );
  });

  it('are waited for, with an alarm, or taken as given, as the profile says', () => {
    const waits = new Proposal().submit();
    // Fifteen working days from Monday 1 March; Easter Monday is the 29th.
    expect(waits.deadlines['opinionsDue']).toBe('2027-03-22T22:59:59.000Z');
    waits.until('2027-03-22');
    expect(waits.state).toContain('legal.overdue');
    expect(waits.notices).toContain('opinion.overdue -> legalOfficer');
    const opinions = { ...euGeneric.opinions, silence: 'consents' } as const;
    const consents = new Proposal({ profile: { ...euGeneric, opinions } }).submit();
    consents.until('2027-03-22');
    expect(consents.state).toBe('ready');
    expect(consents.context['opinions']).toContainEqual(
      expect.objectContaining({ kind: 'legal', decision: 'lapsed' }),
    );
  });
});
