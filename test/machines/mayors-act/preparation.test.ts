import { describe, expect, it } from '@jest/globals';
import { clerk, competent, decree, lawyer, lead, mayor, reviewed, treasurer } from './decree.ts';

const sign = { textHash: 'text-1', number: '12/2027' };

describe('an act of the mayor in preparation', () => {
  it('is not begun when the mayor lacks the power, and the parent hears why', () => {
    const life = decree();
    life.send('competence.assessed', { withinPowers: false, basis: 'Charter, art. 12' }, lawyer);
    expect(life.value).toBe('notCompetent');
    expect(life.told('act.failed')).toEqual([{ actId: 'act-1', reason: 'notCompetent' }]);
    expect(life.output).toMatchObject({ actId: 'act-1', outcome: 'notCompetent', number: '' });
  });

  it('is not begun when an ordinance stands against it', () => {
    const life = decree();
    life.send(
      'competence.assessed',
      { withinPowers: true, basis: 'Charter, art. 12', conflictsWith: ['Ordinance 4/2019'] },
      lawyer,
    );
    expect(life.value).toBe('notCompetent');
    expect(life.context['competence']).toMatchObject({ conflictsWith: ['Ordinance 4/2019'] });
  });

  it('leaves the question of competence to the legal officer', () => {
    const life = decree();
    expect(() =>
      life.send('competence.assessed', { withinPowers: true, basis: 'Charter' }, mayor),
    ).toThrow(/legalOfficer/);
    expect(life.value).toEqual({ pending: 'competenceCheck' });
  });

  it('goes to signature on the legal opinion alone when no money is involved', () => {
    const life = decree();
    reviewed(life);
    expect(life.value).toEqual({ pending: 'signing' });
    expect(life.context['competence']).toMatchObject({ basis: 'Charter, art. 12' });
  });

  it('asks the finance officer at the same time when money is involved', () => {
    const life = decree({ money: true });
    reviewed(life);
    expect(life.value).toEqual({
      pending: { reviewing: { legal: 'given', finance: { needed: 'awaited' } } },
    });
    life.send('financeOpinion.given', { decision: 'conditional', textHash: 'text-1' }, treasurer);
    expect(life.value).toEqual({ pending: 'signing' });
  });

  it('goes back to drafting with the findings of a negative opinion', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    life.send(
      'legalOpinion.given',
      { decision: 'negative', textHash: 'text-1', findings: 'No legal basis for art. 3' },
      lawyer,
    );
    expect(life.value).toEqual({ pending: 'drafting' });
    expect(life.context['changes']).toMatchObject([
      { what: 'opinion.negative', reason: 'No legal basis for art. 3' },
    ]);
    expect(() => life.send('act.submitted', {}, lead)).toThrow(/conditions are not met/);
    life.send('text.submitted', { textHash: 'text-2' }, lead);
    life.send('act.submitted', {}, lead);
    life.send('legalOpinion.given', { decision: 'positive', textHash: 'text-2' }, lawyer);
    expect(life.value).toEqual({ pending: 'signing' });
  });

  it('overrides a negative opinion only by a named authority', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    life.send('legalOpinion.given', { decision: 'negative', textHash: 'text-1' }, lawyer);
    const override = { kind: 'legal', textHash: 'text-1', reason: 'Urgent for safety' };
    expect(() => life.send('opinion.overridden', override, mayor)).toThrow(/conditions/);
    life.send('opinion.overridden', override, { ...mayor, authority: 'Charter, art. 14' });
    life.send('act.submitted', {}, lead);
    expect(life.value).toEqual({ pending: 'signing' });
    expect(life.context['overridden']).toMatchObject([
      { kind: 'legal', authority: 'Charter, art. 14', by: 'mara' },
    ]);
  });

  it('has nothing to override where no negative opinion stands', () => {
    const life = decree();
    competent(life);
    expect(() =>
      life.send(
        'opinion.overridden',
        { kind: 'legal', textHash: 'text-1', reason: 'Urgent' },
        { ...mayor, authority: 'Charter, art. 14' },
      ),
    ).toThrow(/conditions/);
  });

  it('takes for a new text only another one', () => {
    const life = decree();
    competent(life);
    expect(() => life.send('text.submitted', { textHash: 'text-1' }, lead)).toThrow(/conditions/);
    life.send('text.submitted', { textHash: 'text-2' }, lead);
    expect(life.context['textVersions']).toMatchObject([{ v: 1, hash: 'text-1' }]);
  });

  it('counts no override for another text', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    life.send('legalOpinion.given', { decision: 'negative', textHash: 'text-1' }, lawyer);
    life.send(
      'opinion.overridden',
      { kind: 'legal', textHash: 'text-1', reason: 'Urgent' },
      { ...mayor, authority: 'Charter, art. 14' },
    );
    life.send('text.submitted', { textHash: 'text-2' }, lead);
    life.send('act.submitted', {}, lead);
    expect(life.value).toMatchObject({ pending: { reviewing: { legal: 'awaited' } } });
  });

  it('takes no opinion on another text than the present one', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    expect(() =>
      life.send('legalOpinion.given', { decision: 'positive', textHash: 'text-0' }, lawyer),
    ).toThrow(/conditions/);
  });

  it('has drafter, reviewer and signer be three people, also through a delegate', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    const opinion = { decision: 'positive', textHash: 'text-1' };
    const drafterAsLawyer = { subject: 'lea', roles: ['legalOfficer'] };
    const delegateOfDrafter = { subject: 'leo', roles: ['legalOfficer'], onBehalfOf: 'lea' };
    expect(() => life.send('legalOpinion.given', opinion, drafterAsLawyer)).toThrow(/conditions/);
    expect(() => life.send('legalOpinion.given', opinion, delegateOfDrafter)).toThrow(/conditions/);
    life.send('legalOpinion.given', opinion, lawyer);
    expect(() => life.send('act.signed', sign, { subject: 'lea', roles: ['mayor'] })).toThrow(
      /conditions/,
    );
    expect(() => life.send('act.signed', sign, { subject: 'leo', roles: ['mayor'] })).toThrow(
      /conditions/,
    );
    life.send('act.signed', sign, mayor);
    expect(life.told()).toContain('act.adopted');
  });

  it('lets nobody who has given an opinion draft the next text', () => {
    const life = decree();
    competent(life);
    life.send('act.submitted', {}, lead);
    life.send('legalOpinion.given', { decision: 'negative', textHash: 'text-1' }, lawyer);
    expect(() =>
      life.send('text.submitted', { textHash: 'text-2' }, { ...lead, subject: 'leo' }),
    ).toThrow(/conditions/);
  });

  it('tells the parent of the adopted text and its number on the signature', () => {
    const life = decree();
    reviewed(life);
    life.send('act.signed', sign, mayor);
    expect(life.told('act.adopted')).toEqual([
      { actId: 'act-1', number: '12/2027', body: 'mayor', textHash: 'text-1' },
    ]);
  });

  it('is not signed without a number, and a number once given stays', () => {
    const life = decree();
    reviewed(life);
    expect(() => life.send('act.signed', { textHash: 'text-1' }, mayor)).toThrow(/conditions/);
    life.send('act.numbered', { number: '12/2027' }, clerk);
    expect(() => life.send('act.numbered', { number: '13/2027' }, clerk)).toThrow(/conditions/);
    expect(() => life.send('act.signed', { textHash: 'text-1', number: '13/2027' }, mayor)).toThrow(
      /conditions/,
    );
    life.send('act.signed', { textHash: 'text-1' }, mayor);
    expect(life.context['number']).toBe('12/2027');
  });

  it('takes an acting mayor’s signature only with the instrument of delegation', () => {
    const acting = { subject: 'dora', roles: ['mayor'], onBehalfOf: 'mara' };
    const life = decree();
    reviewed(life);
    expect(() => life.send('act.signed', sign, acting)).toThrow(/conditions/);
    life.send('act.signed', sign, { ...acting, authority: 'Decree 2/2027' });
    expect(life.context['signature']).toMatchObject({
      by: 'dora',
      actingFor: 'mara',
      delegation: 'Decree 2/2027',
    });
  });

  it('goes back to drafting when the mayor will not sign it as it is', () => {
    const life = decree();
    reviewed(life);
    life.send('act.returnedToDrafting', { reason: 'Too vague' }, mayor);
    expect(life.value).toEqual({ pending: 'drafting' });
    expect(life.context['changes']).toMatchObject([{ what: 'returned', reason: 'Too vague' }]);
    expect(life.notices).toEqual(['act.returned -> initiativeLead']);
  });

  it('can be withdrawn before the signature', () => {
    const life = decree();
    reviewed(life);
    life.send('act.withdrawn', { reason: 'The council will decide' }, lead);
    expect(life.told('act.failed')).toEqual([{ actId: 'act-1', reason: 'withdrawn' }]);
    expect(life.output).toMatchObject({ outcome: 'withdrawn' });
  });

  it('waits for the successor when the mayor changes, and goes on where it was', () => {
    const life = decree({ money: true });
    reviewed(life);
    life.send('mayor.changed', { successor: 'nora' }, clerk);
    expect(life.value).toBe('awaitingSuccessor');
    expect(() =>
      life.send('financeOpinion.given', { decision: 'positive', textHash: 'text-1' }, treasurer),
    ).toThrow(/not possible/);
    expect(() => life.send('draft.confirmed', {}, mayor)).toThrow(/conditions/);
    const successor = { subject: 'nora', roles: ['mayor'] };
    life.send('draft.confirmed', {}, successor);
    life.send('financeOpinion.given', { decision: 'positive', textHash: 'text-1' }, treasurer);
    expect(() => life.send('act.signed', sign, mayor)).toThrow(/conditions/);
    life.send('act.signed', sign, successor);
    expect(life.context['signature']).toMatchObject({ by: 'nora' });
    expect(life.context['changes']).toMatchObject([
      { what: 'mayor.changed', successor: 'nora' },
      { what: 'confirmedBySuccessor', by: 'nora' },
    ]);
  });

  it('reminds whoever is waited for, and decides nothing by itself', () => {
    const life = decree({ money: true });
    life.until('2027-12-31');
    expect(life.value).toEqual({ pending: 'competenceCheck' });
    competent(life);
    life.until('2028-02-28');
    life.send('act.submitted', {}, lead);
    life.until('2028-06-30');
    life.send('legalOpinion.given', { decision: 'positive', textHash: 'text-1' }, lawyer);
    life.send('financeOpinion.given', { decision: 'positive', textHash: 'text-1' }, treasurer);
    life.until('2028-12-31');
    expect(life.value).toEqual({ pending: 'signing' });
    life.send('mayor.changed', { successor: 'nora' }, clerk);
    life.until('2029-12-31');
    expect(life.value).toBe('awaitingSuccessor');
    expect(life.notices).toEqual([
      'competence.overdue -> legalOfficer, secretaryGeneral',
      'act.unanswered -> initiativeLead, departmentHead',
      'opinion.overdue -> legalOfficer, secretaryGeneral',
      'opinion.overdue -> financeOfficer, secretaryGeneral',
      'signature.overdue -> mayor, secretaryGeneral',
      'confirmation.overdue -> mayor, cityClerk',
    ]);
  });

  it('takes silence for consent only where the rules say so', () => {
    const profile = decree().context['profile'] as { opinions: object };
    const life = decree({
      money: true,
      profile: { ...profile, opinions: { ...profile.opinions, silence: 'consents' } } as never,
    });
    competent(life);
    life.send('act.submitted', {}, lead);
    life.until('2027-03-31');
    expect(life.value).toEqual({ pending: 'signing' });
    expect(life.context['opinions']).toMatchObject([
      { kind: 'legal', decision: 'lapsed' },
      { kind: 'finance', decision: 'lapsed' },
    ]);
  });
});
