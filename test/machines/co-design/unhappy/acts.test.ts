import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import {
  chair,
  City,
  clerk,
  head,
  lawyer,
  lead,
  mayor,
  partner,
  privacyOfficer,
  treasurer,
} from '../city.ts';
import {
  approve,
  councilVote,
  draft,
  inDays,
  mayorsAct,
  promulgate,
  toGoingOfficial,
} from '../walk.ts';
import {
  all,
  childContext,
  childValue,
  notPossible,
  notTheirs,
  one,
  profileWith,
  region,
} from './walk.ts';

const filing = { profile: profileWith({ session: { end: 'files' } }) };
const instrument = (city: City): unknown =>
  (city.part('goingOfficial') as JsonObject)['instrument'];

/** An initiative that is going official, and its instrument, with the draft before who decides. */
function before(kind: string, input: JsonObject = {}): City {
  const city = new City(input);
  toGoingOfficial(city);
  draft(city, kind);
  return city;
}

function defeated(kind = 'councilAct'): City {
  const city = before(kind);
  councilVote(city, { declared: 'lost' });
  return city;
}

describe('an act that the council rejects', () => {
  it('leaves the initiative with a choice, and tells whoever must make it', () => {
    const city = defeated();
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({
      status: 'failed',
      reason: 'defeated',
      current: false,
    });
    expect(instrument(city)).toBe('failed');
    expect(city.notices).toContain('act.failed');
    expect(city.next('redraft.chosen')?.possible).toBe(true);
    expect(city.next('instrument.chosen')?.possible).toBe(true);
    expect(city.next('initiative.stopped')?.possible).toBe(true);
  });

  it('may be drafted anew under an id of its own, and the new act names the one it replaces', () => {
    const city = defeated();
    city.send('redraft.chosen', { reason: 'answer the critics' }, lead);
    expect(() =>
      city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-2' }, lead),
    ).toThrow(notPossible);
    city.send('draft.submitted', { actId: '2', title: 'Desks', textHash: 'text-2' }, lead);
    approve(city, 'text-2');
    expect(one(city, 'acts', '2', 'actId')).toMatchObject({ replaces: '1', status: 'pending' });
    expect(childContext(city, 'act-2')).toMatchObject({ replaces: '1', textHash: 'text-2' });
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ status: 'failed' });
    councilVote(city, { actId: '2', textHash: 'text-2' });
    promulgate(city, '2', 'text-2');
    expect(instrument(city)).toBe('effective');
  });

  it('may give way to another instrument', () => {
    const city = defeated();
    city.send('instrument.chosen', { instrument: 'mayorsAct', reason: 'within the charter' }, lead);
    city.send('draft.submitted', { actId: 'm', title: 'Desks', textHash: 'text-1' }, lead);
    approve(city, 'text-1');
    mayorsAct(city, 'm');
    expect(instrument(city)).toBe('effective');
    expect(all(city, 'acts').map(({ actId, body, status }) => [actId, body, status])).toEqual([
      ['1', 'council', 'failed'],
      ['m', 'mayor', 'effective'],
    ]);
  });

  it('may be the end of the initiative', () => {
    const city = defeated();
    city.send('initiative.stopped', { reason: 'no majority', authority: 'order 9' }, mayor);
    expect(city.stage).toBe('closing');
  });

  it('leaves the act of the mayor standing when both were needed, and only the lost one is replaced', () => {
    const city = before('both');
    mayorsAct(city);
    councilVote(city, { declared: 'lost' });
    expect(instrument(city)).toBe('failed');
    city.send('redraft.chosen', { reason: 'once more' }, lead);
    const again = { actId: '2', title: 'Desks', textHash: 'text-2' };
    city.send('draft.submitted', { ...again, mayorsActId: '2-m' }, lead);
    approve(city, 'text-2');
    expect(all(city, 'acts').map(({ actId }) => actId)).toEqual(['1', '1-m', '2']);
    councilVote(city, { actId: '2', textHash: 'text-2' });
    promulgate(city, '2', 'text-2');
    expect(instrument(city)).toBe('effective');
  });
});

describe('an act that the council does not decide yet', () => {
  it('keeps the initiative waiting while it is deferred, and the third deferral raises the alarm', () => {
    const city = before('councilAct');
    const act = 'act-1';
    const opinion = { decision: 'positive', textHash: 'text-1' };
    city.tell(act, 'act.submitted', {}, lead);
    city.tell(act, 'legalOpinion.given', opinion, lawyer);
    city.tell(act, 'financeOpinion.given', opinion, treasurer);
    city.tell(act, 'departmentOpinion.given', opinion, head('environment'));
    city.tell(act, 'dataProtectionOpinion.given', opinion, privacyOfficer);
    city.tell(act, 'act.introduced', { fileNumber: '1-2028' }, clerk);
    city.tell(act, 'act.placedOnAgenda', {}, clerk);
    const alarms = (): number =>
      city.simulation.effects.filter(
        ({ params }) => (params as JsonObject)['template'] === 'act.deferredOften',
      ).length;
    city.tell(act, 'act.deferred', { reason: 'budget first' }, chair);
    city.tell(act, 'act.deferred', { reason: 'budget first' }, chair);
    expect(alarms()).toBe(0);
    city.tell(act, 'act.deferred', { reason: 'budget first' }, chair);
    expect(alarms()).toBe(1);
    expect(instrument(city)).toBe('acting');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ status: 'introduced' });
  });

  it('is withdrawn by its sponsor like one that was lost', () => {
    const city = before('councilAct');
    city.tell('act-1', 'act.withdrawn', { reason: 'not ripe' }, lead);
    expect(instrument(city)).toBe('failed');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ reason: 'withdrawn' });
  });

  it('fails when the mayor objects and no new vote comes in time', () => {
    const city = before('councilAct');
    councilVote(city);
    city.tell('act-1', 'act.presented', { textHash: 'text-1' }, clerk);
    city.tell('act-1', 'act.objected', { reason: 'too costly' }, mayor);
    expect(instrument(city)).toBe('acting');
    inDays(city, 15);
    expect(instrument(city)).toBe('failed');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ reason: 'objectionStands' });
  });

  it('comes into force without the lines that the mayor has vetoed', () => {
    const city = before('councilAct', {
      profile: profileWith({ mayor: { veto: veto(true) } }),
    });
    councilVote(city);
    city.tell('act-1', 'act.presented', { textHash: 'text-1' }, clerk);
    city.tell(
      'act-1',
      'lines.vetoed',
      { lines: ['line 4'], approvedTextHash: 'text-1-less', reason: 'too costly' },
      mayor,
    );
    city.tell('act-1', 'act.numbered', { number: '1/2028' }, clerk);
    city.tell('act-1', 'act.published', { textHash: 'text-1-less', gazette: 'Albo 3' }, clerk);
    inDays(city, 16);
    expect(instrument(city)).toBe('effective');
    expect(childContext(city, 'act-1')).toMatchObject({ lawHash: 'text-1-less' });
  });
});

const veto = (lines: boolean): JsonObject => ({
  allowed: true,
  lines,
  override: { base: 'statutory', cmp: '>=', fraction: [2, 3] },
  overrideWithin: 'P30D',
});

describe('the end of the council’s term', () => {
  function lapsed(): City {
    const city = before('councilAct', filing);
    city.tell('act-1', 'session.ended', { session: '2024-2028' }, clerk);
    return city;
  }

  it('sends the initiative back to drafting where pending matters end with the term', () => {
    const city = lapsed();
    expect(childValue(city, 'act-1')).toBe('lapsed');
    expect(city.stage).toBe('goingOfficial');
    expect(instrument(city)).toBe('drafting');
    expect(city.notices).toContain('act.lapsedWithTheTerm');
  });

  it('lets the unchanged text go before the new council without another review', () => {
    const city = lapsed();
    city.send('act.reintroduced', { actId: '2', replaces: '1' }, lead);
    expect(instrument(city)).toBe('acting');
    expect(childContext(city, 'act-2')).toMatchObject({ replaces: '1', textHash: 'text-1' });
    councilVote(city, { actId: '2' });
    promulgate(city, '2');
    expect(instrument(city)).toBe('effective');
  });

  it('lets another text be drafted instead, which is reviewed', () => {
    const city = lapsed();
    city.send('draft.submitted', { actId: '2', title: 'Desks', textHash: 'text-2' }, lead);
    expect(instrument(city)).toHaveProperty('reviewing');
    expect(city.context['draft']).toMatchObject({ replaces: '1' });
  });

  it('does not let an act come back that the council has rejected', () => {
    const city = defeated();
    city.send('redraft.chosen', { reason: 'once more' }, lead);
    expect(() => city.send('act.reintroduced', { actId: '2', replaces: '1' }, lead)).toThrow(
      notPossible,
    );
  });

  it('changes nothing where pending matters live on', () => {
    const city = before('councilAct');
    city.tell('act-1', 'session.ended', { session: '2024-2028' }, clerk);
    expect(instrument(city)).toBe('acting');
  });
});

describe('an office that refuses the draft', () => {
  function refused(): City {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
    city.tell(
      'approval-legal',
      'approval.decided',
      { decision: 'rejected', hash: 'text-1', reason: 'no legal basis named' },
      lawyer,
    );
    return city;
  }
  const answers = (city: City): unknown => (instrument(city) as JsonObject)['reviewing'];

  it('holds it up and says why', () => {
    const city = refused();
    expect(answers(city)).toMatchObject({ legal: 'refused', finance: 'asked' });
    expect(
      city.simulation.effects.filter(({ type }) => type === 'notify').map(({ params }) => params),
    ).toContainEqual(
      expect.objectContaining({
        template: 'draft.refused',
        about: { office: 'legal', reason: 'no legal basis named' },
      }),
    );
  });

  it('is asked again about another text, and so are those who had approved the old one', () => {
    const city = refused();
    const approved = { decision: 'approved', hash: 'text-1' };
    city.tell('approval-finance', 'approval.decided', approved, treasurer);
    city.send('draft.revised', { textHash: 'text-2', reason: 'basis named' }, lead);
    expect(answers(city)).toEqual({
      legal: 'asked',
      finance: 'asked',
      department: 'asked',
      dataProtection: 'asked',
    });
    expect(() => {
      approve(city, 'text-1');
    }).toThrow(notPossible);
    approve(city, 'text-2');
    expect(instrument(city)).toBe('acting');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({ textHash: 'text-2' });
  });

  it('is overridden only by somebody with the power to, who names the authority', () => {
    const city = refused();
    const override = { office: 'legal', reason: 'urgent', authority: 'charter, art. 30' };
    expect(() => city.send('opinion.overridden', override, lead)).toThrow(notTheirs);
    expect(() =>
      city.send('opinion.overridden', { ...override, office: 'finance' }, mayor),
    ).toThrow(notPossible);
    expect(() => city.send('opinion.overridden', { ...override, authority: '' }, mayor)).toThrow(
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
    city.send('opinion.overridden', override, mayor);
    expect(answers(city)).toMatchObject({ legal: 'given' });
    expect(all(city, 'decisions').map(({ what }) => what)).toContain('refusal overridden: legal');
  });

  it('cannot be the one who drafted: nobody approves their own request', () => {
    const city = new City();
    toGoingOfficial(city);
    const both = { ...lead, roles: ['initiativeLead', 'legalOfficer'] };
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, both);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, both);
    const approved = { decision: 'approved', hash: 'text-1' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, both)).toThrow(
      notPossible,
    );
    const delegate = { ...lawyer, onBehalfOf: lead.subject, authority: 'delegation 3' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, delegate)).toThrow(
      notPossible,
    );
    city.tell('approval-legal', 'approval.decided', approved, lawyer);
    expect(answers(city)).toMatchObject({ legal: 'given' });
  });

  it('is the department that will run the service, not any department', () => {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
    const approved = { decision: 'approved', hash: 'text-1' };
    expect(() =>
      city.tell('approval-department', 'approval.decided', approved, head('trade')),
    ).toThrow(notPossible);
    city.tell('approval-department', 'approval.decided', approved, head('environment'));
    expect(answers(city)).toMatchObject({ department: 'given' });
  });
});

describe('the choice that no act is needed', () => {
  it('needs a recorded legal opinion', () => {
    const city = new City();
    toGoingOfficial(city);
    const none = { instrument: 'noneNeeded', reason: 'a mere notice' };
    expect(() => city.send('instrument.chosen', none, lead)).toThrow(notPossible);
    city.send('legalOpinion.recorded', { reference: 'op 12', reasons: 'no duty' }, lawyer);
    city.send('instrument.chosen', none, lead);
    expect(instrument(city)).toBe('effective');
    expect(city.context['legalOpinion']).toMatchObject({ reference: 'op 12', by: 'leo' });
  });

  it('is not the partners’ to make', () => {
    const city = new City();
    toGoingOfficial(city);
    expect(() =>
      city.send(
        'instrument.chosen',
        { instrument: 'mayorsAct', reason: 'faster' },
        partner('university'),
      ),
    ).toThrow(notTheirs);
  });
});

describe('an act whose publication goes wrong', () => {
  function adopted(): City {
    const city = before('councilAct');
    councilVote(city);
    city.tell('act-1', 'act.presented', { textHash: 'text-1' }, clerk);
    city.tell('act-1', 'act.signed', { textHash: 'text-1' }, mayor);
    city.tell('act-1', 'act.numbered', { number: '1/2028' }, clerk);
    return city;
  }
  const publish = (city: City, more: JsonObject = {}): void => {
    city.tell('act-1', 'act.published', { textHash: 'text-1', gazette: 'Albo 3', ...more }, clerk);
  };

  it('is not in force, so no directive rests on it', () => {
    const city = adopted();
    city.tell('act-1', 'publication.failed', { reason: 'gazette down' }, clerk);
    inDays(city, 30);
    expect(instrument(city)).toBe('acting');
    expect(city.part('goingOfficial')).toMatchObject({ directives: 'waiting' });
    expect(city.whyNot('directive.issued')).toContain(
      'the act is in force, or none is needed by legal opinion',
    );
    publish(city);
    inDays(city, 16);
    expect(instrument(city)).toBe('effective');
  });

  it('counts its day of effect from the right publication, which carries an erratum', () => {
    const city = adopted();
    publish(city);
    inDays(city, 2);
    city.tell('act-1', 'wrongText.found', { textHash: 'other', reason: 'old version' }, clerk);
    inDays(city, 16);
    expect(instrument(city)).toBe('acting');
    expect(() => {
      publish(city);
    }).toThrow(notPossible);
    publish(city, { erratum: 'the text of issue 3 was wrong' });
    const published = city.simulation.now;
    inDays(city, 16);
    expect(instrument(city)).toBe('effective');
    expect(one(city, 'acts', '1', 'actId')['effectiveAt']).toBe(
      new Date(Date.parse(published) + 15 * 86_400_000).toISOString(),
    );
  });

  it('loses its force when the wrong text is found afterwards, until the right one is out', () => {
    const city = adopted();
    publish(city);
    inDays(city, 16);
    expect(instrument(city)).toBe('effective');
    city.tell('act-1', 'wrongText.found', { textHash: 'other', reason: 'old version' }, clerk);
    expect(instrument(city)).toBe('acting');
    publish(city, { erratum: 'the text of issue 3 was wrong' });
    inDays(city, 16);
    expect(instrument(city)).toBe('effective');
    expect(region(city, 'lifecycle')).toHaveProperty('underWay');
  });
});
