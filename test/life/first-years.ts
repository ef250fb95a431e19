import type { Actor } from '../../contracts/actor.ts';
import {
  head,
  lead,
  partner,
  privacyOfficer,
  steward,
  treasurer,
} from '../machines/co-design/city.ts';
import type { Fields, World } from './world.ts';

const sectors = {
  city: 'city',
  neighbours: 'citizen',
  university: 'research',
  repairers: 'business',
};
/** Looks at what somebody else has published. */
const verifier: Actor = { subject: 'vera', roles: ['dataSteward'] };
export const beginning = '2026-10-05T07:00:00.000Z';
/** Open datasets, each of a department. */
export const datasets = {
  waste: 'environment',
  workshops: 'economy',
  depots: 'environment',
  visits: 'social',
  routes: 'mobility',
} as const;

export async function together(
  world: World,
  ids: readonly string[],
  type: string,
  fields: Fields,
): Promise<void> {
  for (const id of ids) await world.send(type, fields, partner(id));
}

/** A funded programme gets a new direction, and four partners come together. */
export async function explore(world: World): Promise<void> {
  const origin = 'waste-2026';
  await world.send(
    'funding.found',
    {
      origin,
      programme: 'Waste less 2026',
      funder: 'The region',
      budgetLine: '4711',
      amount: 180000,
      currency: 'EUR',
      evidence: 'decree 12/2026',
    },
    lead,
  );
  for (const [id, sector] of Object.entries(sectors)) {
    const newcomer = { id, name: id, sector, mandate: 'letter of mandate', ipTerms: 'open' };
    await world.send('partner.joined', newcomer, partner(id));
  }
  const redirection = {
    origin,
    was: 'Containers for bulky waste',
    becomes: 'Desks where things are mended',
    authority: 'head of environment',
  };
  await world.send('redirection.agreed', redirection, head('environment'));
  await world.send('planning.begun', {}, lead);
}

async function agreeObjective(world: World, version: number, statement: string): Promise<void> {
  const objective = { statement, metric: 'things mended a year', baseline: 0, target: 2000 };
  await world.send('objective.proposed', objective, lead);
  await together(world, ['city', 'neighbours', 'university'], 'objective.agreed', { version });
}

/** Partners agree until `horizon` on what comes next. */
export async function planNextSteps(
  world: World,
  version: number,
  horizon: string,
  ids: readonly string[],
): Promise<void> {
  const step = {
    what: 'Try out with neighbours',
    who: 'neighbours',
    from: horizon,
    to: horizon,
    confidence: 'medium',
  };
  const steps = [step];
  await world.send('nextSteps.proposed', { horizon, steps, openQuestions: ['Where?'] }, lead);
  await together(world, ids, 'nextSteps.agreed', { version });
}

/** Objective, milestones, what to expect and when, next steps. */
export async function agree(world: World): Promise<void> {
  await agreeObjective(world, 1, 'Fewer things are thrown away');
  const planned = [
    { id: 'prototype', title: 'A desk that works', stage: 'coDesigning', due: '2027-03-31' },
    { id: 'pilot', title: 'A quarter tries it', stage: 'piloting', due: '2027-09-30' },
  ];
  for (const milestone of planned) {
    await world.send('milestone.planned', { ...milestone, acceptance: ['used twice'] }, lead);
  }
  const result = { id: 'desk', title: 'Repair desk', kind: 'prototype', scale: 'service' };
  await world.send('result.expected', { ...result, level: 3, on: '2027-03-15' }, lead);
  await planNextSteps(world, 1, '2027-12-31', ['city', 'neighbours', 'university']);
  await world.send('coDesign.begun', {}, lead);
}

/** A checkpoint of all `ids`, each of whom assesses for itself. */
export async function checkpoint(
  world: World,
  id: string,
  milestone: string,
  on: string,
  outcome: string,
  ids: readonly string[],
): Promise<void> {
  await world.send('checkpoint.scheduled', { id, milestone, on }, lead);
  await world.until(on);
  await world.send('checkpoint.convened', { attendees: [...ids] }, lead);
  const assessment = { rating: 'onTrack', criteriaMet: true, comment: 'Seen in use.' };
  await together(world, ids, 'checkpoint.assessed', assessment);
  const conclusion = {
    outcome,
    againstOriginal: 'Fewer things are thrown away: on the way.',
    againstCurrent: 'On the way.',
    minutes: `minutes-${id}`,
  };
  await world.send('checkpoint.concluded', conclusion, lead);
}

async function designOnce(world: World, deliver: boolean): Promise<void> {
  await world.send('problem.unpacked', { findings: 'Nobody knows who mends.' }, lead);
  await world.send('ideas.selected', { ideas: 'Desks in libraries.' }, partner('neighbours'));
  if (!deliver) return;
  const value = { roleAndValue: 'Shows that people come', audience: 'neighbours' };
  await world.send('result.described', { result: 'desk', ...value }, lead);
  const delivery = { evidence: 'photographs', datasets: Object.keys(datasets), ownership: 'open' };
  await world.send('result.recorded', { result: 'desk', ...delivery }, lead);
  await world.send('maturity.assessed', { result: 'desk', level: 3, evidence: 'tests' }, lead);
  await world.send('prototype.built', { result: 'desk' }, lead);
}

/** Two checkpoints: one changes the direction, one the partnership; then a third passes the milestone. */
export async function design(world: World): Promise<void> {
  await openDatasets(world);
  await designOnce(world, false);
  const all = Object.keys(sectors);
  await checkpoint(world, 'c1', 'prototype', '2026-12-15T09:00:00.000Z', 'changeDirection', all);
  await agreeObjective(world, 2, 'Neighbours mend things together');
  await world.send('coDesign.begun', {}, lead);
  await designOnce(world, true);
  await checkpoint(world, 'c2', 'prototype', '2027-02-10T09:00:00.000Z', 'changePartnership', all);
  await changePartners(world);
  const now = ['city', 'neighbours', 'university', 'library'];
  await checkpoint(world, 'c3', 'prototype', '2027-03-29T09:00:00.000Z', 'continue', now);
}

/** The repairers leave with due notice; a library comes. */
async function changePartners(world: World): Promise<void> {
  const withdrawal = { leavesOn: '2027-03-20', reason: 'The company moves away' };
  await world.send('partner.withdrew', withdrawal, partner('repairers'));
  const newcomer = {
    id: 'library',
    name: 'Library of the quarter',
    sector: 'civilSociety',
    mandate: 'board of 1 February',
    ipTerms: 'open',
  };
  await world.send('partner.joined', newcomer, partner('library'));
  for (const what of ['commitments', 'ip', 'data']) {
    const handover = { partner: 'repairers', what, to: 'library', terms: 'as before' };
    await world.send('handover.settled', handover, lead);
  }
}

async function openDatasets(world: World): Promise<void> {
  for (const [id, department] of Object.entries(datasets)) {
    await world.send(
      'dataset.registered',
      {
        id,
        title: id,
        department,
        publisher: 'city portal',
        catalogue: 'ckan',
        // No public address: the catalogue stays unknown, and a steward looks instead.
        url: 'http://127.0.0.1',
        recheckEvery: 'P11M',
        staleAfter: 'P14M',
      },
      lead,
    );
    const child = `dataset-${id}`;
    const owner = head(department);
    const inventory = { owningDepartmentId: department, identifier: id };
    await world.tell(child, 'dataset.inventoried', inventory, owner);
    await world.tell(child, 'privacy.cleared', { opinion: 'no personal data' }, privacyOfficer);
    await world.tell(child, 'licence.chosen', { licence: 'CC-BY-4.0' }, owner);
    const quality = { conforms: true, violations: 0, report: 'none' };
    await world.tell(child, 'quality.assessed', quality, steward);
    const published = { accessUrls: [`https://data.example/${id}.csv`] };
    await world.tell(child, 'dataset.published', published, steward);
    await verifyDataset(world, id);
  }
}

export async function verifyDataset(world: World, id: string): Promise<void> {
  const seen = { public: true, licence: 'CC-BY-4.0', distributionsReachable: 1 };
  await world.tell(`dataset-${id}`, 'dataset.verified', seen, verifier);
}

/** A quarter tries it out, the milestone passes, and the gate opens. */
export async function pilot(world: World): Promise<void> {
  const trial = { where: 'the old town', endsOn: '2027-08-31', authority: 'decree 7/2027' };
  await world.send('pilot.begun', trial, lead);
  const partners = ['city', 'neighbours', 'university', 'library'];
  await checkpoint(world, 'c4', 'pilot', '2027-09-15T09:00:00.000Z', 'continue', partners);
  await world.send('pilot.succeeded', { measures: '412 things mended' }, lead);
  for (const id of ['environment', 'social']) {
    await world.send('department.identified', { id, name: id, part: 'runs the desks' }, lead);
    await world.send('department.confirmed', { id, resources: 'two posts' }, head(id));
  }
  const strategy = { document: 'City plan 2030', goal: 'circular city', contribution: 'repair' };
  await world.send('strategy.linked', strategy, lead);
  const budget = { amount: 90000, currency: 'EUR', line: '4711' };
  await world.send('budget.secured', budget, treasurer);
  await world.send('goingOfficial.begun', {}, lead);
}
