import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { notify, record, set } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});
const hearings = {
  'mayorHearing.scheduled': { actions: 'noteOfMayor' },
  'mayorHearing.cancelled': { actions: 'noteOfMayor' },
  'mayorHearing.held': { actions: 'noteOfMayor' },
  'signing.scheduled': { actions: 'noteOfMayor' },
} as const;
const notes = {
  ...hearings,
  'act.returnedUnsigned': { actions: 'noteOfMayor' },
  'act.received': { actions: 'noteOfMayor' },
} as const;
const veto = record('vetoes', { reason: cel('event.reason') });
/** What has passed, or is back from a veto, is no pending matter: neither the end of a term nor filing touches it. */
const passed = { 'session.ended': {}, 'act.filed': {} } as const;
const present = set({ presentedAt: cel('event.at') });
/** What was recalled is no longer adopted: the council decides anew. */
const reopen = set({ adopted: null, lawHash: '' });
const reopenInCommittee = set({ adopted: null, lawHash: '', committeeFavours: false });

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
              target: '#council-act.law',
              guard: and('isFull', 'silenceEnacts'),
              actions: set({ silentAt: cel('now') }),
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
        entry: notify('mayor.silent', 'cityClerk', 'councilChair'),
      },
    },
    on: {
      ...notes,
      ...passed,
      'act.signed': {
        target: 'law',
        guard: and('signsThisText', 'signerIsAnother'),
        actions: set({ signedBy: cel('event.actor.subject') }),
      },
      'mayorSilence.recorded': {
        target: 'law',
        guard: 'silenceMayBeRecorded',
        actions: set({ silentAt: cel('event.at') }),
      },
      'act.vetoed': { target: 'vetoed', guard: 'mayVeto', actions: veto },
      // The rest of the act is approved and goes its way; the council reconsiders the lines.
      'lines.vetoed': {
        target: 'law',
        guard: and('mayVetoLines', 'signerIsAnother'),
        actions: [
          record('vetoes', {
            reason: cel('event.reason'),
            lines: cel('event.lines'),
            approvedTextHash: cel('event.approvedTextHash'),
          }),
          set({
            vetoedLines: cel('event.lines'),
            lawHash: cel('event.approvedTextHash'),
            signedBy: cel('event.actor.subject'),
          }),
        ],
      },
      'act.objected': {
        target: 'objected',
        guard: 'mayObject',
        actions: [veto, set({ objectedAt: cel('event.at') })],
      },
      'act.recalled': { target: 'recalled', guard: 'mayRecall', actions: 'addChange' },
    },
  },
  recalled: {
    meta: {
      title: { en: 'Recalled by the council', it: 'Richiamata dal consiglio' },
      responsible: ['councilChair'],
    },
    on: {
      'act.received': { actions: 'noteOfMayor' },
      'act.recommitted': { target: 'committee', actions: ['addChange', reopenInCommittee] },
      'act.referred': { target: 'committee', actions: ['addCommittee', reopenInCommittee] },
      'act.amended': [
        {
          target: 'reviewing',
          guard: 'newSubstance',
          actions: ['addVersion', 'newSubstance', reopen],
        },
        { target: 'floor', actions: ['addVersion', reopen] },
      ],
      'act.presented': { target: 'mayor', guard: 'presentsThisText', actions: present },
      'committee.heard': { target: 'committee', actions: ['addHearing', reopenInCommittee] },
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
              actions: set({ outcome: 'vetoSustained' }),
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
      'act.referred': { actions: 'addCommittee' },
      'committee.heard': { actions: 'addHearing' },
      'committee.deferred': { actions: 'addDeferral' },
      'committee.approved': { guard: 'committeeCarries', actions: 'addHearing' },
      'act.deferred': { actions: 'addDeferral' },
      // Lost or carried, the one vote ends it: there is no second.
      'override.voted': [
        {
          target: 'law',
          guard: and('declaredCarried', 'overrideHolds'),
          actions: ['addVote', set({ overrideTried: true })],
        },
        {
          target: 'vetoStands',
          guard: and('declaredLost', 'overrideFails'),
          actions: ['addVote', set({ overrideTried: true, outcome: 'vetoSustained' })],
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
            actions: set({ outcome: 'objectionStands' }),
          },
        },
        on: {
          'override.voted': [
            {
              target: '#council-act.mayor',
              guard: and('declaredCarried', 'newVoteHolds'),
              actions: ['addVote', present],
            },
            {
              target: '#council-act.vetoStands',
              guard: and('declaredLost', 'newVoteFails'),
              actions: ['addVote', set({ outcome: 'objectionStands' })],
            },
          ],
        },
      },
    },
  },
};

/** Right after adoption: what the council has passed goes to the mayor. */
export const toMayor: Pick<StateNodeConfig, 'on' | 'after'> = {
  on: {
    // The mayor's office may begin before the papers are there.
    ...hearings,
    // A register that knows of the mayor's hearing may have left out that the act was presented.
    'mayorHearing.held': [
      { target: 'mayor', guard: 'isSummary', actions: ['noteOfMayor', present] },
      hearings['mayorHearing.held'],
    ],
    ...passed,
    'act.presented': { target: 'mayor', guard: 'presentsThisText', actions: present },
    'act.recalled': { target: 'recalled', guard: 'mayRecall', actions: 'addChange' },
  },
  after: { presentDue: { actions: notify('act.present', 'cityClerk') } },
};
