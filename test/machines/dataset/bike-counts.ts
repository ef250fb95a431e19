import type { JsonObject } from '../../../contracts/json.ts';
import { dataset } from '../../../machines/dataset/dataset.ts';
import { ChildLife } from '../child-life.ts';

export const head = { subject: 'hal', roles: ['departmentHead'], organisation: 'mobility' };
export const steward = { subject: 'stef', roles: ['dataSteward'] };
export const officer = { subject: 'dora', roles: ['dataProtectionOfficer'] };
export const publisher = { subject: 'pat', roles: ['communications'] };

/** A dataset proposed on Monday 1 March 2027. */
export function bikeCounts(input: JsonObject = {}): ChildLife {
  return new ChildLife(
    dataset,
    {
      datasetId: 'bikes',
      title: 'Bicycle counts',
      departmentId: 'mobility',
      catalogue: { kind: 'ckan', url: 'https://data.city.example' },
      publisher: 'City',
      ...input,
    },
    '2027-03-01T09:00:00.000Z',
  );
}

export function inventory(life: ChildLife): void {
  life.send(
    'dataset.inventoried',
    { owningDepartmentId: 'mobility', identifier: 'bike-counts' },
    head,
  );
}

export function ready(life: ChildLife): void {
  inventory(life);
  life.send('privacy.cleared', { opinion: 'No personal data' }, officer);
  life.send('licence.chosen', { licence: 'CC-BY-4.0' }, head);
  life.send('quality.assessed', { conforms: true, violations: 0, report: 'r1' }, steward);
}

export function publish(life: ChildLife): void {
  life.send(
    'dataset.published',
    { accessUrls: ['https://data.city.example/bikes.csv'] },
    publisher,
  );
}

const seenOpen = { public: true, licence: 'CC-BY-4.0', distributionsReachable: 1 };

/** What the catalogue answers when it is looked up. */
export function answer(life: ChildLife, fields: JsonObject = {}): void {
  life.relay('dataset.probed', {
    datasetId: 'bikes',
    catalogue: 'answered',
    ...seenOpen,
    ...fields,
  });
}

/** What a steward sees in the catalogue. */
export function look(life: ChildLife, fields: JsonObject = {}, who = steward): void {
  life.send('dataset.verified', { ...seenOpen, ...fields }, who);
}

export function opened(input: JsonObject = {}): ChildLife {
  const life = bikeCounts(input);
  ready(life);
  publish(life);
  answer(life);
  return life;
}

export function lookUps(life: ChildLife): number {
  return life.simulation.effects.filter(({ type }) => type === 'verifyDatasets').length;
}
