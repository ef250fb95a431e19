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
import { all, childContext, childValue, notPossible, one, profileWith, region } from './walk.ts';

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
