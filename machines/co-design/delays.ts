import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { overdueDelays } from '../overdue-delays.ts';
import { reminderDelays } from '../reminder-delays.ts';
import { earliest } from './facts.ts';

const ahead = (item: string): string => `${item}.status in ["planned", "due"]`;
const planned = (item: string): string => `${item}.status == "planned"`;
/** The milestone that falls due next. */
export const nextMilestone = earliest('context.milestones', ahead, 'due');
const nextPlanned = earliest('context.milestones', planned, 'due');
const somePlanned = 'context.milestones.exists(m, m.status == "planned")';

/** The result that is expected next and has not come up to its expectation. */
export const nextResult = earliest(
  'context.results',
  (item) => `${item}.level < ${item}.expectedLevel && !${item}.late`,
  'expectedOn',
);
export const nextCommitment = earliest(
  'context.commitments',
  (item) => `${item}.status == "open"`,
  'dueOn',
);

const leavesFirst = earliest(
  'context.partners',
  (item) => `${item}.status == "leaving"`,
  'leavesOn',
);
const byEndOf = (en: string, it: string, date: string): DelayDefinition => ({
  title: { en, it },
  from: cel(date),
  plus: 'P0D',
});
const after = (en: string, it: string, plus: string): DelayDefinition => ({
  title: { en, it },
  plus,
});

/** Every deadline has a name and words; those about dates end with the day in the city’s zone. */
export const delays = {
  noticeEnds: byEndOf('A partner’s notice ends', 'Fine del preavviso', `${leavesFirst}.leavesOn`),
  repairDue: {
    title: { en: 'Partnership to be repaired', it: 'Partenariato da ricostituire' },
    from: cel('context.repairFrom'),
    plus: cel('context.policy.repairIn'),
  },
  cureDue: {
    title: { en: 'Budget to be found again', it: 'Bilancio da ritrovare' },
    plus: cel('context.policy.cureIn'),
  },
  milestoneDue: {
    title: { en: 'Milestone due', it: 'Termine della tappa' },
    from: cel(`${somePlanned} ? ${nextPlanned}.due : ${nextMilestone}.due`),
    plus: cel(`${somePlanned} ? dyn("P0D") : ${nextMilestone}.tolerance`),
  },
  milestoneLate: {
    title: { en: 'End of the milestone’s tolerance', it: 'Fine della tolleranza della tappa' },
    from: cel(`${nextMilestone}.due`),
    plus: cel(`${nextMilestone}.tolerance`),
  },
  ...reminderDelays({ from: `${nextMilestone}.due` }),
  horizonPassed: byEndOf(
    'Horizon of the next steps',
    'Orizzonte dei passi successivi',
    'context.plan.horizon',
  ),
  resultNear: {
    title: { en: 'A result is expected soon', it: 'Un risultato è atteso a breve' },
    from: cel(`${nextResult}.expectedOn`),
    minus: 'P30D',
  },
  resultDue: byEndOf('A result is expected', 'Un risultato è atteso', `${nextResult}.expectedOn`),
  checkpointDue: {
    title: { en: 'Checkpoint to be held', it: 'Verifica da tenere' },
    from: cel('context.checkpoint.on'),
    plus: 'P1D',
  },
  assessmentsDue: {
    title: { en: 'Assessments due', it: 'Termine per le valutazioni' },
    from: cel('context.checkpoint.heldAt'),
    plus: cel('context.policy.assessIn'),
  },
  rescheduleDue: after('New date due', 'Termine per la nuova data', 'P15BD'),
  ownerDue: after('The owner must act', 'Il titolare deve agire', 'P10BD'),
  pilotEnds: byEndOf('End of the pilot', 'Fine della sperimentazione', 'context.pilot.endsOn'),
  datasetGrace: after('End of grace for datasets', 'Fine della tolleranza sui dataset', 'P30D'),
  rungDue: after('Next superior', 'Superiore successivo', 'P5BD'),
  publicEventDue: {
    title: { en: 'Press conference', it: 'Conferenza stampa' },
    from: cel('context.publicEvent.on'),
    plus: 'P1D',
  },
  commitmentDue: byEndOf('Commitment due', 'Termine di un impegno', `${nextCommitment}.dueOn`),
  ...overdueDelays('context.breachedAt'),
  resumeDue: {
    title: { en: 'To be resumed, or it ends', it: 'Da riprendere, o finisce' },
    from: cel('context.suspension.from'),
    plus: cel('context.suspension.plus'),
  },
  serviceResumeDue: {
    title: { en: 'Service to be resumed, or it ends', it: 'Servizio da riprendere, o cessa' },
    from: cel('context.serviceSuspension.from'),
    plus: cel('context.serviceSuspension.plus'),
  },
  transitionEnds: byEndOf(
    'End of the transitional basis',
    'Fine della base transitoria',
    'context.transitionalBasis.until',
  ),
  sunsetDue: byEndOf('The service ends', 'Cessazione del servizio', 'context.sunset.endsOn'),
  expiryWarning: {
    title: { en: 'The act expires in two years', it: 'L’atto scade tra due anni' },
    from: cel('context.official.expiresOn'),
    minus: 'P24M',
  },
  impactDue: after('Consequences to be settled', 'Conseguenze da definire', 'P30D'),
  closingDue: after('Closing to be done', 'Chiusura da completare', 'P90D'),
} satisfies Record<string, DelayDefinition>;
