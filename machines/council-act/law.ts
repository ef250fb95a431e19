import type {
  ActionRef,
  StateNodeConfig,
  TransitionConfig,
} from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { notify, record, set, tellParent } from './act-actions.ts';
import { vetoedLines } from './vetoed-lines.ts';

const reinstated = tellParent('act.reinstated');
const nowInForce = set({ inForceSince: cel('now'), effectiveAt: cel('now') });
const effective = tellParent('act.effective', {
  number: cel('context.number'),
  effectiveAt: cel('now'),
  body: cel('context.adopted.body'),
  session: cel('context.adopted.session'),
  quorum: cel('context.adopted.quorum'),
  tally: cel('context.adopted.tally'),
  textHash: cel('context.lawHash'),
});
/** Comes into force, for the first time or again after a wrong publication. */
const takesEffect = (...conditions: string[]): TransitionConfig[] => [
  {
    target: '#council-act.law.force.inForce',
    guard: { type: 'and', params: { guards: [...conditions, 'wasInForce'] } },
    actions: [nowInForce, effective, reinstated],
  },
  {
    target: '#council-act.law.force.inForce',
    ...(conditions.length === 0 ? {} : { guard: { type: 'and', params: { guards: conditions } } }),
    actions: [nowInForce, effective],
  },
];
const toldSuspended = tellParent('act.suspended', {
  by: cel('event.actor.subject'),
  reason: cel('event.reason'),
});
const wrongText = [
  record('publications', { what: 'wrongText', reason: cel('event.reason') }),
  set({ wrongText: true }),
];
const suspend = {
  target: 'suspended',
  actions: [record('suspensions', { reason: cel('event.reason') }), toldSuspended],
};

/** From enactment to force. Nothing of an act is ever removed: it changes status. */
const force: StateNodeConfig = {
  meta: { title: { en: 'Force', it: 'Vigenza' } },
  initial: 'enacted',
  states: {
    enacted: {
      meta: { title: { en: 'Enacted', it: 'Perfezionata' }, responsible: ['cityClerk'] },
      after: {
        publicationDue: { guard: 'isFull', actions: notify('publication.overdue', 'cityClerk') },
      },
      on: {
        'act.published': { target: 'pendingEffect', guard: 'mayPublish', actions: publish() },
        'publication.failed': {
          actions: [
            record('publications', { what: 'failed', reason: cel('event.reason') }),
            notify('publication.failed', 'cityClerk'),
          ],
        },
      },
    },
    pendingEffect: {
      initial: 'byLaw',
      meta: {
        title: { en: 'Published, not yet in force', it: 'Pubblicata, non ancora in vigore' },
      },
      states: {
        byLaw: {
          meta: { title: { en: 'Before the earliest day', it: 'Prima del primo giorno utile' } },
          after: { effectDue: 'byText' },
        },
        // A text may name a later day than the rules, never an earlier one.
        byText: {
          meta: { title: { en: 'Before the day in the text', it: 'Prima del giorno nel testo' } },
          always: takesEffect('noDateInText'),
          after: { effectOn: takesEffect() },
        },
      },
      on: {
        'wrongText.found': { target: 'enacted', actions: wrongText },
        'act.suspended': suspend,
      },
    },
    inForce: {
      meta: { title: { en: 'In force', it: 'In vigore' } },
      initial: 'steady',
      states: {
        steady: {
          meta: {
            title: { en: 'In force', it: 'In vigore' },
            resting: {
              en: 'An act in force waits for nobody.',
              it: 'Un atto in vigore non attende nessuno.',
            },
          },
          always: { target: 'untilExpiry', guard: 'expires' },
        },
        untilExpiry: {
          meta: { title: { en: 'In force until a date', it: 'In vigore fino a una data' } },
          after: {
            expiryWarning: { actions: notify('act.expiresSoon', 'initiativeLead', 'councilChair') },
            expiry: { target: '#council-act.expired', actions: set({ outcome: 'expired' }) },
          },
        },
      },
      on: {
        'act.suspended': suspend,
        'act.changed': {
          actions: record('changes', {
            what: 'changed',
            by: cel('event.by'),
            textHash: cel('event.textHash'),
          }),
        },
        // What was published was not the act, so the act is not in force until its own text is.
        'wrongText.found': { target: 'enacted', actions: [...wrongText, toldSuspended] },
      },
    },
    suspended: {
      meta: { title: { en: 'Suspended', it: 'Sospesa' }, responsible: ['supervisoryAuthority'] },
      on: {
        'act.reinstated': [
          { target: 'inForce', guard: 'wasInForce', actions: ['addChange', reinstated] },
          { target: 'pendingEffect', actions: 'addChange' },
        ],
      },
    },
  },
};

/** An act that is law, with those of its lines that the mayor has vetoed, if the mayor may. */
export function law(withMayor: boolean): StateNodeConfig {
  return {
    ...(withMayor
      ? { type: 'parallel', states: { force, lines: vetoedLines } }
      : { initial: 'force', states: { force } }),
    meta: { title: { en: 'Law', it: 'Legge' } },
    on: {
      'act.numbered': { guard: 'unnumbered', actions: set({ number: cel('event.number') }) },
      'act.annulled': {
        target: 'annulled',
        actions: [
          set({ outcome: 'annulled' }),
          record('changes', {
            what: 'annulled',
            scope: cel('event.scope'),
            reason: cel('event.reason'),
          }),
        ],
      },
      'act.superseded': { target: 'superseded', actions: set({ outcome: 'superseded' }) },
      'act.repealed': { target: 'superseded', actions: set({ outcome: 'repealed' }) },
      ...(withMayor ? lateNotes : {}),
    },
  };
}

/** The mayor's papers come back in any order. */
const lateNotes = {
  'act.received': { actions: 'noteOfMayor' },
  'act.returnedUnsigned': { actions: 'noteOfMayor' },
  'mayorHearing.held': { actions: 'noteOfMayor' },
  'signing.scheduled': { actions: 'noteOfMayor' },
} as const;

/** What may end an act that is law, each for good. */
export const ends: Record<string, StateNodeConfig> = {
  annulled: {
    type: 'final',
    meta: { title: { en: 'Annulled', it: 'Annullata' } },
    entry: tellParent('act.annulled', { scope: cel('has(event.scope) ? event.scope : "exNunc"') }),
  },
  superseded: {
    type: 'final',
    meta: { title: { en: 'Superseded or repealed', it: 'Sostituita o abrogata' } },
    entry: tellParent('act.superseded', { by: cel('has(event.by) ? event.by : ""') }),
  },
  expired: {
    type: 'final',
    meta: { title: { en: 'Expired', it: 'Scaduta' } },
    entry: tellParent('act.expired'),
  },
};

function publish(): ActionRef[] {
  return [
    record('publications', {
      what: 'act',
      gazette: cel('event.gazette'),
      textHash: cel('event.textHash'),
      erratum: cel('has(event.erratum) ? event.erratum : ""'),
    }),
    set({
      publishedAt: cel('event.at'),
      wrongText: false,
      effectiveOn: cel('has(event.effectiveOn) ? event.effectiveOn : ""'),
      expiresOn: cel('has(event.expiresOn) ? event.expiresOn : ""'),
    }),
  ];
}
