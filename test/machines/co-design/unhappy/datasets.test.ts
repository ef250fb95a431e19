import { describe, expect, it } from '@jest/globals';
import { City, head, lead, press, privacyOfficer, steward } from '../city.ts';
import { fiveDatasets, openDatasets, prototype, toGoingOfficial, toOfficial } from '../walk.ts';
import {
  all,
  atTheGate,
  childContext,
  childValue,
  designingCity,
  notPossible,
  one,
} from './walk.ts';

const seen = { public: true, licence: 'CC-BY-4.0', distributionsReachable: 1 };

/** Co-design with datasets that its prototype uses. */
function withDatasets(ids: Readonly<Record<string, string>> = fiveDatasets): City {
  const city = designingCity();
  openDatasets(city, ids);
  prototype(city, Object.keys(ids));
  return city;
}

describe('datasets count for the checklist', () => {
  it('when five are open, of different departments, and used', () => {
    const city = withDatasets();
    expect(city.met).toContain('C2');
    expect(city.value['datasets']).toBe('met');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'there are four',
      { bins: 'environment', trips: 'mobility', shops: 'trade', streets: 'mobility' },
    ],
    [
      'all five are of one department',
      { a: 'mobility', b: 'mobility', c: 'mobility', d: 'mobility', e: 'mobility' },
    ],
  ])('not when %s', (_why, ids) => {
    const city = withDatasets(ids);
    expect(city.met).not.toContain('C2');
    expect(city.value['datasets']).toBe('below');
  });

  it('not before a result of the co-design uses them', () => {
    const city = designingCity();
    openDatasets(city, fiveDatasets);
    expect(city.met).not.toContain('C2');
    prototype(city, Object.keys(fiveDatasets));
    expect(city.met).toContain('C2');
  });

  it('only when somebody other than their publisher has seen them open', () => {
    const city = designingCity();
    const { energy, ...four } = fiveDatasets;
    openDatasets(city, four);
    city.send(
      'dataset.registered',
      {
        id: 'energy',
        title: 'Energy',
        department: energy,
        publisher: 'City of Example',
        catalogue: 'ckan',
        url: 'https://data.example.org',
      },
      steward,
    );
    const child = 'dataset-energy';
    const owner = head(energy);
    city.tell(
      child,
      'dataset.inventoried',
      { owningDepartmentId: energy, identifier: 'energy' },
      owner,
    );
    city.tell(child, 'privacy.cleared', { opinion: 'fine' }, privacyOfficer);
    city.tell(child, 'licence.chosen', { licence: 'CC-BY-4.0' }, owner);
    city.tell(child, 'quality.assessed', { conforms: true, violations: 0, report: 'ok' }, steward);
    city.tell(child, 'dataset.published', { accessUrls: ['https://x.example.org'] }, steward);
    prototype(city, Object.keys(fiveDatasets));
    expect(() => city.tell(child, 'dataset.verified', seen, steward)).toThrow(notPossible);
    expect(city.met).not.toContain('C2');
    city.tell(child, 'dataset.verified', seen, { subject: 'sven', roles: ['dataSteward'] });
    expect(city.met).toContain('C2');
  });

  it('under the department that owns them, never under the city as publisher', () => {
    const city = designingCity();
    city.send(
      'dataset.registered',
      {
        id: 'energy',
        title: 'Energy',
        department: 'environment',
        publisher: 'City of Example',
        catalogue: 'ckan',
        url: 'https://data.example.org',
      },
      steward,
    );
    const inventory = { owningDepartmentId: 'City of Example', identifier: 'energy' };
    expect(() =>
      city.tell('dataset-energy', 'dataset.inventoried', inventory, head('environment')),
    ).toThrow(notPossible);
  });

  it('by numbers that the city may set for itself', () => {
    const city = new City({ policy: { datasets: 2, departments: 2 } });
    toGoingOfficial(city);
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'old' }, head('environment'));
    city.tell('dataset-energy', 'dataset.withdrawn', { reason: 'old' }, head('environment'));
    expect(city.met).toContain('C2');
  });
});

describe('a dataset that is withdrawn', () => {
  it('falls out of the count, and the checklist says since when', () => {
    const city = withDatasets();
    city.until('2027-03-10T09:00:00.000Z');
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    expect(one(city, 'datasets', 'bins')).toMatchObject({ status: 'lost' });
    expect(city.value['datasets']).toBe('regressed');
    expect(one(city, 'checklist', 'C2', 'item')).toMatchObject({
      met: false,
      since: null,
      lostAt: '2027-03-10T09:00:00.000Z',
    });
    expect(all(city, 'regressions')).toMatchObject([{ items: ['C2'] }]);
    expect(city.published).toContain('checklist.regressed');
  });

  it('leaves thirty days of grace before it counts as a breach', () => {
    const city = withDatasets();
    city.until('2027-03-10T09:00:00.000Z');
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    city.until('2027-04-09T07:59:00.000Z');
    expect(all(city, 'breaches')).toEqual([]);
    city.until('2027-04-10');
    expect(all(city, 'breaches')).toMatchObject([{ about: 'datasets', severity: 'serious' }]);
  });

  it('keeps the gate shut, by name', () => {
    const city = atTheGate();
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    expect(() => city.send('goingOfficial.begun', {}, lead)).toThrow(notPossible);
    expect(city.whyNot('goingOfficial.begun')).toEqual([
      'enough datasets of different departments are open and used by a result',
    ]);
  });

  it('is made good by another one that a result uses', () => {
    const city = withDatasets();
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    openDatasets(city, { water: 'climate' });
    expect(city.value['datasets']).toBe('regressed');
    city.send(
      'result.recorded',
      {
        result: 'desk',
        evidence: 'photos',
        datasets: ['trips', 'shops', 'streets', 'energy', 'water'],
        ownership: 'shared',
      },
      lead,
    );
    expect(city.value['datasets']).toBe('met');
    expect(city.met).toContain('C2');
  });

  it('comes back when it is published and seen open again', () => {
    const city = withDatasets();
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    city.tell(
      'dataset-bins',
      'dataset.published',
      { accessUrls: ['https://x.example.org'] },
      press,
    );
    city.tell('dataset-bins', 'dataset.verified', seen, steward);
    expect(one(city, 'datasets', 'bins')).toMatchObject({ status: 'open', lostAt: null });
    expect(city.met).toContain('C2');
  });
});

describe('a dataset in which personal data are found', () => {
  it('is taken down at once by whoever finds them, and the incident stays on record', () => {
    const city = withDatasets();
    city.tell(
      'dataset-trips',
      'dataset.takenDown',
      { incident: 'inc-1', cause: 'personalData' },
      privacyOfficer,
    );
    expect(city.met).not.toContain('C2');
    expect(childValue(city, 'dataset-trips')).toBe('takenDown');
    expect(childContext(city, 'dataset-trips')['incidents']).toMatchObject([
      { incident: 'inc-1', cause: 'personalData', closedAt: null },
    ]);
  });

  it('is not back online before the incident is closed and the data are cleared again', () => {
    const city = withDatasets();
    const child = 'dataset-trips';
    city.tell(
      child,
      'dataset.takenDown',
      { incident: 'inc-1', cause: 'personalData' },
      privacyOfficer,
    );
    const online = { accessUrls: ['https://x.example.org'] };
    expect(() => city.tell(child, 'dataset.published', online, press)).toThrow(notPossible);
    city.tell(child, 'incident.closed', { incident: 'inc-1', measures: 'rounded' }, privacyOfficer);
    expect(() => city.tell(child, 'dataset.published', online, press)).toThrow(notPossible);
    city.tell(child, 'dataset.reworked', { measures: 'rounded' }, head('mobility'));
    city.tell(child, 'privacy.cleared', { opinion: 'fine now' }, privacyOfficer);
    city.tell(child, 'licence.chosen', { licence: 'CC-BY-4.0' }, head('mobility'));
    city.tell(child, 'quality.assessed', { conforms: true, violations: 0, report: 'ok' }, steward);
    city.tell(child, 'dataset.published', online, press);
    city.tell(child, 'dataset.verified', seen, steward);
    expect(city.met).toContain('C2');
  });

  it('costs an official service an item of its checklist, and not its life', () => {
    const city = new City();
    toOfficial(city);
    city.tell(
      'dataset-trips',
      'dataset.takenDown',
      { incident: 'inc-1', cause: 'personalData' },
      privacyOfficer,
    );
    expect(city.met).toEqual(['C1', 'C3', 'C4', 'C5']);
    expect(city.part('official')).toEqual({ operating: 'running' });
  });
});

describe('a dataset that becomes private again', () => {
  it('counts while it is in grace, and is lost when the grace is over', () => {
    const city = withDatasets();
    city.tell('dataset-bins', 'dataset.verified', { ...seen, public: false }, steward);
    expect(childValue(city, 'dataset-bins')).toEqual({ online: { verified: 'broken' } });
    expect(city.met).toContain('C2');
    city.until('2027-05-01');
    expect(one(city, 'datasets', 'bins')).toMatchObject({ status: 'lost' });
    expect(city.met).not.toContain('C2');
    city.tell('dataset-bins', 'dataset.verified', seen, steward);
    expect(city.met).toContain('C2');
  });

  it('is given up for good by its owner, and its process ends', () => {
    const city = withDatasets();
    city.tell('dataset-bins', 'dataset.withdrawn', { reason: 'outdated' }, head('environment'));
    city.tell('dataset-bins', 'dataset.dropped', { reason: 'nobody asks' }, head('environment'));
    expect(one(city, 'datasets', 'bins')).toMatchObject({ status: 'dropped' });
    expect(city.met).not.toContain('C2');
  });
});
