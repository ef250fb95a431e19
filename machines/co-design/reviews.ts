import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import {
  amend,
  and,
  breach,
  meta,
  notify,
  publish,
  raise,
  record,
  set,
  spawn,
  stopChild,
} from './blocks.ts';
import { addMonths, dayAfterHours, daysBefore } from './facts.ts';

type Kind = 'annual' | 'sustainability' | 'trust' | 'sunset';

const anchor = 'context.official.effectiveOn';
const common = {
  initiativeId: cel('context.initiativeId'),
  operatingDepartment: cel('context.ownerDepartment'),
};
/** The n-th review of a series is counted from the day of effect, never from the review before. */
const dueOf = (kind: Exclude<Kind, 'sunset'>, sequence: string): string =>
  addMonths(anchor, kind === 'trust' ? `${sequence} * 12 - 6` : `${sequence} * 12`);

const first = (kind: Exclude<Kind, 'sunset'>): ReturnType<typeof spawn> =>
  spawn('reviewPoint', cel(`"review-${kind}-1"`), {
    reviewId: `${kind}-1`,
    kind,
    dueOn: cel(dueOf(kind, '1')),
    sequence: 1,
    ...common,
  });
const following = (kind: Exclude<Kind, 'sunset'>): ReturnType<typeof spawn> => {
  const sequence = '(event.output.sequence + 1)';
  return spawn('reviewPoint', cel(`"review-${kind}-" + string(${sequence})`), {
    reviewId: cel(`"${kind}-" + string(${sequence})`),
    kind,
    dueOn: cel(dueOf(kind, sequence)),
    sequence: cel(sequence),
    ...common,
  });
};
const extra = [
  set({ extraReviews: cel('context.extraReviews + 1') }),
  spawn('reviewPoint', cel('"review-extra-" + string(context.extraReviews)'), {
    reviewId: cel('"extra-" + string(context.extraReviews)'),
    kind: 'trust',
    dueOn: cel(dayAfterHours(30 * 24)),
    sequence: cel('context.extraReviews'),
    ...common,
  }),
];
const sunset = spawn('reviewPoint', cel('"review-sunset-" + context.official.expiresOn'), {
  reviewId: cel('"sunset-" + context.official.expiresOn'),
  kind: 'sunset',
  dueOn: cel(daysBefore('context.official.expiresOn', 180)),
  sequence: 1,
  ...common,
});

/** What a review leaves behind: its decision, and what a later judgement of the service needs. */
const keep = [
  record('reviewsHeld', {
    reviewId: cel('event.output.reviewId'),
    kind: cel('event.output.kind'),
    sequence: cel('event.output.sequence'),
    decision: cel('event.output.decision'),
    heldAt: cel('event.output.heldAt'),
    procedureUsed: cel('event.output.indicators.exists(i, i.name == "sopUse" && i.value > 0)'),
  }),
  stopChild(cel('event.actorId')),
  raise('review.decided', {
    kind: cel('event.output.kind'),
    decision: cel('event.output.decision'),
  }),
];

/** Every review that ends, and the next one of its kind. */
const returns = [
  { guard: and('aReviewEnded', 'itDecidesTheEnd'), actions: keep },
  { guard: and('aReviewEnded', 'isAnnualReview'), actions: [following('annual'), ...keep] },
  {
    guard: and('aReviewEnded', 'isSustainabilityReview'),
    actions: [following('sustainability'), ...keep],
  },
  { guard: and('aReviewEnded', 'isTrustReview'), actions: [following('trust'), ...keep] },
  { guard: 'aReviewEnded', actions: keep },
];

const flag = [
  record('reviewFlags', {
    reviewId: cel('event.reviewId'),
    kind: cel('event.kind'),
    times: cel('event.times'),
  }),
  publish('review.missedTwice', { reviewId: cel('event.reviewId'), kind: cel('event.kind') }),
  notify(['committeeChair', 'departmentHead'], 'review.missedTwice', {
    reviewId: cel('event.reviewId'),
  }),
  breach(cel('"review " + event.reviewId'), 'serious'),
];

/** What is official is looked at again, by those who use it and not only by those who run it, as long as it is official. */
export const reviews: StateNodeConfig = {
  id: 'reviews',
  meta: meta('Reviews', 'Revisioni'),
  initial: 'none',
  on: { 'initiative.closed': '.closed', 'closing.begun': '.closed' },
  states: {
    none: {
      meta: meta('None yet', 'Ancora nessuna', {
        resting: [
          'Reviews begin when the service is official.',
          'Le revisioni iniziano quando il servizio è ufficiale.',
        ],
      }),
      on: {
        'service.wentOfficial': {
          target: 'armed',
          actions: [first('annual'), first('sustainability'), first('trust')],
        },
      },
    },
    armed: {
      meta: meta('In place', 'Attive'),
      initial: 'withoutEnd',
      on: {
        'xstate.done.actor.*': returns,
        'review.missed': [
          { guard: 'isMissedTwice', actions: flag },
          {
            actions: notify(['departmentHead', 'initiativeLead'], 'review.missed', {
              reviewId: cel('event.reviewId'),
            }),
          },
        ],
        'review.held': {
          actions: amend(
            'breaches',
            { about: cel('"review " + event.reviewId'), curedAt: '' },
            { curedAt: cel('now') },
          ),
        },
        'trust.shaken': { actions: extra },
        'expiry.recorded': {
          target: '.untilExpiry',
          actions: [
            set({
              official: cel(
                '{"since": context.official.since, "effectiveOn": context.official.effectiveOn, "expiresOn": event.expiresOn}',
              ),
            }),
            sunset,
          ],
        },
      },
      states: {
        withoutEnd: {
          meta: meta('Coming round', 'Periodiche', { responsible: ['departmentHead'] }),
          always: { guard: 'theActExpires', target: 'untilExpiry', actions: sunset },
        },
        untilExpiry: {
          meta: meta('Coming round until the act expires', 'Periodiche fino alla scadenza', {
            responsible: ['departmentHead'],
          }),
          after: {
            expiryWarning: {
              actions: notify(
                ['initiativeLead', 'departmentHead', 'mayor'],
                'act.expiresInTwoYears',
                {
                  expiresOn: cel('context.official.expiresOn'),
                },
              ),
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: { title: { en: 'Closed', it: 'Chiuse' } } },
  },
};

const isSeries = (kind: Kind, it: string): GuardDefinition => ({
  ...cel(`event.actorId.startsWith("review-${kind}-")`),
  title: { en: `it is a ${kind} review`, it },
});

export const reviewGuards = {
  aReviewEnded: {
    ...cel('event.actorId.startsWith("review-")'),
    title: { en: 'a review is closed', it: 'una revisione è chiusa' },
  },
  itDecidesTheEnd: {
    ...cel('event.output.decision == "end"'),
    title: { en: 'it decides that the service ends', it: 'decide che il servizio cessa' },
  },
  isAnnualReview: isSeries('annual', 'è una revisione annuale'),
  isSustainabilityReview: isSeries('sustainability', 'è una revisione della sostenibilità'),
  isTrustReview: isSeries('trust', 'è una revisione della fiducia'),
  isMissedTwice: {
    ...cel('event.times >= 2'),
    title: { en: 'it was missed twice', it: 'è saltata due volte' },
  },
  theActExpires: {
    ...cel('context.official != null && context.official.expiresOn != ""'),
    title: { en: 'the act has a date of expiry', it: 'l’atto ha una scadenza' },
  },
} satisfies Record<string, GuardDefinition>;
