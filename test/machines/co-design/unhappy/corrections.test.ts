import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import { City, clerk, head, lead, mayor } from '../city.ts';
import { checkpoint, toOfficial } from '../walk.ts';
import { all, designingCity, notPossible, one, settleObligations } from './walk.ts';

const correction = {
  id: 'c1',
  entry: 'repair-desks/40',
  subject: 'act',
  kind: 'substantive',
  before: '25 yes',
  after: '24 yes',
  reason: 'a vote was counted twice',
  authority: 'minutes 12',
  author: 'carl',
  effectiveAt: '2027-03-02T10:00:00.000Z',
};
const late = {
  id: 'l1',
  subject: 'checkpoint',
  what: 'minutes of the first meeting',
  reason: 'the secretary was ill',
  evidence: 'minutes 1',
  effectiveAt: '2027-03-01T10:00:00.000Z',
};

function official(): City {
  const city = new City();
  toOfficial(city);
  return city;
}
function correct(city: City, fields: JsonObject = {}, who = lead): void {
  city.send('record.corrected', { ...correction, ...fields }, who);
}
const before = (city: City): unknown => city.part('official');

describe('a wrong entry', () => {
  it('is corrected by a new one that keeps what was and what is, when it was so and when we knew', () => {
    const city = official();
    const entries = city.simulation.entries(city.id);
    const first = entries[0];
    const known = city.simulation.now;
    correct(city);
    expect(all(city, 'corrections')).toMatchObject([
      {
        id: 'c1',
        entry: 'repair-desks/40',
        before: '25 yes',
        after: '24 yes',
        effectiveAt: '2027-03-02T10:00:00.000Z',
        at: known,
        by: 'lea',
      },
    ]);
    expect(city.simulation.entries(city.id)[0]).toBe(first);
    expect(city.published).toContain('record.corrected');
  });

  it('lists the decisions made since that relied on its kind, and asks whether they stand', () => {
    const city = official();
    correct(city);
    expect(one(city, 'corrections', 'c1')).toMatchObject({ settled: false });
    expect(one(city, 'corrections', 'c1')['dependants']).toContain('declared official');
    expect(city.value['corrections']).toBe('impactOpen');
    city.send(
      'impact.settled',
      { correction: 'c1', findings: 'a majority all the same', standing: true },
      lead,
    );
    expect(city.value['corrections']).toBe('settled');
    expect(one(city, 'corrections', 'c1')).toMatchObject({
      settled: true,
      standing: true,
      findings: 'a majority all the same',
    });
  });

  it('touches no decision made before it, or that relied on something else', () => {
    const city = official();
    correct(city, { effectiveAt: city.simulation.now, id: 'now' });
    const now = one(city, 'corrections', 'now')['dependants'] as string[];
    expect(now).not.toContain('planning begun');
    correct(city, { subject: 'venue', id: 'venue', effectiveAt: '2027-03-01T00:00:00.000Z' });
    expect(one(city, 'corrections', 'venue')).toMatchObject({ dependants: [], settled: true });
  });

  it('changes no stage by itself', () => {
    const city = official();
    const stage = before(city);
    const acts = all(city, 'acts');
    correct(city);
    expect(before(city)).toEqual(stage);
    expect(all(city, 'acts')).toEqual(acts);
  });

  it('is corrected in substance only by somebody other than its author, and no delegate of theirs', () => {
    const city = official();
    expect(() => {
      correct(city, {}, clerk);
    }).toThrow(notPossible);
    expect(() => {
      correct(city, {}, { ...lead, onBehalfOf: 'carl', authority: 'delegation 1' });
    }).toThrow(notPossible);
    correct(city);
    expect(all(city, 'corrections')).toHaveLength(1);
  });

  it('is corrected in writing by its author too', () => {
    const city = official();
    correct(city, { kind: 'clerical', before: 'Deks', after: 'Desks' }, clerk);
    expect(one(city, 'corrections', 'c1')).toMatchObject({ kind: 'clerical', by: 'carl' });
  });

  it('is not corrected twice under one name, nor by somebody who only reads', () => {
    const city = official();
    correct(city);
    expect(() => {
      correct(city);
    }).toThrow(notPossible);
    expect(() => {
      correct(city, { id: 'c2' }, { subject: 'ada', roles: ['auditor'] });
    }).toThrow(expect.objectContaining({ code: 'NotYourRole' }));
  });

  it('whose consequences nobody settles is brought up after thirty days', () => {
    const city = official();
    correct(city);
    const from = Date.parse(city.simulation.now);
    city.until(new Date(from + 29 * 86_400_000).toISOString());
    expect(city.notices).not.toContain('impact.overdue');
    city.until(new Date(from + 31 * 86_400_000).toISOString());
    expect(city.notices).toContain('impact.overdue');
  });
});

describe('a late entry', () => {
  it('is added with the day it is about, and lists what was decided without it', () => {
    const city = designingCity();
    city.until('2027-03-15T09:00:00.000Z');
    checkpoint(city, { id: 'one', milestone: 'prototype', outcome: 'adjust' });
    city.send('entry.addedLate', late, clerk);
    expect(all(city, 'lateEntries')).toMatchObject([
      {
        id: 'l1',
        effectiveAt: '2027-03-01T10:00:00.000Z',
        at: city.simulation.now,
        dependants: ['checkpoint one: adjust'],
      },
    ]);
    expect(city.value['corrections']).toBe('impactOpen');
  });

  it('is never about the future', () => {
    const city = designingCity();
    expect(() =>
      city.send('entry.addedLate', { ...late, effectiveAt: '2027-03-03T10:00:00.000Z' }, clerk),
    ).toThrow(notPossible);
  });

  it('brings what came too late for the state into the record, where the event itself is refused', () => {
    const city = designingCity();
    city.send('problem.unpacked', { findings: 'tools are missing' }, lead);
    expect(() => city.send('problem.unpacked', { findings: 'parts too' }, lead)).toThrow(
      notPossible,
    );
    city.send(
      'entry.addedLate',
      {
        ...late,
        subject: 'design',
        what: 'parts are missing too',
        effectiveAt: city.simulation.now,
      },
      lead,
    );
    expect(city.part('coDesigning')).toBe('ideating');
    expect(one(city, 'lateEntries', 'l1')).toMatchObject({ what: 'parts are missing too' });
  });
});

describe('corrections are taken', () => {
  it('while an initiative is suspended', () => {
    const city = designingCity();
    city.send(
      'initiative.suspended',
      { reason: 'elections', authority: 'order 2', resumeBy: '2027-06-30' },
      mayor,
    );
    correct(city, { effectiveAt: '2027-03-01T09:00:00.000Z' });
    expect(all(city, 'corrections')).toHaveLength(1);
    expect(city.stage).toBe('suspended');
  });

  it('while it closes, and what is still open does not keep it from its end', () => {
    const city = designingCity();
    city.send('initiative.stopped', { reason: 'no use', authority: 'order 9' }, mayor);
    correct(city, { effectiveAt: '2027-03-01T09:00:00.000Z' });
    city.send(
      'entry.addedLate',
      { ...late, effectiveAt: city.simulation.now },
      head('environment'),
    );
    expect(city.stage).toBe('closing');
    settleObligations(city);
    expect(city.status).toBe('done');
  });
});
