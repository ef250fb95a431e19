import { describe, expect, it } from '@jest/globals';
import { City, head, lawyer, lead, mayor, partner, partnerIds } from '../city.ts';
import { plan, toGoingOfficial, toOfficial } from '../walk.ts';
import {
  all,
  assess,
  childContext,
  convene,
  designingCity,
  notPossible,
  one,
  schedule,
} from './walk.ts';

const approved = { decision: 'approved', hash: 'text-1' };

function underReview(): City {
  const city = new City();
  toGoingOfficial(city);
  city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
  city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
  return city;
}

describe('a post that changes hands in the middle of a task', () => {
  it('leaves the task with the post: whoever holds it now goes on', () => {
    const city = underReview();
    const deadlines = city.simulation.state(city.child('approval-legal')).timers;
    city.send(
      'post.reassigned',
      { post: 'legalOfficer', holder: 'lara', authority: 'order 12', from: '2027-05-01' },
      mayor,
    );
    expect(all(city, 'posts')).toMatchObject([
      { post: 'legalOfficer', holder: 'lara', authority: 'order 12', from: '2027-05-01' },
    ]);
    expect(city.simulation.state(city.child('approval-legal')).timers).toEqual(deadlines);
    city.tell('approval-legal', 'approval.decided', approved, { ...lawyer, subject: 'lara' });
    expect(childContext(city, 'approval-legal')).toMatchObject({
      standsAs: 'approved',
      decidedBy: 'lara',
    });
  });

  it('lets a new lead end what the old one began', () => {
    const city = new City();
    plan(city);
    city.send(
      'objective.proposed',
      { statement: 'Repair', metric: 'repairs', baseline: 0, target: 5 },
      lead,
    );
    city.together('objective.agreed', { version: 1 });
    const successor = { ...lead, subject: 'lou' };
    city.send(
      'milestone.planned',
      {
        id: 'prototype',
        title: 'Prototype',
        stage: 'coDesigning',
        due: '2027-09-30',
        acceptance: ['it works'],
      },
      successor,
    );
    expect(one(city, 'milestones', 'prototype')).toMatchObject({ by: 'lou' });
  });

  it('is no post of the partners or the public to give away', () => {
    const city = designingCity();
    expect(() =>
      city.send(
        'post.reassigned',
        { post: 'mayor', holder: 'rep-repairers', authority: 'none', from: '2027-05-01' },
        partner('repairers'),
      ),
    ).toThrow(expect.objectContaining({ code: 'NotYourRole' }));
  });
});

describe('a partner that sends somebody else', () => {
  it('names its representative, and still has one voice', () => {
    const city = designingCity();
    city.send(
      'representative.named',
      { id: 'repairers', representative: 'person-77', from: '2027-04-01' },
      partner('repairers'),
    );
    expect(one(city, 'partners', 'repairers')).toMatchObject({ representative: 'person-77' });
    schedule(city, 'one', '2027-04-12');
    convene(city, [...partnerIds]);
    assess(city, 'repairers');
    expect(() =>
      city.send(
        'checkpoint.assessed',
        { rating: 'onTrack', criteriaMet: true, comment: 'me too' },
        { subject: 'person-77', roles: ['partnerRepresentative'], organisation: 'repairers' },
      ),
    ).toThrow(notPossible);
  });

  it('cannot have its representative named by another partner', () => {
    const city = designingCity();
    expect(() =>
      city.send(
        'representative.named',
        { id: 'repairers', representative: 'person-77', from: '2027-04-01' },
        partner('university'),
      ),
    ).toThrow(notPossible);
  });
});

describe('a delegation', () => {
  it('must be named by whoever acts under it', () => {
    const city = underReview();
    const deputy = { ...lawyer, subject: 'lara', onBehalfOf: 'leo' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, deputy)).toThrow(
      notPossible,
    );
    city.tell('approval-legal', 'approval.decided', approved, {
      ...deputy,
      authority: 'delegation 3, until December',
    });
    expect(childContext(city, 'approval-legal')).toMatchObject({ standsAs: 'approved' });
  });

  it('does not help anybody to approve what they asked for themselves', () => {
    const city = underReview();
    const forTheLead = { ...lawyer, onBehalfOf: lead.subject, authority: 'delegation 4' };
    expect(() => city.tell('approval-legal', 'approval.decided', approved, forTheLead)).toThrow(
      notPossible,
    );
  });

  it('does not let the department that runs the service close its own review through somebody else', () => {
    const city = new City();
    toOfficial(city);
    city.until('2028-06-30');
    const child = 'review-annual-1';
    city.tell(child, 'review.held', { participants: ['neighbours'] }, partner('neighbours'));
    city.tell(
      child,
      'indicator.recorded',
      { name: 'sopUse', value: 1, source: 'log' },
      partner('neighbours'),
    );
    city.tell(child, 'findings.recorded', { findings: 'fine' }, partner('neighbours'));
    const end = { decision: 'continue', reason: 'all is well' };
    expect(() => city.tell(child, 'review.concluded', end, head('environment'))).toThrow(
      notPossible,
    );
    const proxy = { ...head('trade'), onBehalfOf: 'environment', authority: 'delegation 5' };
    expect(() => city.tell(child, 'review.concluded', end, proxy)).toThrow(notPossible);
    city.tell(child, 'review.concluded', end, head('trade'));
    expect(all(city, 'reviewsHeld')).toMatchObject([{ reviewId: 'annual-1' }]);
  });
});
