import { describe, expect, it } from '@jest/globals';
import {
  answer,
  bikeCounts,
  head,
  inventory,
  look,
  lookUps,
  officer,
  opened,
  publish,
  publisher,
  ready,
  steward,
} from './bike-counts.ts';

describe('a dataset on its way into the open', () => {
  it('counts once somebody other than its publisher has seen it open, and the parent hears of it', () => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    expect(life.value).toEqual({ online: 'published' });
    expect(life.told()).toEqual([]);
    look(life);
    expect(life.value).toEqual({ online: { verified: 'current' } });
    expect(life.told('dataset.opened')).toEqual([{ datasetId: 'bikes', departmentId: 'mobility' }]);
    expect(life.context).toMatchObject({
      identifier: 'bike-counts',
      licence: 'CC-BY-4.0',
      privacy: { opinion: 'No personal data', at: '2027-03-01T09:00:00.000Z' },
    });
  });

  it('is looked up in its catalogue as soon as it is published', () => {
    const life = opened();
    expect(life.told()).toEqual(['dataset.opened']);
    expect(life.simulation.effects).toContainEqual(
      expect.objectContaining({
        type: 'verifyDatasets',
        params: {
          answer: 'dataset.probed',
          datasets: [
            {
              datasetId: 'bikes',
              catalogue: { kind: 'ckan', url: 'https://data.city.example' },
              identifier: 'bike-counts',
              accessUrls: ['https://data.city.example/bikes.csv'],
            },
          ],
        },
      }),
    );
  });

  it('is not verified by its publisher, not even through a delegate', () => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    for (const who of [
      { ...steward, subject: 'pat' },
      { ...steward, onBehalfOf: 'pat' },
    ])
      expect(() => {
        look(life, {}, who);
      }).toThrow(/conditions/);
  });

  it.each([
    ['private', { public: false }],
    ['under a licence that is not open', { licence: 'CC-BY-NC-4.0' }],
    ['without a distribution that can be reached', { distributionsReachable: 0 }],
  ])('does not count while it is %s', (_what, fields) => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    answer(life, fields);
    look(life, fields);
    expect(life.value).toEqual({ online: 'published' });
    expect(life.context['lastCheck']).toMatchObject(fields);
    expect(life.told()).toEqual([]);
  });

  it('does not count on an answer about another dataset', () => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    answer(life, { datasetId: 'trams' });
    expect(life.value).toEqual({ online: 'published' });
    expect(life.context['lastCheck']).toBeNull();
  });

  it('is looked up again when nobody verifies it in time', () => {
    const life = bikeCounts();
    ready(life);
    publish(life);
    life.until('2027-03-09');
    expect(lookUps(life)).toBe(2);
    expect(life.notices).toEqual(['dataset.unverified -> dataSteward']);
  });

  it('belongs to a department and not to the publisher named in the catalogue', () => {
    const life = bikeCounts();
    const facts = { owningDepartmentId: 'City', identifier: 'bike-counts' };
    expect(() => life.send('dataset.inventoried', facts, head)).toThrow(/conditions/);
    inventory(life);
    expect(life.context['departmentId']).toBe('mobility');
  });

  it('has its privacy reviewed by somebody who has not prepared it', () => {
    const life = bikeCounts();
    inventory(life);
    expect(() =>
      life.send('privacy.cleared', { opinion: 'Fine' }, { ...officer, subject: 'hal' }),
    ).toThrow(/conditions/);
  });

  it('is published only when every privacy condition is fulfilled', () => {
    const life = bikeCounts();
    inventory(life);
    life.send(
      'privacy.conditioned',
      { opinion: 'o1', conditions: ['Round to the hour', 'Drop ids'] },
      officer,
    );
    life.send('licence.chosen', { licence: 'CC0-1.0' }, head);
    life.send(
      'condition.fulfilled',
      { condition: 'Round to the hour', evidence: 'commit 3' },
      officer,
    );
    life.send('quality.assessed', { conforms: true, violations: 0, report: 'r1' }, steward);
    expect(() => {
      publish(life);
    }).toThrow(/conditions/);
    expect(() =>
      life.send('condition.fulfilled', { condition: 'Blur', evidence: 'x' }, officer),
    ).toThrow(/conditions/);
    life.send('condition.fulfilled', { condition: 'Drop ids', evidence: 'commit 4' }, officer);
    publish(life);
    expect(life.value).toEqual({ online: 'published' });
  });

  it('is reworked and reviewed again when its privacy review is negative', () => {
    const life = bikeCounts();
    inventory(life);
    life.send('privacy.refused', { opinion: 'o1', reason: 'Names in column 4' }, officer);
    expect(life.value).toEqual({ preparing: 'reworking' });
    life.send('dataset.reworked', { measures: 'Column dropped' }, head);
    expect(life.value).toEqual({ preparing: 'privacyReview' });
    expect(life.context['findings']).toMatchObject([
      { kind: 'privacy', text: 'Names in column 4' },
      { kind: 'reworked', text: 'Column dropped' },
    ]);
  });

  it('takes open licences only, those of its city when it has its own list', () => {
    const life = bikeCounts({ openLicences: ['IODL-2.0'] });
    inventory(life);
    life.send('privacy.cleared', { opinion: 'No personal data' }, officer);
    expect(() => life.send('licence.chosen', { licence: 'CC-BY-4.0' }, head)).toThrow(/conditions/);
    life.send('licence.chosen', { licence: 'IODL-2.0' }, head);
    expect(life.value).toEqual({ preparing: 'quality' });
  });

  it('stays in the quality check until its description conforms', () => {
    const life = bikeCounts();
    inventory(life);
    life.send('privacy.cleared', { opinion: 'No personal data' }, officer);
    life.send('licence.chosen', { licence: 'CC0-1.0' }, head);
    life.send('quality.assessed', { conforms: true, violations: 2, report: 'r1' }, steward);
    expect(life.value).toEqual({ preparing: 'quality' });
    expect(life.context['findings']).toMatchObject([{ kind: 'quality', text: 'r1' }]);
    life.send('quality.assessed', { conforms: true, violations: 0, report: 'r2' }, steward);
    expect(life.value).toEqual({ preparing: 'ready' });
    expect(life.context['quality']).toMatchObject({ report: 'r2' });
  });

  it('reminds whoever is waited for at each step and waits on', () => {
    const life = bikeCounts();
    life.until('2027-12-31');
    expect(life.value).toEqual({ preparing: 'proposed' });
    inventory(life);
    life.until('2028-06-30');
    expect(life.notices).toEqual([
      'dataset.waiting -> departmentHead, dataSteward',
      'dataset.privacyWaiting -> dataProtectionOfficer',
    ]);
  });

  it('can be given up while it is prepared', () => {
    const life = bikeCounts();
    inventory(life);
    life.send('dataset.dropped', { reason: 'Too costly' }, head);
    expect(life.output).toEqual({ datasetId: 'bikes', outcome: 'dropped', supersededBy: null });
  });

  it('is published by those who may', () => {
    const life = bikeCounts();
    ready(life);
    expect(() => life.send('dataset.published', { accessUrls: ['https://x'] }, officer)).toThrow(
      /dataset.published/,
    );
    life.send('dataset.published', { accessUrls: ['https://x'] }, publisher);
    expect(life.context['publishers']).toEqual(['pat']);
  });
});
