import { describe, expect, it } from '@jest/globals';
import {
  answer,
  bikeCounts,
  head,
  look,
  lookUps,
  officer,
  opened,
  publish,
  ready,
  steward,
} from './bike-counts.ts';

const closed = { public: false };
const incident = { incident: 'inc-1', cause: 'personalData' };

describe('an open dataset', () => {
  it('is looked up again every week, or as often as wanted', () => {
    const life = opened();
    life.until('2027-03-15T10:00:00.000Z');
    expect(lookUps(life)).toBe(3);
    const daily = opened({ recheckEvery: 'P1D' });
    daily.until('2027-03-08T10:00:00.000Z');
    expect(lookUps(daily)).toBe(8);
  });

  it('is stale after 30 days without an answer, and lost when its grace ends', () => {
    const life = opened();
    for (const day of ['2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29']) {
      life.until(day);
      life.relay('dataset.probed', { datasetId: 'bikes', catalogue: 'down' });
    }
    life.until('2027-03-31');
    expect(life.value).toEqual({ online: { verified: 'stale' } });
    expect(life.told()).toEqual(['dataset.opened']);
    life.until('2027-04-14');
    expect(life.value).toEqual({ online: 'lost' });
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'stale' }]);
  });

  it('is current again when the catalogue answers while it is stale', () => {
    const life = opened();
    life.until('2027-04-02');
    answer(life);
    expect(life.value).toEqual({ online: { verified: 'current' } });
    expect(life.context['faultySince']).toBeNull();
  });

  it('that is private again still counts within its grace, and no longer after it', () => {
    const life = opened();
    life.until('2027-03-08T10:00:00.000Z');
    answer(life, closed);
    expect(life.value).toEqual({ online: { verified: 'broken' } });
    expect(life.deadlines['graceEnds']).toBe('2027-03-22T10:00:00.000Z');
    life.until('2027-03-21');
    expect(life.told()).toEqual(['dataset.opened']);
    life.until('2027-03-22');
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'broken' }]);
    expect(life.notices).toEqual([
      'dataset.faulty -> departmentHead, dataSteward',
      'dataset.lost -> departmentHead, dataSteward, initiativeLead',
    ]);
  });

  it('that a steward finds closed is broken', () => {
    const life = opened();
    look(life, { distributionsReachable: 0 });
    expect(life.value).toEqual({ online: { verified: 'broken' } });
  });

  it('that is found broken again and again has one grace, also when it was stale before', () => {
    const life = opened();
    life.until('2027-04-01T09:00:00.000Z');
    expect(life.value).toEqual({ online: { verified: 'stale' } });
    const { graceEnds } = life.deadlines;
    answer(life, closed);
    expect(life.value).toEqual({ online: { verified: 'broken' } });
    look(life, closed);
    answer(life, closed);
    expect(life.deadlines['graceEnds']).toBe(graceEnds);
  });

  it('that was repaired is looked up at once and counts on', () => {
    const life = opened();
    answer(life, closed);
    const before = lookUps(life);
    life.send('dataset.repaired', { measures: 'Server restarted' }, head);
    expect(lookUps(life)).toBe(before + 1);
    expect(life.context['findings']).toMatchObject([
      { kind: 'broken' },
      { kind: 'repaired', text: 'Server restarted' },
    ]);
    answer(life);
    expect(life.value).toEqual({ online: { verified: 'current' } });
    expect(life.told()).toEqual(['dataset.opened']);
  });

  it('says what was wrong, not that it was repaired, when the repair did not help', () => {
    const life = opened();
    answer(life, closed);
    life.send('dataset.repaired', { measures: 'Server restarted' }, head);
    life.until('2027-03-20');
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'broken' }]);
  });

  it('that was lost is restored when it is open again', () => {
    const life = opened();
    answer(life, closed);
    life.until('2027-03-20');
    answer(life, closed);
    expect(life.value).toEqual({ online: 'lost' });
    answer(life);
    expect(life.told()).toEqual(['dataset.opened', 'dataset.lost', 'dataset.restored']);
    expect(life.told('dataset.restored')).toEqual([{ datasetId: 'bikes' }]);
  });

  it('that is withdrawn counts no longer, and is restored when it is published and seen again', () => {
    const life = opened();
    life.send('dataset.withdrawn', { reason: 'Wrong figures' }, steward);
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'Wrong figures' }]);
    publish(life);
    answer(life);
    expect(life.told().slice(-1)).toEqual(['dataset.restored']);
  });

  it('with personal data in it is taken down at once, and the incident must be closed', () => {
    const life = opened();
    life.send('dataset.takenDown', incident, steward);
    expect(life.value).toBe('takenDown');
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'personalData' }]);
    expect(life.context['incidents']).toMatchObject([{ incident: 'inc-1', closedAt: null }]);
    expect(() => {
      publish(life);
    }).toThrow(/not possible/);
    life.until('2027-03-05');
    expect(life.notices.slice(-1)).toEqual([
      'dataset.incidentOpen -> dataProtectionOfficer, mayor',
    ]);
    expect(() =>
      life.send('incident.closed', { incident: 'inc-2', measures: 'x' }, officer),
    ).toThrow(/conditions/);
    life.send('incident.closed', { incident: 'inc-1', measures: 'Column dropped' }, officer);
    expect(life.value).toEqual({ preparing: 'reworking' });
    expect(life.context['incidents']).toMatchObject([
      { incident: 'inc-1', measures: 'Column dropped' },
    ]);
  });

  it('after a take-down goes through privacy review and verification again before it counts', () => {
    const life = opened();
    life.send('dataset.takenDown', incident, steward);
    life.send('incident.closed', { incident: 'inc-1', measures: 'Column dropped' }, officer);
    life.send('dataset.reworked', { measures: 'Column dropped' }, head);
    life.send('privacy.cleared', { opinion: 'o2' }, officer);
    life.send('licence.chosen', { licence: 'CC-BY-4.0' }, head);
    life.send('quality.assessed', { conforms: true, violations: 0, report: 'r2' }, steward);
    publish(life);
    expect(life.told()).toEqual(['dataset.opened', 'dataset.lost']);
    answer(life);
    expect(life.told()).toEqual(['dataset.opened', 'dataset.lost', 'dataset.restored']);
  });

  it('has an incident also when it is already withdrawn, and is not lost twice', () => {
    const life = opened();
    life.send('dataset.withdrawn', { reason: 'Old' }, steward);
    life.send('dataset.takenDown', incident, officer);
    expect(life.value).toBe('takenDown');
    expect(life.told()).toEqual(['dataset.opened', 'dataset.lost']);
  });

  it('gives way to another dataset and to no other than another', () => {
    const life = opened();
    life.relay('dataset.superseded', { by: 'bikes' });
    expect(life.value).toEqual({ online: { verified: 'current' } });
    life.relay('dataset.superseded', { by: 'bikes-2' });
    expect(life.told('dataset.lost')).toEqual([{ datasetId: 'bikes', reason: 'superseded' }]);
    expect(life.output).toEqual({
      datasetId: 'bikes',
      outcome: 'superseded',
      supersededBy: 'bikes-2',
    });
  });

  it('that never counted is not lost when it is withdrawn', () => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    life.send('dataset.withdrawn', { reason: 'Old' }, steward);
    expect(life.told()).toEqual([]);
    expect(life.context['findings']).toMatchObject([{ kind: 'withdrawn', text: 'Old' }]);
  });
});
