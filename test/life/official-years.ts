import { clerk, head, lead, mayor, partner, steward } from '../machines/co-design/city.ts';
import { checkpoint, datasets, verifyDataset } from './first-years.ts';
import type { World } from './world.ts';

const partners = ['city', 'neighbours', 'university', 'library'];
export const annualReviews = 10;
/** The year, counted from the day of effect, whose review asks for a re-design. */
const redesignAfter = 5;

/** A review held, measured and closed by somebody other than the department that operates the service. */
async function review(world: World, id: string, on: string, decision: string): Promise<void> {
  const child = `review-${id}`;
  await world.until(on);
  await world.tell(child, 'review.held', { participants: partners, minutes: `m-${id}` }, lead);
  const survey = id.startsWith('trust') ? { asked: 400, responseRate: 0.4 } : {};
  const measured = [
    { name: id.startsWith('trust') ? 'trust' : 'sopUse', value: 0.8, source: 'survey', ...survey },
  ];
  for (const indicator of measured)
    await world.tell(child, 'indicator.recorded', indicator, partner('neighbours'));
  const findings = { findings: 'It is used and liked.', lessons: ['Open on Saturdays'] };
  await world.tell(child, 'findings.recorded', findings, lead);
  await world.tell(child, 'review.concluded', { decision, reason: 'as found' }, clerk);
}

/** Ten years of reviews; datasets are looked at once a year; after the fifth the service is designed anew, in force meanwhile. */
export async function beOfficial(world: World): Promise<void> {
  for (let year = 1; year <= annualReviews; year += 1) {
    const calendar = 2028 + year;
    await review(world, `trust-${year}`, `${calendar - 1}-08-25T09:00:00.000Z`, 'continue');
    await world.until(`${calendar - 1}-09-15T09:00:00.000Z`);
    for (const id of Object.keys(datasets)) await verifyDataset(world, id);
    await review(world, `sustainability-${year}`, `${calendar}-02-20T09:00:00.000Z`, 'continue');
    const decision = year === redesignAfter ? 'reCoDesign' : 'continue';
    await review(world, `annual-${year}`, `${calendar}-02-21T09:00:00.000Z`, decision);
    if (year === redesignAfter) await redesign(world);
  }
}

async function redesign(world: World): Promise<void> {
  const milestone = {
    id: 'second-design',
    title: 'Desks on wheels',
    stage: 'official',
    due: '2033-06-30',
    acceptance: ['tried out'],
  };
  await world.send('milestone.planned', milestone, lead);
  await world.send('problem.unpacked', { findings: 'Hard to reach by bus.' }, lead);
  await world.send('ideas.selected', { ideas: 'A van.' }, partner('neighbours'));
  const on = '2033-06-20T09:00:00.000Z';
  await checkpoint(world, 'c5', 'second-design', on, 'continue', partners);
  await world.send('redesign.completed', { summary: 'A van goes round.' }, lead);
}

const obligations = [
  ['usersNotified', head('environment')],
  ['partnersInformed', lead],
  ['commitmentsHandedOver', lead],
  ['dataRetained', steward],
  ['recordsTransferred', clerk],
] as const;

/** The service ends in good order: announced, closed, every obligation settled. */
export async function sunset(world: World): Promise<void> {
  const decision = { endsOn: '2038-09-30', reason: 'Shops do it now', authority: 'decree 3/2038' };
  await world.send('sunset.decided', decision, mayor);
  await world.until('2038-10-03T09:00:00.000Z');
  for (const [obligation, actor] of obligations) {
    await world.send('obligation.settled', { obligation, evidence: 'letter' }, actor);
  }
}
