import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});
const notes = {
  'mayorHearing.scheduled': { actions: 'noteOfMayor' },
  'mayorHearing.cancelled': { actions: 'noteOfMayor' },
  'mayorHearing.held': { actions: 'noteOfMayor' },
  'signing.scheduled': { actions: 'noteOfMayor' },
  'act.returnedUnsigned': { actions: 'noteOfMayor' },
  'act.received': { actions: 'noteOfMayor' },
} as const;
const veto = record('vetoes', { reason: cel('event.reason') });

/** With the mayor: signature, veto, objection, silence, recall. */
export const mayor: Record<string, StateNodeConfig> = {
  mayor: {
    initial: 'deciding',
    meta: { title: { en: 'With the mayor', it: 'Al sindaco' }, responsible: ['mayor'] },
    states: {
      deciding: {
        meta: {
          title: { en: 'The mayor decides', it: 'Il sindaco decide' },
          responsible: ['mayor'],
        },
        after: {
          mayorDue: [
            {
              target: '#council-act.enacted',
              guard: and('isFull', 'silenceEnacts'),
              actions: set({ silentAt: cel('string(now)') }),
            },
            { target: 'silent' },
          ],
        },
      },
      // A register is written later than things happen, so there the clerk's word counts, not our clock.
      silent: {
        meta: {
          title: { en: 'The mayor was silent', it: 'Il sindaco non si è espresso' },
          responsible: ['cityClerk', 'mayor'],
        },
        entry: {
          type: 'notify',
          params: { roles: ['cityClerk', 'councilChair'], template: 'mayor.silent' },
        },
      },
    },
    on: {
      ...notes,
      'act.signed': {
        target: 'enacted',
        guard: and('signsThisText', 'signerIsNotDrafter'),
        actions: set({ signedBy: cel('event.actor.subject') }),
      },
      'mayorSilence.recorded': {
        target: 'enacted',
        guard: 'silenceMayBeRecorded',
        actions: set({ silentAt: cel('event.at') }),
      },
      'act.vetoed': { target: 'vetoed', guard: 'mayVeto', actions: veto },
      'lines.vetoed': {
        target: 'vetoed',
        guard: 'mayVetoLines',
        actions: [
          record('vetoes', {
            reason: cel('event.reason'),
            lines: cel('event.lines'),
            approvedTextHash: cel('event.approvedTextHash'),
          }),
          record('changes', { what: 'act.split', approvedTextHash: cel('event.approvedTextHash') }),
        ],
      },
      'act.objected': {
        target: 'objected',
        guard: 'mayObject',
        actions: [veto, set({ objected: true })],
      },
      'act.recalled': {
        target: 'recalled',
        guard: 'mayRecall',
        actions: record('changes', { what: 'act.recalled' }),
      },
    },
  },
  recalled: {
    meta: {
      title: { en: 'Recalled by the council', it: 'Richiamata dal consiglio' },
      responsible: ['councilChair'],
    },
    on: {
      'act.received': { actions: 'noteOfMayor' },
      'act.recommitted': { target: 'committee', actions: set({ committeeFavours: false }) },
      'act.referred': {
        target: 'committee',
        actions: record('committees', { committee: cel('event.committee') }),
      },
      'act.amended': { target: 'floor', actions: 'addVersion' },
      'act.presented': { target: 'mayor', actions: set({ presentedAt: cel('event.at') }) },
      'committee.heard': { target: 'committee', actions: 'addHearing' },
    },
  },
  vetoed: {
    initial: 'open',
    meta: { title: { en: 'Vetoed', it: 'Veto' }, responsible: ['councilChair'] },
    states: {
      open: {
        meta: {
          title: { en: 'The council may override', it: 'Il consiglio può superare il veto' },
          responsible: ['councilChair'],
        },
        after: {
          overrideDue: [
            {
              target: '#council-act.vetoStands',
              guard: 'isFull',
              actions: set({ failure: 'vetoSustained' }),
            },
            { target: 'late' },
          ],
        },
      },
      late: {
        meta: {
          title: { en: 'Past the time to override', it: 'Oltre il termine per superare il veto' },
          responsible: ['cityClerk'],
        },
      },
    },
    on: {
      'act.received': { actions: 'noteOfMayor' },
      'act.returnedUnsigned': { actions: 'noteOfMayor' },
      'act.referred': { actions: record('committees', { committee: cel('event.committee') }) },
      'committee.heard': { actions: 'addHearing' },
      'committee.deferred': { actions: 'addDeferral' },
      'committee.approved': { guard: 'committeeCarries', actions: 'addHearing' },
      'act.deferred': { actions: 'addDeferral' },
      'override.voted': [
        {
          target: 'enacted',
          guard: and('overrideUntried', 'declaredCarried', 'overrideHolds'),
          actions: ['addVote', set({ overrideTried: true })],
        },
        {
          target: 'vetoStands',
          guard: and('overrideUntried', 'declaredLost'),
          actions: ['addVote', set({ overrideTried: true, failure: 'vetoSustained' })],
        },
      ],
    },
  },
  objected: {
    initial: 'waiting',
    meta: {
      title: { en: 'Objected to', it: 'Opposizione del sindaco' },
      responsible: ['councilChair'],
    },
    states: {
      waiting: {
        meta: { title: { en: 'Too early for a new vote', it: 'Troppo presto per un nuovo voto' } },
        after: { newVoteFrom: 'mayVote' },
      },
      mayVote: {
        meta: {
          title: { en: 'A new vote is due', it: 'Va tenuto un nuovo voto' },
          responsible: ['councilChair'],
        },
        after: {
          newVoteDue: {
            target: '#council-act.vetoStands',
            actions: set({ failure: 'objectionStands' }),
          },
        },
        on: {
          'override.voted': [
            {
              target: '#council-act.mayor',
              guard: and('declaredCarried', 'newVoteHolds'),
              actions: ['addVote', set({ presentedAt: cel('event.at') })],
            },
            {
              target: '#council-act.vetoStands',
              guard: 'declaredLost',
              actions: ['addVote', set({ failure: 'objectionStands' })],
            },
          ],
        },
      },
    },
  },
};

/** Right after adoption: what the council has passed goes to the mayor. */
export const toMayor: NonNullable<StateNodeConfig['on']> = {
  'act.presented': {
    target: 'mayor',
    guard: 'presentsThisText',
    actions: set({ presentedAt: cel('event.at') }),
  },
  'act.recalled': { target: 'recalled', guard: 'mayRecall' },
};
