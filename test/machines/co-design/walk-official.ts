import type { JsonObject } from '../../../contracts/json.ts';
import {
  chair,
  clerk,
  councillor,
  head,
  lawyer,
  lead,
  mayor,
  partner,
  press,
  privacyOfficer,
  treasurer,
  type City,
} from './city.ts';
import { toGoingOfficial } from './walk-design.ts';

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
