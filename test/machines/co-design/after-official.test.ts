import { describe, expect, it } from '@jest/globals';
import { City, clerk, lead, mayor, partner } from './city.ts';
import {
  activePartners,
  appearance,
  checkpoint,
  councilVote,
  design,
  inDays,
  milestone,
  newcomer,
  plan,
  promulgate,
  review,
  toOfficial,
} from './walk.ts';

function official(): City {
  const city = new City();
  toOfficial(city);
  return city;
}

function settle(city: City): void {
  for (const { id } of city.context['obligations'] as { id: string }[])
    city.send('obligation.settled', { obligation: id, evidence: 'minutes' }, clerk);
}

describe('a service that is official', () => {
  it('is designed anew while it stays in force, and goes on only when partners have assessed it', () => {
    const city = official();
    city.until('2028-03-05');
    review(city, 'annual-1', 'reCoDesign');
    expect(city.part('official')).toEqual({ reCoDesigning: 'unpacking' });
    expect(city.context['acts']).toMatchObject([{ status: 'effective' }]);
    city.send('problem.unpacked', { findings: 'queues' }, lead);
    expect(city.whyNot('redesign.completed')).toEqual([
      'partners have assessed the re-design together and passed it',
    ]);
    milestone(city, 'anew', 'official', '2028-12-31');
    checkpoint(city, { id: 'anew-1', milestone: 'anew' });
    city.send('redesign.completed', { summary: 'two queues' }, lead);
    expect(city.part('official')).toEqual({ operating: 'running' });
  });

  it('asks for a new version of the objective when its direction changes', () => {
    const city = official();
    milestone(city, 'anew', 'official', '2028-12-31');
    checkpoint(city, { id: 'anew-1', milestone: 'anew', outcome: 'changeDirection' });
    expect(city.part('official')).toEqual({ reCoDesigning: 'unpacking' });
    checkpoint(city, { id: 'anew-2', milestone: 'anew' });
    expect(city.next('redesign.completed')?.possible).toBe(false);
    const objective = { statement: 'Share', metric: 'loans', baseline: 0, target: 9 };
    city.send('objective.proposed', objective, lead);
    city.together('objective.agreed', { version: 2 });
    city.send('redesign.completed', { summary: 'loans' }, lead);
    expect(city.context['objectives']).toMatchObject([
      { version: 1, statement: 'Repair, version 1' },
      { version: 2, supersedes: 1 },
    ]);
  });

  it('rests on the act that amends its act, whoever adopts it', () => {
    const city = official();
    city.send(
      'amendment.submitted',
      {
        actId: '2',
        replaces: '1-m',
        instrument: 'councilAct',
        title: 'Desks and loans',
        textHash: 'text-2',
      },
      lead,
    );
    councilVote(city, { actId: '2', textHash: 'text-2' });
    promulgate(city, '2', 'text-2');
    city.tell('act-1-m', 'act.superseded', { by: '2' }, clerk);
    expect(city.context['acts']).toMatchObject([
      { actId: '1-m', status: 'superseded' },
      { actId: '2', status: 'effective' },
    ]);
    expect(city.part('official')).toEqual({ operating: 'running' });
  });

  it('ends in good order: told beforehand, obligations settled, every region closed', () => {
    const city = official();
    city.send(
      'sunset.decided',
      { endsOn: '2029-12-31', reason: 'a better one exists', authority: 'council 9' },
      mayor,
    );
    expect(city.part('official')).toBe('sunsetting');
    city.until('2029-12-31');
    expect(city.stage).toBe('closing');
    expect(city.whyNot('obligation.settled')).toEqual([]);
    settle(city);
    expect(city.status).toBe('done');
    expect(city.output).toMatchObject({ initiativeId: city.id, outcome: 'sunset' });
    expect(city.simulation.state(city.child('act-1-m')).snapshot['status']).toBe('active');
  });

  it('is kept by a legal hold until the hold is lifted', () => {
    const city = official();
    const hold = { id: 'h', reason: 'lawsuit', authority: 'court order' };
    city.send('hold.placed', hold, { subject: 'leo', roles: ['legalOfficer'] });
    city.send('initiative.withdrawn', { reason: 'merged by law', authority: 'law 3' }, lead);
    settle(city);
    expect(city.stage).toBe('closing');
    city.send(
      'hold.lifted',
      { id: 'h', reason: 'over' },
      { subject: 'leo', roles: ['legalOfficer'] },
    );
    expect(city.output).toMatchObject({ outcome: 'withdrawn' });
  });

  it('becomes part of how the city works once reviews and procedures show it', () => {
    const city = official();
    for (const [index, day] of ['2028-03-05', '2029-03-05', '2030-03-05'].entries()) {
      city.until(day);
      review(city, `annual-${index + 1}`);
    }
    expect(city.part('official')).toEqual({ operating: 'embedded' });
  });

  it('counts its reviews from the day of effect, however late one is held', () => {
    const city = official();
    city.until('2028-06-20');
    review(city, 'annual-1');
    const next = city.simulation.state(city.child('review-annual-2')).snapshot['context'];
    expect(next).toMatchObject({ dueOn: '2029-03-05' });
  });
});

describe('what was overdue', () => {
  it('is no breach any more once it has come', () => {
    const city = new City();
    plan(city);
    design(city);
    city.until('2027-10-20');
    expect(city.context['breaches']).toMatchObject([{ about: 'milestone prototype', curedAt: '' }]);
    checkpoint(city, { id: 'late', milestone: 'prototype' });
    expect(city.context['breaches']).not.toMatchObject([{ curedAt: '' }]);
    expect((city.value['compliance'] as { watched: unknown }).watched).toMatchObject({
      deadlines: 'clean',
    });
  });
});

describe('a partner who leaves', () => {
  it('leaves its open promises to whoever takes over its part', () => {
    const city = new City();
    toOfficial(city);
    const on = '2027-04-10T10:00:00.000Z';
    const event = {
      id: 'fair',
      on,
      place: 'park',
      hosts: ['city'],
      languages: ['it'],
      accessibility: [],
    };
    city.send('publicEvent.planned', event, lead);
    city.until(on);
    const promise = { id: 'tools', what: 'tools', who: 'repairers', dueOn: '2028-01-31' };
    city.send('publicEvent.held', { ...appearance('fair'), commitments: [promise] }, lead);
    const notice = { leavesOn: '2027-06-01', reason: 'moves away' };
    city.send('partner.withdrew', notice, partner('repairers'));
    inDays(city, 60);
    expect(activePartners(city)).not.toContain('repairers');
    city.send('partner.joined', newcomer('library', 'civilSociety'), lead);
    const handover = {
      partner: 'repairers',
      what: 'commitments',
      to: 'library',
      terms: 'as before',
    };
    city.send('handover.settled', handover, lead);
    expect(city.context['commitments']).toContainEqual(
      expect.objectContaining({ id: 'tools', who: 'library' }),
    );
  });
});
