import { describe, expect, it } from '@jest/globals';
import { City, clerk, head, lawyer, lead, mayor, partner, partnerIds, treasurer } from '../city.ts';
import {
  agreeObjective,
  councilVote,
  declare,
  draft,
  fiveDatasets,
  incorporate,
  mayorsAct,
  milestone,
  openDatasets,
  pilot,
  plan,
  prototype,
  showInPublic,
  toGoingOfficial,
  toOfficial,
} from '../walk.ts';
import { all, designingCity, notPossible, region } from './walk.ts';

const steps = (from: string, to: string): object => ({
  what: 'go on',
  who: 'all',
  from,
  to,
  confidence: 'medium',
});
function propose(city: City, horizon: string, from = '2027-04-01', to = '2027-04-30'): void {
  city.send(
    'nextSteps.proposed',
    { horizon, steps: [steps(from, to)] as never, openQuestions: ['who else?'] },
    lead,
  );
}

describe('the gate to co-design', () => {
  it('names what is missing, and opens when the last of it is there', () => {
    const city = new City();
    plan(city);
    expect(city.whyNot('coDesign.begun')).toEqual([
      'the partnership has agreed on the objective',
      'milestones are planned',
      'it is said which result to expect, how ripe and when',
      'there are agreed next steps, and their horizon lies ahead',
    ]);
    agreeObjective(city, 1);
    milestone(city, 'prototype', 'coDesigning', '2027-09-30');
    city.send(
      'result.expected',
      {
        id: 'desk',
        title: 'Desk',
        kind: 'prototype',
        scale: 'service',
        level: 3,
        on: '2027-09-15',
      },
      lead,
    );
    expect(city.whyNot('coDesign.begun')).toEqual([
      'there are agreed next steps, and their horizon lies ahead',
    ]);
    propose(city, '2027-12-31');
    city.together('nextSteps.agreed', { version: 1 });
    city.send('coDesign.begun', {}, lead);
    expect(city.stage).toBe('coDesigning');
  });
});

describe('the gate to going official', () => {
  it('names each thing that is missing, one by one, until it opens', () => {
    const city = designingCity();
    openDatasets(city, fiveDatasets);
    prototype(city);
    pilot(city);
    const data = 'enough datasets of different departments are open and used by a result';
    const department = 'a department that will run it has confirmed';
    const strategy = 'it is linked to the city’s strategy';
    const money = 'the budget is secured, and the scope fits it';
    const missing = (): string[] => city.whyNot('goingOfficial.begun');
    expect(missing()).toEqual([department, data, strategy, money]);
    expect(() => city.send('goingOfficial.begun', {}, lead)).toThrow(notPossible);
    city.send('department.identified', { id: 'trade', name: 'Trade', part: 'runs it' }, lead);
    city.send('department.confirmed', { id: 'trade', resources: 'two' }, head('trade'));
    expect(missing()).toEqual([data, strategy, money]);
    city.send(
      'result.recorded',
      {
        result: 'desk',
        evidence: 'photos',
        datasets: Object.keys(fiveDatasets),
        ownership: 'shared',
      },
      lead,
    );
    expect(missing()).toEqual([strategy, money]);
    city.send(
      'strategy.linked',
      { document: 'plan 2030', goal: 'less waste', contribution: 'repairs' },
      mayor,
    );
    expect(missing()).toEqual([money]);
    city.send('budget.secured', { amount: 1, currency: 'EUR', line: '9.03' }, treasurer);
    expect(missing()).toEqual([]);
    city.send('goingOfficial.begun', {}, lead);
    expect(city.stage).toBe('goingOfficial');
  });

  it('waits for no date: an initiative may stand before it for years', () => {
    const city = designingCity();
    prototype(city);
    pilot(city);
    city.until('2030-01-01');
    expect(city.stage).toBe('readyGate');
  });

  it('is a matter of the city: no partner and no citizen opens it alone', () => {
    const city = designingCity();
    prototype(city);
    pilot(city);
    expect(() => city.send('goingOfficial.begun', {}, partner('neighbours'))).toThrow(
      expect.objectContaining({ code: 'NotYourRole' }),
    );
  });
});

describe('being official', () => {
  it('asks for the act, the directives, the public and the story, and names what is missing', () => {
    const city = new City();
    toGoingOfficial(city);
    const missing = (): string[] => city.whyNot('service.declaredOfficial');
    expect(missing()).toEqual([
      'the act is in force, or none is needed by legal opinion',
      'the directives are in the procedures of every addressee',
      'results were shown in public with the partners, and follow-up promised',
      'the story of how citizens designed it is public',
    ]);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    expect(missing()).not.toContain('the act is in force, or none is needed by legal opinion');
    expect(missing()).toContain('the directives are in the procedures of every addressee');
    showInPublic(city);
    expect(missing()).toEqual(['the directives are in the procedures of every addressee']);
    incorporate(city);
    expect(missing()).toEqual([]);
  });

  it('counts from the day on which the act came into force, not from one that suits better', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    showInPublic(city);
    incorporate(city);
    expect(() => {
      declare(city, { effectiveOn: '2027-12-31' });
    }).toThrow(notPossible);
    declare(city);
    expect(city.stage).toBe('official');
  });

  it('needs next steps whose horizon lies ahead', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    showInPublic(city);
    incorporate(city);
    propose(city, '2027-06-30');
    city.together('nextSteps.agreed', { version: 2 });
    city.until('2027-06-30');
    expect(city.whyNot('service.declaredOfficial')).toEqual([
      'there are agreed next steps, and their horizon lies ahead',
    ]);
    expect(() => {
      declare(city);
    }).toThrow(notPossible);
  });

  it('needs an act that its drafter and its reviewers have not signed', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    councilVote(city);
    city.tell('act-1', 'act.presented', { textHash: 'text-1' }, clerk);
    for (const { subject } of [lead, lawyer, treasurer]) {
      const alsoMayor = { subject, roles: ['mayor'] };
      expect(() => city.tell('act-1', 'act.signed', { textHash: 'text-1' }, alsoMayor)).toThrow(
        notPossible,
      );
    }
    city.tell('act-1', 'act.signed', { textHash: 'text-1' }, mayor);
  });

  it('is in no state that ends: reviews are armed, and design may begin again', () => {
    const city = new City();
    toOfficial(city);
    expect(city.status).toBe('active');
    expect(region(city, 'reviews')).toHaveProperty('armed');
    city.send('redesign.begun', { reason: 'people ask for more' }, lead);
    expect(city.part('official')).toEqual({ reCoDesigning: 'unpacking' });
    expect(city.met).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
  });
});

describe('the next steps', () => {
  it('may be ranges, but no exact day beyond the horizon', () => {
    const city = designingCity();
    expect(() => {
      propose(city, '2027-06-30', '2028-05-01', '2028-05-01');
    }).toThrow(notPossible);
    expect(() => {
      propose(city, '2027-06-30', '2028-05-31', '2028-05-01');
    }).toThrow(notPossible);
    propose(city, '2027-06-30', '2028-05-01', '2028-08-31');
    propose(city, '2027-06-30', '2027-05-01', '2027-05-01');
    expect(city.context['planDraft']).toMatchObject({ version: 2, horizon: '2027-06-30' });
  });

  it('have a horizon that lies ahead', () => {
    const city = designingCity();
    expect(() => {
      propose(city, '2027-02-28', '2027-01-01', '2027-02-01');
    }).toThrow(notPossible);
  });

  it('get sharper in every stage, and each version is agreed by the partnership', () => {
    const city = new City();
    toOfficial(city);
    propose(city, '2029-12-31');
    city.send('nextSteps.agreed', { version: 2 }, partner('city'));
    expect(city.context['plan']).toMatchObject({ version: 1 });
    city.together('nextSteps.agreed', { version: 2 }, partnerIds.slice(1));
    expect(city.context['plan']).toMatchObject({ version: 2, horizon: '2029-12-31' });
  });

  it('that have run out are a breach once the service is official, and close the gate before', () => {
    const city = new City();
    plan(city);
    propose(city, '2027-04-30');
    city.together('nextSteps.agreed', { version: 1 });
    city.until('2027-04-30');
    expect(region(city, 'plan', 'kept', 'nextSteps')).toBe('outdated');
    expect(all(city, 'breaches')).toEqual([]);
    expect(city.whyNot('coDesign.begun')).toContain(
      'there are agreed next steps, and their horizon lies ahead',
    );
    const official = new City();
    toOfficial(official);
    propose(official, '2028-06-30');
    official.together('nextSteps.agreed', { version: 2 });
    official.until('2028-06-30');
    expect(all(official, 'breaches').map(({ about }) => about)).toContain('next steps');
    propose(official, '2029-06-30');
    official.together('nextSteps.agreed', { version: 3 });
    expect(region(official, 'plan', 'kept', 'nextSteps')).toBe('agreed');
  });
});

describe('a pilot', () => {
  const begin = { where: 'library', endsOn: '2027-05-31', authority: 'order 7' };
  function piloting(): City {
    const city = designingCity();
    prototype(city);
    city.send(
      'milestone.cancelled',
      { id: 'prototype', reason: 'merged with another', authority: 'minutes 3' },
      lead,
    );
    milestone(city, 'prototype-2', 'coDesigning', '2027-04-30');
    pass(city, 'prototype-2');
    city.send('pilot.begun', begin, lead);
    return city;
  }
  function pass(city: City, id: string): void {
    city.send(
      'checkpoint.scheduled',
      { id: `c-${id}`, milestone: id, on: city.simulation.now },
      lead,
    );
    city.send('checkpoint.convened', { attendees: partnerIds }, lead);
    city.together('checkpoint.assessed', { rating: 'onTrack', criteriaMet: true, comment: 'seen' });
    city.send(
      'checkpoint.concluded',
      { outcome: 'continue', againstOriginal: 'yes', againstCurrent: 'yes', minutes: 'm' },
      lead,
    );
  }

  it('stops on its legal day even if everybody forgets', () => {
    const city = piloting();
    city.until('2027-05-31T20:00:00.000Z');
    expect(city.part('piloting')).toBe('running');
    city.until('2027-05-31');
    expect(city.part('piloting')).toBe('measuring');
  });

  it('stops at once for an incident that asks for it, and keeps the others on record', () => {
    const city = piloting();
    city.send('pilot.incident', { what: 'a cut finger', stops: false }, lead);
    expect(city.part('piloting')).toBe('running');
    city.send('pilot.incident', { what: 'a fire', stops: true }, partner('repairers'));
    expect(city.part('piloting')).toBe('measuring');
    expect(city.context['pilot']).toMatchObject({
      incidents: [{ what: 'a cut finger' }, { what: 'a fire' }],
    });
  });

  it('is extended once, by somebody with the power to', () => {
    const city = piloting();
    const longer = { endsOn: '2027-07-31', reason: 'rain', authority: 'order 8' };
    city.send('pilot.extended', longer, mayor);
    city.until('2027-06-30');
    expect(city.part('piloting')).toBe('running');
    expect(() => city.send('pilot.extended', longer, mayor)).toThrow(notPossible);
    expect(city.whyNot('pilot.extended')).not.toEqual([]);
  });

  it('that fails leads back to design, and a new one needs no lesser proof', () => {
    const city = piloting();
    city.send('pilot.failed', { reason: 'nobody came' }, lead);
    expect(city.stage).toBe('coDesigning');
    city.send('pilot.begun', begin, lead);
    expect(() => city.send('pilot.succeeded', { measures: 'some' }, lead)).toThrow(notPossible);
    pass(city, 'pilot');
    city.send('pilot.succeeded', { measures: 'some' }, lead);
    expect(city.stage).toBe('readyGate');
  });
});
