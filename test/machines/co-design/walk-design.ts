import type { JsonObject } from '../../../contracts/json.ts';
import {
  head,
  lead,
  partner,
  partners,
  privacyOfficer,
  steward,
  treasurer,
  type City,
} from './city.ts';

/** Partners join, a funded initiative is found and redirected, and planning begins. */
export function plan(city: City): void {
  for (const [id, sector] of Object.entries(partners))
    city.send('partner.joined', newcomer(id, sector), lead);
  city.send('funding.found', funding, lead);
  city.send(
    'redirection.agreed',
    { origin: 'waste', was: 'bins', becomes: 'repair', authority: 'decree 4' },
    head('environment'),
  );
  city.send('planning.begun', {}, lead);
}

export function newcomer(id: string, sector: string): JsonObject {
  return { id, name: id, sector, mandate: 'assembly of March', ipTerms: 'open licence' };
}

const funding = {
  origin: 'waste',
  programme: 'Less waste',
  funder: 'region',
  budgetLine: '9.03',
  amount: 80000,
  currency: 'EUR',
  evidence: 'contract 12',
};

/** An objective, milestones, an expectation and next steps are agreed, and co-design begins. */
export function design(city: City): void {
  agreeObjective(city, 1);
  milestone(city, 'prototype', 'coDesigning', '2027-09-30');
  milestone(city, 'pilot', 'piloting', '2028-03-31', ['prototype']);
  city.send(
    'result.expected',
    { id: 'desk', title: 'Desk', kind: 'prototype', scale: 'service', level: 3, on: '2027-09-15' },
    lead,
  );
  agreeNextSteps(city, 1, '2037-12-31');
  city.send('coDesign.begun', {}, lead);
}

export function agreeObjective(city: City, version: number): void {
  city.send(
    'objective.proposed',
    { statement: `Repair, version ${version}`, metric: 'repairs', baseline: 0, target: 500 },
    lead,
  );
  city.together('objective.agreed', { version });
}

export function milestone(
  city: City,
  id: string,
  stage: string,
  due: string,
  dependsOn: string[] = [],
): void {
  city.send(
    'milestone.planned',
    { id, title: id, stage, due, acceptance: ['people use it'], dependsOn },
    lead,
  );
}

export function agreeNextSteps(city: City, version: number, horizon: string): void {
  const steps = [
    { what: 'go on', who: 'all', from: '2027-04-01', to: '2027-06-30', confidence: 'medium' },
  ];
  city.send('nextSteps.proposed', { horizon, steps, openQuestions: ['who else?'] }, lead);
  city.together('nextSteps.agreed', { version });
}

/** Registers `ids`, each of its department, and lets each be opened, published by one person and verified by another. */
export function openDatasets(city: City, ids: Readonly<Record<string, string>>): void {
  for (const [id, department] of Object.entries(ids)) {
    city.send(
      'dataset.registered',
      {
        id,
        title: id,
        department,
        publisher: 'City of Example',
        catalogue: 'ckan',
        url: 'https://data.example.org',
        recheckEvery: 'P50Y',
        staleAfter: 'P60Y',
      },
      steward,
    );
    openDataset(city, id, department);
  }
}

function openDataset(city: City, id: string, department: string): void {
  const child = `dataset-${id}`;
  const owner = head(department);
  city.tell(
    child,
    'dataset.inventoried',
    { owningDepartmentId: department, identifier: id },
    owner,
  );
  city.tell(child, 'privacy.cleared', { opinion: 'no personal data' }, privacyOfficer);
  city.tell(child, 'licence.chosen', { licence: 'CC-BY-4.0' }, owner);
  city.tell(child, 'quality.assessed', { conforms: true, violations: 0, report: 'fine' }, steward);
  city.tell(child, 'dataset.published', { accessUrls: ['https://data.example.org/x'] }, owner);
  city.tell(
    child,
    'dataset.verified',
    { public: true, licence: 'CC-BY-4.0', distributionsReachable: 1 },
    steward,
  );
}

export const fiveDatasets = {
  bins: 'environment',
  trips: 'mobility',
  shops: 'trade',
  streets: 'mobility',
  energy: 'environment',
};

/** One round of the loop, with the datasets that it uses. */
export function prototype(city: City, datasets: readonly string[] = []): void {
  city.send('problem.unpacked', { findings: 'people lack tools' }, lead);
  city.send('ideas.selected', { ideas: 'a desk' }, lead);
  city.send(
    'result.recorded',
    { result: 'desk', evidence: 'photos', datasets: [...datasets], ownership: 'shared' },
    lead,
  );
  city.send(
    'result.described',
    { result: 'desk', roleAndValue: 'to see whether people come', audience: 'all' },
    lead,
  );
  city.send(
    'maturity.assessed',
    { result: 'desk', level: 3, evidence: 'in use' },
    partner('university'),
  );
  city.send('prototype.built', { result: 'desk' }, lead);
}

interface Assessed {
  readonly id: string;
  readonly milestone: string;
  readonly outcome?: string;
  readonly criteriaMet?: boolean;
}

/** A checkpoint two days from now, at which every partner assesses. */
export function checkpoint(
  city: City,
  { id, milestone: of, outcome = 'continue', criteriaMet = true }: Assessed,
): void {
  const on = new Date(Date.parse(city.simulation.now) + 2 * 86_400_000).toISOString();
  city.send('checkpoint.scheduled', { id, milestone: of, on }, lead);
  city.until(on);
  city.send('checkpoint.convened', { attendees: activePartners(city) }, lead);
  for (const own of activePartners(city)) {
    city.send(
      'checkpoint.assessed',
      { rating: criteriaMet ? 'onTrack' : 'atRisk', criteriaMet, comment: 'seen' },
      partner(own),
    );
  }
  city.send(
    'checkpoint.concluded',
    {
      outcome,
      againstOriginal: 'as wanted',
      againstCurrent: 'as wanted',
      minutes: `minutes ${id}`,
    },
    lead,
  );
}

export function activePartners(city: City): string[] {
  return (city.context['partners'] as { id: string; status: string }[])
    .filter(({ status }) => status !== 'left')
    .map(({ id }) => id);
}

/** The first milestone passes; the pilot runs and its milestone passes too. */
export function pilot(city: City): void {
  checkpoint(city, { id: 'first', milestone: 'prototype' });
  city.send('pilot.begun', { where: 'library', endsOn: '2028-02-29', authority: 'order 7' }, lead);
  checkpoint(city, { id: 'second', milestone: 'pilot' });
  city.send('pilot.succeeded', { measures: '300 repairs' }, lead);
}

/** What the gate asks for: departments, strategy, budget. Datasets come with `openDatasets`. */
export function prepareGate(city: City): void {
  city.send(
    'department.identified',
    { id: 'environment', name: 'Environment', part: 'runs it' },
    lead,
  );
  city.send(
    'department.confirmed',
    { id: 'environment', resources: 'two people' },
    head('environment'),
  );
  city.send(
    'strategy.linked',
    { document: 'plan 2030', goal: 'less waste', contribution: 'repairs' },
    head('environment'),
  );
  city.send('budget.secured', { amount: 60000, currency: 'EUR', line: '9.03' }, treasurer);
}

/** From the beginning to the instrument of going official. */
export function toGoingOfficial(city: City): void {
  plan(city);
  design(city);
  openDatasets(city, fiveDatasets);
  prototype(city, Object.keys(fiveDatasets));
  pilot(city);
  prepareGate(city);
  city.send('goingOfficial.begun', {}, lead);
}
