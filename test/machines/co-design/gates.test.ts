import { describe, expect, it } from '@jest/globals';
import { City, clerk, head, lawyer, lead, mayor, partner, treasurer } from './city.ts';
import {
  approve,
  checkpoint,
  declare,
  design,
  draft,
  fiveDatasets,
  incorporate,
  mayorsAct,
  newcomer,
  openDatasets,
  pilot,
  plan,
  prepareGate,
  prototype,
  showInPublic,
  toGoingOfficial,
} from './walk.ts';

describe('the way out of exploring', () => {
  it('needs a funded initiative that was redirected, and a whole partnership', () => {
    const city = new City();
    expect(city.whyNot('planning.begun')).toEqual([
      'a funded initiative was found, with evidence, and its new direction agreed',
      'the partnership holds: enough partners of enough sectors, the city and citizens among them',
    ]);
    city.send('partner.joined', newcomer('city', 'city'), lead);
    city.send('partner.joined', newcomer('university', 'research'), lead);
    city.send('partner.joined', newcomer('repairers', 'business'), lead);
    expect(city.whyNot('planning.begun')).toHaveLength(2);
    city.send('partner.joined', newcomer('neighbours', 'citizen'), lead);
    expect(city.whyNot('planning.begun')).toHaveLength(1);
  });
});

describe('the way out of planning', () => {
  it('needs an agreed objective, milestones, an expectation and next steps', () => {
    const city = new City();
    plan(city);
    expect(city.whyNot('coDesign.begun')).toEqual([
      'the partnership has agreed on the objective',
      'milestones are planned',
      'it is said which result to expect, how ripe and when',
      'there are agreed next steps, and their horizon lies ahead',
    ]);
    design(city);
    expect(city.stage).toBe('coDesigning');
  });

  it('takes an objective as agreed only with two thirds, citizens and the city', () => {
    const city = new City();
    plan(city);
    const objective = { statement: 'Repair', metric: 'repairs', baseline: 0, target: 9 };
    city.send('objective.proposed', objective, lead);
    for (const id of ['neighbours', 'university', 'repairers'])
      city.send('objective.agreed', { version: 1 }, partner(id));
    expect(city.context['objectives']).toEqual([]);
    expect(() => city.send('objective.agreed', { version: 1 }, partner('neighbours'))).toThrow(
      /conditions/,
    );
    city.send('objective.agreed', { version: 1 }, partner('city'));
    expect(city.context['objectives']).toMatchObject([{ version: 1, statement: 'Repair' }]);
  });

  it('lets a milestone depend on those planned before it, so never in a circle', () => {
    const city = new City();
    plan(city);
    const milestone = {
      id: 'a',
      title: 'a',
      stage: 'piloting',
      due: '2027-09-30',
      acceptance: [],
      dependsOn: ['b'],
    };
    expect(() => city.send('milestone.planned', milestone, lead)).toThrow(/conditions/);
    city.send('milestone.planned', { ...milestone, id: 'b', dependsOn: [] }, lead);
    city.send('milestone.planned', milestone, lead);
    expect(city.context['milestones']).toHaveLength(2);
  });
});

describe('the gate before going official', () => {
  it('names what is missing, and nothing else', () => {
    const city = new City();
    plan(city);
    design(city);
    prototype(city);
    pilot(city);
    expect(city.stage).toBe('readyGate');
    const all = [
      'a department that will run it has confirmed',
      'enough datasets of different departments are open and used by a result',
      'it is linked to the city’s strategy',
      'the budget is secured, and the scope fits it',
    ];
    expect(city.whyNot('goingOfficial.begun')).toEqual(all);
    prepareGate(city);
    expect(city.whyNot('goingOfficial.begun')).toEqual([all[1]]);
    openDatasets(city, fiveDatasets);
    // Open data that nobody uses supports nothing.
    expect(city.met).not.toContain('C2');
    city.send(
      'result.recorded',
      { result: 'desk', evidence: 'map', datasets: Object.keys(fiveDatasets), ownership: 'open' },
      lead,
    );
    expect(city.met).toContain('C2');
    city.send('goingOfficial.begun', {}, lead);
    expect(city.stage).toBe('goingOfficial');
  });

  it('is shut while the partnership is broken', () => {
    const city = new City();
    plan(city);
    design(city);
    openDatasets(city, fiveDatasets);
    prototype(city, Object.keys(fiveDatasets));
    pilot(city);
    prepareGate(city);
    city.send(
      'partner.left',
      { id: 'neighbours', cause: 'dissolved', reason: 'no members' },
      partner('neighbours'),
    );
    expect(city.value['partnership']).toBe('repairing');
    expect(city.whyNot('goingOfficial.begun')).toEqual([
      'the partnership holds: enough partners of enough sectors, the city and citizens among them',
    ]);
  });

  it('opens to datasets of one department only if the city says so', () => {
    const of = Object.fromEntries(Object.keys(fiveDatasets).map((id) => [id, 'environment']));
    for (const [policy, met] of [
      [{}, false],
      [{ departments: 1 }, true],
      [{ departments: 1, datasets: 6 }, false],
    ] as const) {
      const city = new City({ policy });
      plan(city);
      design(city);
      openDatasets(city, of);
      prototype(city, Object.keys(of));
      expect(city.met.includes('C2')).toBe(met);
    }
  });

  it('keeps a pilot from beginning before its milestone has passed', () => {
    const city = new City();
    plan(city);
    design(city);
    prototype(city);
    checkpoint(city, {
      id: 'first',
      milestone: 'prototype',
      outcome: 'adjust',
      criteriaMet: false,
    });
    expect(city.whyNot('pilot.begun')).toEqual([
      'the milestones of co-design have passed their checkpoints',
    ]);
  });
});

describe('being official', () => {
  it('waits for the act, the public and the procedures, in any order', () => {
    const city = new City();
    toGoingOfficial(city);
    const act = 'the act is in force, or none is needed by legal opinion';
    const procedures = 'the directives are in the procedures of every addressee';
    const shown = 'results were shown in public with the partners, and follow-up promised';
    const story = 'the story of how citizens designed it is public';
    expect(city.whyNot('service.declaredOfficial')).toEqual([act, procedures, shown, story]);
    showInPublic(city);
    expect(city.whyNot('service.declaredOfficial')).toEqual([act, procedures]);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    expect(city.whyNot('service.declaredOfficial')).toEqual([procedures]);
    incorporate(city);
    expect(() => {
      declare(city, { effectiveOn: '2027-01-01' });
    }).toThrow(/conditions/);
    declare(city);
    expect(city.stage).toBe('official');
  });

  it('lets no directive be issued before the act is in force', () => {
    const city = new City();
    toGoingOfficial(city);
    expect(() => {
      incorporate(city);
    }).toThrow(/conditions/);
    expect(city.whyNot('directive.issued')).toEqual([
      'the act is in force, or none is needed by legal opinion',
    ]);
  });

  it('keeps what an office said against a draft; the next text is asked about anew', () => {
    const city = new City();
    toGoingOfficial(city);
    city.send('instrument.chosen', { instrument: 'mayorsAct', reason: 'competence' }, lead);
    city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
    const refusal = { decision: 'rejected', hash: 'text-1', reason: 'no legal ground named' };
    city.tell('approval-legal', 'approval.decided', refusal, lawyer);
    expect(city.context['findings']).toMatchObject([
      { office: 'legal', decision: 'rejected', textHash: 'text-1' },
    ]);
    expect(city.part('goingOfficial')).toMatchObject({
      instrument: { reviewing: { legal: 'refused', finance: 'asked' } },
    });
    const same = { textHash: 'text-1', reason: 'nothing changed' };
    expect(() => city.send('draft.revised', same, lead)).toThrow(/conditions/);
    const finance = city.child('approval-finance');
    city.send('draft.revised', { textHash: 'text-2', reason: 'ground named' }, lead);
    expect(city.simulation.state(finance).snapshot['value']).toBe('void');
    approve(city, 'text-2');
    expect(city.part('goingOfficial')).toMatchObject({ instrument: 'acting' });
  });

  it('needs no act only where a legal opinion says so', () => {
    const city = new City();
    toGoingOfficial(city);
    const none = { instrument: 'noneNeeded', reason: 'internal matter' };
    expect(() => city.send('instrument.chosen', none, lead)).toThrow(/conditions/);
    const opinion = { reference: 'opinion 9', reasons: 'organisation only' };
    expect(() => city.send('legalOpinion.recorded', opinion, lead)).toThrow(/is for/);
    city.send('legalOpinion.recorded', opinion, lawyer);
    city.send('instrument.chosen', none, lead);
    showInPublic(city);
    incorporate(city);
    declare(city);
    expect(city.stage).toBe('official');
  });

  it('cannot be declared by whoever pleases, nor from outside by a forged child', () => {
    const city = new City();
    toGoingOfficial(city);
    const declaration = { effectiveOn: '2027-05-01' };
    for (const actor of [lead, treasurer, head('environment')])
      expect(() => city.send('service.declaredOfficial', declaration, actor)).toThrow(/is for/);
    const forged = { actId: '1', effectiveAt: '2027-05-01' };
    for (const actor of [clerk, mayor, { subject: 'x', roles: ['process'] }])
      expect(() => city.send('act.effective', forged, actor)).toThrow(/is for/);
    expect(() => city.send('outcome.decided', { outcome: 'stop' }, lead)).toThrow(/no event/);
  });
});
