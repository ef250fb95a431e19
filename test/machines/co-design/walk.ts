import type { JsonObject } from '../../../contracts/json.ts';
import {
  chair,
  City,
  clerk,
  councillor,
  head,
  lawyer,
  lead,
  mayor,
  partner,
  partners,
  press,
  privacyOfficer,
  steward,
  treasurer,
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

/** The draft is approved by the four offices and brought before who decides. */
export function draft(city: City, instrument: string, actId = '1', textHash = 'text-1'): void {
  city.send('instrument.chosen', { instrument, reason: 'competence' }, lead);
  city.send(
    'draft.submitted',
    { actId, mayorsActId: `${actId}-m`, title: 'Desks', textHash },
    lead,
  );
  approve(city, textHash);
}

export function approve(city: City, hash: string): void {
  const decided = { decision: 'approved', hash };
  city.tell('approval-legal', 'approval.decided', decided, lawyer);
  city.tell('approval-finance', 'approval.decided', decided, treasurer);
  city.tell('approval-department', 'approval.decided', decided, head('environment'));
  city.tell('approval-dataProtection', 'approval.decided', decided, privacyOfficer);
}

/** The mayor's act from competence to force. */
export function mayorsAct(city: City, actId = '1-m', textHash = 'text-1'): void {
  const act = `act-${actId}`;
  city.tell(act, 'competence.assessed', { withinPowers: true, basis: 'charter' }, lawyer);
  city.tell(act, 'act.submitted', {}, lead);
  city.tell(act, 'legalOpinion.given', { decision: 'positive', textHash }, lawyer);
  city.tell(act, 'act.signed', { textHash, number: `${actId}/2028` }, mayor);
  city.tell(act, 'act.filedWithClerk', {}, clerk);
  city.tell(act, 'act.published', { textHash, gazette: 'Albo 3' }, clerk);
}

/** An act of the council from its own review to the vote; the second reading is a week after the first. */
export function councilVote(
  city: City,
  { actId = '1', textHash = 'text-1', declared = 'carried' } = {},
): void {
  const act = `act-${actId}`;
  const opinion = { decision: 'positive', textHash };
  city.tell(act, 'act.submitted', {}, lead);
  city.tell(act, 'legalOpinion.given', opinion, lawyer);
  city.tell(act, 'financeOpinion.given', opinion, treasurer);
  city.tell(act, 'departmentOpinion.given', opinion, head('environment'));
  city.tell(act, 'dataProtectionOpinion.given', opinion, privacyOfficer);
  city.tell(act, 'act.introduced', { fileNumber: `${actId}-2028` }, clerk);
  city.tell(act, 'act.placedOnAgenda', {}, clerk);
  city.tell(act, 'notice.posted', { textHash, place: 'town hall' }, clerk);
  inDays(city, 10);
  city.tell(act, 'session.opened', { session: 's1', present: 30, seated: 32 }, clerk);
  city.tell(act, 'reading.held', {}, clerk);
  city.tell(act, 'session.adjourned', {}, clerk);
  inDays(city, 8);
  city.tell(act, 'session.opened', { session: 's2', present: 30, seated: 32 }, clerk);
  city.tell(act, 'reading.held', {}, clerk);
  city.tell(act, 'motion.moved', { motion: 'adopt' }, councillor);
  city.tell(act, 'vote.called', {}, chair);
  const yes = declared === 'carried' ? 25 : 5;
  city.tell(
    act,
    'council.voted',
    {
      session: 's2',
      textHash,
      declared,
      tally: { yes, no: 30 - yes, abstain: 0, present: 30, seated: 32, statutory: 32 },
      rollCall: Array.from({ length: 30 }, (_, index) => ({
        voter: `member-${index}`,
        option: index < yes ? 'yes' : 'no',
      })),
    },
    clerk,
  );
}

/** What the council has adopted is signed, numbered and published, and comes into force. */
export function promulgate(city: City, actId = '1', textHash = 'text-1'): void {
  const act = `act-${actId}`;
  city.tell(act, 'act.presented', { textHash }, clerk);
  city.tell(act, 'act.signed', { textHash }, mayor);
  city.tell(act, 'act.numbered', { number: `${actId}/2028` }, clerk);
  city.tell(act, 'act.published', { textHash, gazette: 'Albo 3' }, clerk);
  inDays(city, 16);
}

export function inDays(city: City, days: number): void {
  city.until(new Date(Date.parse(city.simulation.now) + days * 86_400_000).toISOString());
}

/** The press conference is planned for tomorrow and held with the partners. */
export function showInPublic(city: City, id = 'press'): void {
  const on = new Date(Date.parse(city.simulation.now) + 86_400_000).toISOString();
  city.send(
    'publicEvent.planned',
    {
      id,
      on,
      place: 'library',
      hosts: ['city', 'neighbours'],
      languages: ['it'],
      accessibility: ['captions'],
    },
    press,
  );
  city.until(on);
  city.send('publicEvent.held', appearance(id), press);
  city.send('story.published', { url: 'https://example.org/story', hash: 'story-1' }, press);
}

export function appearance(id = 'press'): JsonObject {
  return {
    partners: ['city', 'neighbours'],
    resultsShown: ['desk'],
    commitments: [{ id: `${id}-follow`, what: 'a second desk', who: 'city', dueOn: '2029-06-30' }],
  };
}

/** A directive is issued, acknowledged, written into the procedures and verified by somebody else. */
export function incorporate(city: City, id = 'd1'): void {
  city.send(
    'directive.issued',
    {
      id,
      instruction: 'run the desk',
      addressees: ['environment'],
      procedure: 'SOP-4',
      dueIn: 'P60BD',
    },
    mayor,
  );
  const child = `directive-${id}`;
  const owner = head('environment');
  city.tell(child, 'directive.acknowledged', { department: 'environment' }, owner);
  city.tell(
    child,
    'sop.recorded',
    { department: 'environment', docId: 'SOP-4', version: '1' },
    owner,
  );
  city.tell(child, 'sop.verified', { department: 'environment', version: '1' }, clerk);
}

/** Official by an act of the mayor: the shortest way. */
export function toOfficial(city: City, declaration: JsonObject = {}): void {
  toGoingOfficial(city);
  draft(city, 'mayorsAct');
  mayorsAct(city);
  showInPublic(city);
  incorporate(city);
  declare(city, declaration);
}

/** The clerk declares the day on which the act came into force. */
export function declare(city: City, fields: JsonObject = {}): void {
  city.send('service.declaredOfficial', { effectiveOn: effectiveDay(city), ...fields }, clerk);
}

/** The plain date, in Rome, on which the act in force began. */
export function effectiveDay(city: City): string {
  const act = (city.context['acts'] as { status: string; inForceSince?: string }[]).find(
    ({ status }) => status === 'effective',
  );
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(
    new Date(act?.inForceSince ?? city.simulation.now),
  );
}

/** The review `id`, such as `annual-1`, is held and concluded by the committee. */
export function review(city: City, id: string, decision = 'continue', sopUse = 1): void {
  const child = `review-${id}`;
  city.tell(child, 'review.held', { participants: ['neighbours'] }, partner('neighbours'));
  city.tell(
    child,
    'indicator.recorded',
    { name: 'sopUse', value: sopUse, source: 'log', asked: 100, responseRate: 0.5 },
    partner('neighbours'),
  );
  city.tell(child, 'findings.recorded', { findings: 'people come' }, partner('university'));
  city.tell(child, 'review.concluded', { decision, reason: 'as found' }, clerk);
}
