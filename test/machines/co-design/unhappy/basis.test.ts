import { describe, expect, it } from '@jest/globals';
import { City, clerk, court, head, lead, mayor } from '../city.ts';
import {
  approve,
  councilVote,
  declare,
  draft,
  inDays,
  incorporate,
  mayorsAct,
  promulgate,
  review,
  showInPublic,
  toGoingOfficial,
  toOfficial,
} from '../walk.ts';
import { all, childValue, notPossible, one, region, settleObligations } from './walk.ts';

/** Official by an act of the council, with one directive in the procedures. */
function officialByCouncil(): City {
  const city = new City();
  toGoingOfficial(city);
  draft(city, 'councilAct');
  councilVote(city);
  promulgate(city);
  showInPublic(city);
  incorporate(city);
  declare(city);
  return city;
}

const service = (city: City): unknown => city.part('official');
const whole = ['C1', 'C2', 'C3', 'C4', 'C5'];
const withoutDirectives = ['C1', 'C2', 'C3', 'C4'];

describe('an act that a court suspends after the service is official', () => {
  it('takes the basis from its directives and suspends the service', () => {
    const city = officialByCouncil();
    city.tell('act-1', 'act.suspended', { reason: 'appeal' }, court);
    expect(service(city)).toBe('suspended');
    expect(one(city, 'directives', 'd1', 'directiveId')).toMatchObject({ basisLost: true });
    expect(childValue(city, 'directive-d1')).toBe('basisLost');
    expect(city.met).toEqual(withoutDirectives);
    expect(city.published).toEqual(expect.arrayContaining(['basis.lost', 'checklist.regressed']));
    expect(city.notices).toEqual(expect.arrayContaining(['basis.lost', 'service.changed']));
  });

  it('does not let the service run on somebody’s word alone', () => {
    const city = officialByCouncil();
    city.tell('act-1', 'act.suspended', { reason: 'appeal' }, court);
    const resume = { reason: 'people ask', authority: 'order 3' };
    expect(() => city.send('service.resumed', resume, mayor)).toThrow(notPossible);
    expect(city.whyNot('service.resumed')).toEqual([
      'the act is in force, or none is needed by legal opinion',
    ]);
  });

  it('gives the directives their basis back when it is reinstated, and the service may resume', () => {
    const city = officialByCouncil();
    city.tell('act-1', 'act.suspended', { reason: 'appeal' }, court);
    city.tell('act-1', 'act.reinstated', { reason: 'appeal dismissed' }, court);
    expect(childValue(city, 'directive-d1')).toEqual({ live: 'inForce' });
    expect(city.met).toEqual(whole);
    expect(service(city)).toBe('suspended');
    city.send('service.resumed', { reason: 'appeal dismissed', authority: 'ruling' }, mayor);
    expect(service(city)).toEqual({ operating: 'running' });
  });

  it('cannot be the ground for new directives', () => {
    const city = officialByCouncil();
    city.tell('act-1', 'act.suspended', { reason: 'appeal' }, court);
    expect(() => {
      incorporate(city, 'd2');
    }).toThrow(notPossible);
  });
});

describe('an act that a court annuls after the service is official', () => {
  function annulled(scope = 'exTunc'): City {
    const city = officialByCouncil();
    city.tell('act-1', 'act.annulled', { scope, reason: 'no competence' }, court);
    return city;
  }

  it('stays in the record with its number and day of effect, marked with how far back it is void', () => {
    const city = annulled();
    expect(all(city, 'acts')).toHaveLength(1);
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({
      status: 'annulled',
      scope: 'exTunc',
      number: '1/2028',
    });
    expect(one(city, 'acts', '1', 'actId')['effectiveAt']).not.toBe('');
    expect(all(city, 'directives')).toMatchObject([{ directiveId: 'd1', basisLost: true }]);
    expect(all(city, 'commitments')).toHaveLength(1);
    expect(city.context['official']).toMatchObject({ expiresOn: '' });
  });

  it('marks what was done under it as void from the beginning only when the court says so', () => {
    const backwards = annulled('exTunc');
    expect(one(backwards, 'directives', 'd1', 'directiveId')).toMatchObject({
      voidFromTheBeginning: true,
    });
    const forwards = annulled('exNunc');
    expect(one(forwards, 'directives', 'd1', 'directiveId')).toMatchObject({
      basisLost: true,
      voidFromTheBeginning: false,
    });
  });

  it('suspends the service, and the service ends unless another basis is found in ninety days', () => {
    const city = annulled();
    expect(service(city)).toBe('suspended');
    inDays(city, 89);
    expect(service(city)).toBe('suspended');
    inDays(city, 2);
    expect(city.stage).toBe('closing');
    expect(city.context['ending']).toMatchObject({ reason: 'annulled' });
    settleObligations(city);
    expect(city.output).toMatchObject({ outcome: 'annulled' });
  });

  it('lets the service run on a transitional basis, for as long as that was granted', () => {
    const city = annulled();
    const until = new Date(Date.parse(city.simulation.now) + 40 * 86_400_000)
      .toISOString()
      .slice(0, 10);
    city.send(
      'transitionalBasis.granted',
      { until, reason: 'people rely on it', authority: 'ruling 4' },
      court,
    );
    expect(region(city, 'compliance', 'watched', 'basis')).toBe('transitional');
    city.send('service.resumed', { reason: 'for now', authority: 'ruling 4' }, mayor);
    expect(service(city)).toEqual({ operating: 'running' });
    expect(city.met).toEqual(whole);
    city.until(until);
    expect(region(city, 'compliance', 'watched', 'basis')).toBe('own');
    expect(service(city)).toBe('suspended');
    expect(city.met).toEqual(withoutDirectives);
  });

  it('is replaced by a new act, which gives the service its basis back', () => {
    const city = annulled();
    city.send(
      'amendment.submitted',
      { actId: '2', replaces: '1', instrument: 'councilAct', title: 'Desks', textHash: 'text-2' },
      lead,
    );
    councilVote(city, { actId: '2', textHash: 'text-2' });
    promulgate(city, '2', 'text-2');
    expect(one(city, 'acts', '2', 'actId')).toMatchObject({ status: 'effective', replaces: '1' });
    expect(city.met).toEqual(whole);
    city.send('service.resumed', { reason: 'new act', authority: 'act 2' }, mayor);
    expect(service(city)).toEqual({ operating: 'running' });
  });

  it('stops a re-design too, and the reviews go on', () => {
    const city = officialByCouncil();
    city.send('redesign.begun', { reason: 'people ask for more' }, lead);
    city.tell('act-1', 'act.annulled', { scope: 'exNunc', reason: 'no competence' }, court);
    expect(service(city)).toBe('suspended');
    expect(region(city, 'reviews')).toHaveProperty('armed');
  });
});

describe('other ways in which an act goes out of force', () => {
  it('suspend the service when the council puts nothing in its place', () => {
    const city = officialByCouncil();
    city.tell('act-1', 'act.repealed', { by: 'ordinance 9' }, clerk);
    expect(service(city)).toBe('suspended');
    expect(one(city, 'acts', '1', 'actId')).toMatchObject({
      status: 'superseded',
      supersededBy: 'ordinance 9',
    });
  });

  it('leave the service running when the act that replaces it is in force before', () => {
    const city = officialByCouncil();
    city.send(
      'amendment.submitted',
      { actId: '2', replaces: '1', instrument: 'councilAct', title: 'Desks', textHash: 'text-2' },
      lead,
    );
    councilVote(city, { actId: '2', textHash: 'text-2' });
    promulgate(city, '2', 'text-2');
    city.tell('act-1', 'act.superseded', { by: '2' }, clerk);
    expect(service(city)).toEqual({ operating: 'running' });
    expect(city.met).toEqual(whole);
  });

  it('hold for an act of the mayor that the mayor revokes', () => {
    const city = new City();
    toOfficial(city);
    city.tell('act-1-m', 'act.revoked', { reason: 'new plan' }, mayor);
    expect(service(city)).toBe('suspended');
    expect(city.met).toEqual(withoutDirectives);
  });

  it('do not touch the service when an amendment fails', () => {
    const city = officialByCouncil();
    city.send(
      'amendment.submitted',
      { actId: '2', replaces: '1', instrument: 'councilAct', title: 'Desks', textHash: 'text-2' },
      lead,
    );
    councilVote(city, { actId: '2', textHash: 'text-2', declared: 'lost' });
    expect(one(city, 'acts', '2', 'actId')).toMatchObject({ status: 'failed' });
    expect(service(city)).toEqual({ operating: 'running' });
  });

  it('lead back to the choice of instrument when they happen before the service is official', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    councilVote(city);
    promulgate(city);
    incorporate(city);
    city.tell('act-1', 'act.annulled', { scope: 'exNunc', reason: 'no competence' }, court);
    expect(city.part('goingOfficial')).toMatchObject({
      instrument: 'failed',
      directives: 'incorporating',
    });
    expect(city.met).toEqual(['C1', 'C2', 'C4']);
    city.send('instrument.chosen', { instrument: 'mayorsAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: 'm', title: 'Desks', textHash: 'text-2' }, lead);
    approve(city, 'text-2');
    mayorsAct(city, 'm', 'text-2');
    expect(city.part('goingOfficial')).toMatchObject({
      instrument: 'effective',
      directives: 'done',
    });
  });
});

describe('a suspended service', () => {
  it('still has its reviews, which may decide its end', () => {
    const city = officialByCouncil();
    inDays(city, 340);
    city.tell('act-1', 'act.suspended', { reason: 'appeal' }, court);
    inDays(city, 20);
    review(city, 'annual-1', 'end');
    expect(service(city)).toBe('sunsetting');
    expect(city.next('service.resumed')).toBeUndefined();
    expect(() =>
      city.send('service.resumed', { reason: 'no', authority: 'no' }, head('environment')),
    ).toThrow(notPossible);
  });
});
