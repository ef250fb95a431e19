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
} from '../machines/co-design/city.ts';
import { datasets, planNextSteps, verifyDataset } from './first-years.ts';
import type { World } from './world.ts';

const textHash = 'sha256-of-the-ordinance';
/** The day of effect, a leap day, so that anniversaries are put to the test. */
export const effectiveOn = '2028-02-29';

/** A draft that four offices approve, each the very text. */
async function draft(world: World): Promise<void> {
  const choice = { instrument: 'councilAct', reason: 'It binds all departments' };
  await world.send('instrument.chosen', choice, lead);
  await world.send('draft.submitted', { actId: '1', title: 'Repair desks', textHash }, lead);
  const approval = { decision: 'approved', hash: textHash };
  const offices = [
    ['legal', lawyer],
    ['finance', treasurer],
    ['department', head('environment')],
    ['dataProtection', privacyOfficer],
  ] as const;
  for (const [office, officer] of offices) {
    await world.tell(`approval-${office}`, 'approval.decided', approval, officer);
  }
}

/** From the draft before the council to the vote: deferred once, then adopted at the second reading. */
async function adopt(world: World): Promise<void> {
  const act = 'act-1';
  await world.tell(act, 'text.submitted', { textHash }, lead);
  await world.tell(act, 'act.submitted', {}, lead);
  const opinions = [
    ['legal', lawyer],
    ['finance', treasurer],
    ['department', head('environment')],
    ['dataProtection', privacyOfficer],
  ] as const;
  for (const [kind, officer] of opinions) {
    await world.tell(act, `${kind}Opinion.given`, { decision: 'positive', textHash }, officer);
  }
  await world.tell(act, 'act.introduced', { fileNumber: '17/2027' }, clerk);
  await world.tell(act, 'act.placedOnAgenda', { session: 'November' }, clerk);
  await world.tell(act, 'notice.posted', { textHash, place: 'town hall' }, clerk);
  await world.until('2027-11-15T17:00:00.000Z');
  await sit(world, 'November');
  await world.tell(act, 'reading.held', {}, clerk);
  await world.tell(act, 'act.deferred', { reason: 'Questions about the staff' }, chair);
  await world.until('2028-01-10T17:00:00.000Z');
  await sit(world, 'January');
  await world.tell(act, 'reading.held', {}, clerk);
  await world.tell(act, 'motion.moved', { motion: 'to adopt' }, councillor);
  await world.tell(act, 'vote.called', {}, chair);
  const vote = { session: 'January', textHash, tally, rollCall, declared: 'carried' };
  await world.tell(act, 'council.voted', vote, clerk);
}

async function sit(world: World, session: string): Promise<void> {
  await world.tell('act-1', 'session.opened', { session, present: 30, seated: 32 }, clerk);
}

const tally = { yes: 21, no: 7, abstain: 2, present: 30, seated: 32, statutory: 32 };
const rollCall = Array.from({ length: 30 }, (_, index) => ({
  voter: `member-${index + 1}`,
  option: index < 21 ? 'yes' : index < 28 ? 'no' : 'abstain',
}));

/** Signed, numbered, published, in force on the leap day. */
async function enact(world: World): Promise<void> {
  const act = 'act-1';
  await world.tell(act, 'act.presented', { textHash }, clerk);
  await world.tell(act, 'act.signed', { textHash }, mayor);
  await world.tell(act, 'act.numbered', { number: '3/2028' }, clerk);
  const publication = { textHash, gazette: 'Gazette of the city', effectiveOn };
  await world.tell(act, 'act.published', publication, clerk);
}

/** Planned, postponed once, held; a commitment is made. */
async function faceThePublic(world: World): Promise<void> {
  await world.send(
    'publicEvent.planned',
    {
      id: 'press-1',
      on: '2028-02-01T10:00:00.000Z',
      place: 'Library of the quarter',
      hosts: ['city', 'library'],
      languages: ['it', 'en'],
      accessibility: ['step-free', 'sign language'],
    },
    press,
  );
  const postponement = { to: '2028-02-08T10:00:00.000Z', reason: 'Strike of public transport' };
  await world.send('publicEvent.postponed', postponement, press);
  await world.until('2028-02-08T10:00:00.000Z');
  const commitment = { id: 'hours', what: 'Open on Saturdays', who: 'city', dueOn: '2028-06-30' };
  const shown = {
    partners: ['city', 'library', 'neighbours'],
    resultsShown: ['desk'],
    commitments: [commitment],
  };
  await world.send('publicEvent.held', shown, press);
  const story = { url: 'https://city.example/repair-desks', hash: 'sha256-of-the-story' };
  await world.send('story.published', story, press);
}

/** The act in force, departments are told, write it into their procedures, and somebody else verifies. */
async function direct(world: World): Promise<void> {
  await world.until('2028-02-29T09:00:00.000Z');
  const departments = ['environment', 'social'];
  const directive = {
    id: 'd1',
    instruction: 'Run the desks',
    addressees: departments,
    procedure: 'SOP-12',
    dueIn: 'P60D',
  };
  await world.send('directive.issued', directive, mayor);
  for (const department of departments) {
    await world.tell('directive-d1', 'directive.acknowledged', { department }, head(department));
    const procedure = { department, docId: 'SOP-12', version: '1' };
    await world.tell('directive-d1', 'sop.recorded', procedure, head(department));
    await world.tell('directive-d1', 'sop.verified', { department, version: '1' }, clerk);
  }
}

/** From the choice of the instrument to official. */
export async function goOfficial(world: World): Promise<void> {
  for (const id of Object.keys(datasets)) await verifyDataset(world, id);
  await draft(world);
  await adopt(world);
  await enact(world);
  await faceThePublic(world);
  await direct(world);
  const partners = ['city', 'neighbours', 'university', 'library'];
  await planNextSteps(world, 2, '2038-12-31', partners.slice(0, 3));
  await world.send('service.declaredOfficial', { effectiveOn }, clerk);
  await world.until('2028-06-15T09:00:00.000Z');
  await world.send(
    'commitment.kept',
    { id: 'hours', evidence: 'timetable' },
    partner('neighbours'),
  );
}
