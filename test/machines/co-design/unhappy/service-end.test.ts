import { describe, expect, it } from '@jest/globals';
import { City, clerk, court, general, head, lawyer, lead, mayor } from '../city.ts';
import { draft, inDays, review, toGoingOfficial, toOfficial } from '../walk.ts';
import {
  all,
  childValue,
  designingCity,
  notPossible,
  notTheirs,
  region,
  settleObligations,
} from './walk.ts';

const reason = { reason: 'unsafe', authority: 'order 3' };
const operating = { operating: 'running' };

function official(): City {
  const city = new City();
  toOfficial(city);
  return city;
}
/** The plain date so many days from now. */
function dayIn(city: City, days: number): string {
  return new Date(Date.parse(city.simulation.now) + days * 86_400_000).toISOString().slice(0, 10);
}
function endIn(city: City, days: number): string {
  const endsOn = dayIn(city, days);
  city.send('sunset.decided', { endsOn, reason: 'no use', authority: 'order 8' }, mayor);
  return endsOn;
}

describe('a service that is suspended', () => {
  it('needs a reason, an authority and a date, and its users are told', () => {
    const city = official();
    expect(() =>
      city.send('service.suspended', { ...reason, resumeBy: dayIn(city, 20) }, lead),
    ).toThrow(notTheirs);
    expect(() => city.send('service.suspended', { reason: 'unsafe' }, mayor)).toThrow(
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
    city.send('service.suspended', { ...reason, resumeBy: dayIn(city, 20) }, mayor);
    expect(city.part('official')).toBe('suspended');
    expect(city.published).toContain('service.suspended');
    expect(city.notices).toContain('service.changed');
  });

  it('goes on when whoever may says so', () => {
    const city = official();
    city.send('service.suspended', { ...reason, resumeBy: dayIn(city, 20) }, mayor);
    city.send('service.resumed', { reason: 'safe', authority: 'order 4' }, head('environment'));
    expect(city.part('official')).toEqual(operating);
    expect(city.context['serviceSuspension']).toBeNull();
  });

  it('ends when nobody has resumed it by the date', () => {
    const city = official();
    const resumeBy = dayIn(city, 20);
    city.send('service.suspended', { ...reason, resumeBy }, mayor);
    city.until(`${resumeBy}T20:00:00.000Z`);
    expect(city.part('official')).toBe('suspended');
    city.until(resumeBy);
    expect(city.stage).toBe('closing');
    expect(city.context['ending']).toMatchObject({ reason: 'sunset' });
  });

  it('by its review is suspended like any other', () => {
    const city = official();
    inDays(city, 360);
    review(city, 'annual-1', 'suspend');
    expect(city.part('official')).toBe('suspended');
    expect(city.context['serviceSuspension']).toMatchObject({ cause: 'review' });
  });
});

describe('a service whose end is decided', () => {
  it('runs until its last day, and then closes', () => {
    const city = official();
    const endsOn = endIn(city, 100);
    expect(city.part('official')).toBe('sunsetting');
    expect(city.published).toContain('service.sunset');
    city.until(`${endsOn}T20:00:00.000Z`);
    expect(city.part('official')).toBe('sunsetting');
    city.until(endsOn);
    expect(city.stage).toBe('closing');
  });

  it('may be kept after all, by whoever decides its end', () => {
    const city = official();
    const endsOn = endIn(city, 100);
    const kept = { reason: 'people protest', authority: 'order 9' };
    expect(() => city.send('sunset.revoked', kept, head('environment'))).toThrow(notTheirs);
    city.send('sunset.revoked', kept, mayor);
    expect(city.part('official')).toEqual(operating);
    city.until(endsOn);
    expect(city.part('official')).toEqual(operating);
  });

  it('has half a year when its review decides it', () => {
    const city = official();
    inDays(city, 360);
    review(city, 'annual-1', 'end');
    expect(city.part('official')).toBe('sunsetting');
    inDays(city, 178);
    expect(city.part('official')).toBe('sunsetting');
    inDays(city, 3);
    expect(city.stage).toBe('closing');
  });

  it('ends as a service that was ended, though an act before was annulled and replaced', () => {
    const city = official();
    city.tell('act-1-m', 'act.annulled', { scope: 'exNunc', reason: 'no competence' }, court);
    city.send(
      'amendment.submitted',
      { actId: '2', replaces: '1-m', instrument: 'mayorsAct', title: 'Desks', textHash: 'text-2' },
      lead,
    );
    replaceByMayor(city);
    city.send('service.resumed', { reason: 'new act', authority: 'act 2' }, mayor);
    const endsOn = endIn(city, 100);
    city.until(endsOn);
    expect(city.context['ending']).toMatchObject({ reason: 'sunset' });
  });
});

function replaceByMayor(city: City): void {
  const act = 'act-2';
  city.tell(act, 'competence.assessed', { withinPowers: true, basis: 'charter' }, lawyer);
  city.tell(act, 'act.submitted', {}, lead);
  city.tell(act, 'legalOpinion.given', { decision: 'positive', textHash: 'text-2' }, lawyer);
  city.tell(act, 'act.signed', { textHash: 'text-2', number: '2/2028' }, mayor);
  city.tell(act, 'act.filedWithClerk', {}, clerk);
  city.tell(act, 'act.published', { textHash: 'text-2', gazette: 'Albo 4' }, clerk);
}

describe('closing', () => {
  function closing(): City {
    const city = official();
    city.until(endIn(city, 30));
    return city;
  }

  it('asks that users and partners are told, promises handed over, data kept, records transferred', () => {
    const city = closing();
    expect(all(city, 'obligations').map(({ id }) => id)).toEqual([
      'usersNotified',
      'partnersInformed',
      'commitmentsHandedOver',
      'dataRetained',
      'recordsTransferred',
    ]);
    expect(city.notices).toContain('closing.begun');
    for (const { id } of all(city, 'obligations').slice(1))
      city.send('obligation.settled', { obligation: id!, evidence: 'letter' }, clerk);
    expect(city.stage).toBe('closing');
    city.send('obligation.settled', { obligation: 'usersNotified', evidence: 'letter' }, clerk);
    expect(city.status).toBe('done');
    expect(city.output).toMatchObject({ outcome: 'sunset' });
    expect(city.published).toContain('initiative.ended');
  });

  it('settles each obligation once, with evidence', () => {
    const city = closing();
    const told = { obligation: 'usersNotified', evidence: 'letter' };
    city.send('obligation.settled', told, clerk);
    expect(() => city.send('obligation.settled', told, clerk)).toThrow(notPossible);
    expect(() =>
      city.send('obligation.settled', { obligation: 'applause', evidence: 'none' }, clerk),
    ).toThrow(notPossible);
    expect(() =>
      city.send('obligation.settled', { obligation: 'dataRetained', evidence: '' }, clerk),
    ).toThrow(expect.objectContaining({ code: 'InvalidPayload' }));
  });

  it('is not over while a legal hold stands', () => {
    const city = closing();
    city.send('hold.placed', { id: 'case-1', reason: 'lawsuit', authority: 'court' }, lawyer);
    settleObligations(city);
    expect(city.stage).toBe('closing');
    expect(region(city, 'compliance', 'watched', 'legalHold')).toBe('on');
    city.send('hold.lifted', { id: 'case-1', reason: 'settled' }, lawyer);
    expect(city.status).toBe('done');
  });

  it('that drags on is a breach after ninety days', () => {
    const city = closing();
    inDays(city, 88);
    expect(all(city, 'breaches').map(({ about }) => about)).not.toContain('closing');
    inDays(city, 3);
    expect(all(city, 'breaches').map(({ about }) => about)).toContain('closing');
  });

  it('leaves an act in force in force: it outlives the initiative', () => {
    const city = closing();
    settleObligations(city);
    expect(city.status).toBe('done');
    const act = city.simulation.state(city.child('act-1-m'));
    expect(act.snapshot['status']).toBe('active');
    city.tell('act-1-m', 'act.revoked', { reason: 'tidying up' }, mayor);
    expect(childValue(city, 'act-1-m')).toBe('revokedByMayor');
  });

  it('withdraws what is not decided yet', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    city.send('initiative.withdrawn', { reason: 'no need', authority: 'minutes 9' }, lead);
    expect(childValue(city, 'act-1')).toBe('withdrawn');
    expect(city.stage).toBe('closing');
  });

  it.each<[string, string, object, ReturnType<typeof head>]>([
    ['stopped', 'initiative.stopped', {}, mayor],
    ['withdrawn', 'initiative.withdrawn', {}, lead],
    ['merged', 'initiative.merged', { into: 'other-desks' }, head('environment')],
  ])('comes before every end, such as %s', (outcome, type, more, who) => {
    const city = designingCity();
    city.send(type, { reason: 'as decided', authority: 'order 1', ...more }, who);
    expect(city.stage).toBe('closing');
    settleObligations(city);
    expect(city.status).toBe('done');
    expect(city.output).toMatchObject({ outcome, because: 'as decided' });
  });

  it('takes no new business', () => {
    const city = closing();
    for (const type of ['directive.issued', 'redesign.begun', 'initiative.resumed'])
      expect(city.next(type)).toBeUndefined();
    expect(() =>
      city.send('department.ordered', { id: 'environment', ...reason }, general),
    ).toThrow(notPossible);
  });
});

describe('an initiative that is suspended by its own people', () => {
  it('goes on where it was, or ends when its date passes', () => {
    const city = designingCity();
    city.send('problem.unpacked', { findings: 'tools are missing' }, lead);
    const pause = { reason: 'elections', authority: 'order 2', resumeBy: '2027-06-30' };
    city.send('initiative.suspended', pause, mayor);
    expect(() => city.send('ideas.selected', { ideas: 'a desk' }, lead)).toThrow(notPossible);
    city.send('initiative.resumed', { reason: 'elected' }, mayor);
    expect(city.part('coDesigning')).toBe('ideating');
    city.send('initiative.suspended', pause, mayor);
    city.until('2027-06-30');
    expect(city.stage).toBe('closing');
  });
});
