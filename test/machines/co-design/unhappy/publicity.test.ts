import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import { City, lead, partner, press } from '../city.ts';
import {
  appearance,
  declare,
  draft,
  inDays,
  incorporate,
  mayorsAct,
  toGoingOfficial,
  toOfficial,
} from '../walk.ts';
import { all, designingCity, notPossible, one, region } from './walk.ts';

const event = (city: City): unknown => region(city, 'publicity', 'watched', 'event');
const promises = (city: City): unknown => region(city, 'publicity', 'watched', 'followUp');

/** A press conference is planned for ten days from now. */
function planned(city: City, more: JsonObject = {}): string {
  const on = new Date(Date.parse(city.simulation.now) + 10 * 86_400_000).toISOString();
  city.send(
    'publicEvent.planned',
    {
      id: 'press',
      on,
      place: 'library',
      hosts: ['city', 'neighbours'],
      languages: ['it'],
      accessibility: ['captions'],
      ...more,
    },
    press,
  );
  return on;
}

function goingOfficial(): City {
  const city = new City();
  toGoingOfficial(city);
  return city;
}

describe('a press conference that does not go as planned', () => {
  it('may be postponed more than once, and every former date stays with its reason', () => {
    const city = goingOfficial();
    const first = planned(city);
    const second = new Date(Date.parse(first) + 86_400_000).toISOString();
    const third = new Date(Date.parse(first) + 2 * 86_400_000).toISOString();
    city.send('publicEvent.postponed', { to: second, reason: 'strike' }, press);
    city.send('publicEvent.postponed', { to: third, reason: 'storm' }, press);
    expect(event(city)).toBe('postponed');
    city.until(third);
    city.send('publicEvent.held', appearance(), press);
    expect(all(city, 'publicEvents')).toMatchObject([
      {
        counts: true,
        postponements: [
          { from: first, to: second, reason: 'strike', by: 'pia' },
          { from: second, to: third, reason: 'storm', by: 'pia' },
        ],
      },
    ]);
    expect(city.met).toContain('C3');
  });

  it('holds up neither the act nor the directives; only being official waits for it', () => {
    const city = goingOfficial();
    const on = planned(city);
    city.send('publicEvent.postponed', { to: on, reason: 'strike' }, press);
    draft(city, 'mayorsAct');
    mayorsAct(city);
    incorporate(city);
    expect(city.part('goingOfficial')).toEqual({
      instrument: 'effective',
      directives: 'done',
      visibility: 'awaited',
    });
    expect(() => {
      declare(city);
    }).toThrow(notPossible);
    expect(city.whyNot('service.declaredOfficial')).toEqual([
      'results were shown in public with the partners, and follow-up promised',
      'the story of how citizens designed it is public',
    ]);
  });

  it('that is cancelled stays on the record, and another one can be planned', () => {
    const city = goingOfficial();
    planned(city);
    city.send('publicEvent.cancelled', { reason: 'no room' }, press);
    expect(event(city)).toBe('quiet');
    expect(all(city, 'publicEvents')).toMatchObject([
      { id: 'press', outcome: 'cancelled', counts: false, reason: 'no room' },
    ]);
    expect(() => planned(city)).toThrow(notPossible);
    planned(city, { id: 'press-2' });
    expect(city.met).not.toContain('C3');
  });

  it.each<[string, JsonObject]>([
    ['only the city appears', { partners: ['city'] }],
    ['people of one sector and strangers appear', { partners: ['neighbours', 'press'] }],
    ['no result is shown', { resultsShown: [] }],
    ['a result is shown that nobody has delivered', { resultsShown: ['service'] }],
    ['nothing is promised', { commitments: [] }],
  ])('is recorded but does not count when %s', (_why, fields) => {
    const city = goingOfficial();
    city.send(
      'result.expected',
      {
        id: 'service',
        title: 'Service',
        kind: 'service',
        scale: 'service',
        level: 5,
        on: '2028-09-15',
      },
      lead,
    );
    planned(city);
    city.send('publicEvent.held', { ...appearance(), ...fields }, press);
    expect(event(city)).toBe('quiet');
    expect(all(city, 'publicEvents')).toMatchObject([{ outcome: 'held', counts: false }]);
    expect(city.met).not.toContain('C3');
    expect(city.notices).toContain('publicEvent.doesNotCount');
  });

  it('cannot be announced in the name of somebody who is no partner', () => {
    const city = goingOfficial();
    expect(() => planned(city, { hosts: ['city', 'strangers'] })).toThrow(notPossible);
  });

  it('is asked about when its day is over and nobody said how it went', () => {
    const city = goingOfficial();
    planned(city);
    inDays(city, 10);
    expect(city.notices).not.toContain('publicEvent.overdue');
    inDays(city, 1);
    expect(city.notices).toContain('publicEvent.overdue');
  });
});

describe('a promise made in public', () => {
  it('that nobody keeps by its day is broken in public', () => {
    const city = new City();
    toOfficial(city);
    expect(promises(city)).toBe('open');
    city.until('2029-06-30');
    expect(promises(city)).toEqual({ broken: 'alone' });
    expect(one(city, 'commitments', 'press-follow')).toMatchObject({ status: 'broken' });
    expect(city.published).toContain('commitment.broken');
    expect(all(city, 'breaches').map(({ about }) => about)).toContain('commitment press-follow');
  });

  it('that is broken leads to a review of trust beside the usual ones', () => {
    const city = new City();
    toOfficial(city);
    city.until('2029-06-30');
    expect(city.child('review-extra-1')).toContain('review-extra-1');
    const { snapshot } = city.simulation.state(city.child('review-extra-1'));
    expect(snapshot['context']).toMatchObject({ kind: 'trust', dueOn: '2029-07-30' });
  });

  it('that is kept late is kept, and nothing is owed any more', () => {
    const city = new City();
    toOfficial(city);
    city.until('2029-07-15');
    city.send('commitment.kept', { id: 'press-follow', evidence: 'second desk' }, partner('city'));
    expect(promises(city)).toBe('settled');
    expect(one(city, 'commitments', 'press-follow')).toMatchObject({ status: 'kept' });
    expect(() =>
      city.send('commitment.kept', { id: 'press-follow', evidence: 'again' }, lead),
    ).toThrow(notPossible);
  });
});

describe('an intermediate result', () => {
  const expected = {
    id: 'mock',
    title: 'Mock-up',
    kind: 'mockup',
    scale: 'service',
    level: 2,
    on: '2027-06-30',
  };
  const recorded = { result: 'mock', evidence: 'photos', datasets: [], ownership: 'shared' };

  it('is recorded only if somebody said before what to expect of it', () => {
    const city = designingCity();
    expect(() => city.send('result.recorded', recorded, lead)).toThrow(notPossible);
    city.send('result.expected', expected, lead);
    city.send('result.recorded', recorded, lead);
    expect(one(city, 'results', 'mock')).toMatchObject({
      expectedLevel: 2,
      expectedOn: '2027-06-30',
    });
  });

  it('is shared only when it is said what it is for', () => {
    const city = designingCity();
    city.send('result.expected', expected, lead);
    city.send('result.recorded', recorded, lead);
    const share = { result: 'mock', channel: 'newsletter' };
    expect(() => city.send('result.disseminated', share, press)).toThrow(notPossible);
    city.send(
      'result.described',
      { result: 'mock', roleAndValue: 'to see whether people come', audience: 'all' },
      partner('neighbours'),
    );
    city.send('result.disseminated', share, press);
    expect(one(city, 'results', 'mock')['disseminatedAt']).not.toBeNull();
  });

  it('may turn out less ripe than it was, which is a new assessment and no error', () => {
    const city = designingCity();
    city.send('result.expected', expected, lead);
    city.send('result.recorded', recorded, lead);
    const level = (n: number): void => {
      city.send('maturity.assessed', { result: 'mock', level: n, evidence: 'test' }, lead);
    };
    level(2);
    level(1);
    expect(one(city, 'results', 'mock')).toMatchObject({ level: 1, assessments: 2 });
    expect(region(city, 'expectations')).toBe('onTrack');
  });

  it('that does not come up to its expectation in time is late in public, until it does', () => {
    const city = designingCity();
    city.send('result.expected', expected, lead);
    city.until('2027-05-30T21:00:00.000Z');
    expect(region(city, 'expectations')).toBe('onTrack');
    city.until('2027-06-01');
    expect(region(city, 'expectations')).toBe('atRisk');
    city.until('2027-06-30');
    expect(region(city, 'expectations')).toEqual({ late: 'othersAwaited' });
    expect(city.published).toContain('result.late');
    city.send('result.recorded', recorded, lead);
    city.send('maturity.assessed', { result: 'mock', level: 2, evidence: 'test' }, lead);
    expect(region(city, 'expectations')).toBe('onTrack');
  });

  it('has a level on its own scale and on no other', () => {
    const city = designingCity();
    expect(() => city.send('result.expected', { ...expected, level: 7 }, lead)).toThrow(
      notPossible,
    );
    city.send('result.expected', { ...expected, scale: 'trl', level: 7 }, lead);
    city.send('result.recorded', recorded, lead);
    expect(() =>
      city.send('maturity.assessed', { result: 'mock', level: 10, evidence: 'test' }, lead),
    ).toThrow(notPossible);
  });

  it('that comes out better than expected shows as exceeded', () => {
    const city = designingCity();
    for (const id of ['mock', 'desk']) {
      if (id === 'mock') city.send('result.expected', expected, lead);
      city.send('result.recorded', { ...recorded, result: id }, lead);
      city.send('maturity.assessed', { result: id, level: 4, evidence: 'test' }, lead);
    }
    expect(region(city, 'expectations')).toBe('exceeded');
  });
});
