import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set, tellParent } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});

/** A vote that is what it says: on this text, with quorum and majority counted, or attested by the clerk of a register. */
const counted = ['voteOnThisText', 'recorderIsNoVoter', 'tallyHolds', 'voteHadQuorum'];

const carried = { target: '#council-act.adopted', actions: ['addVote', 'adopt'] };

/** Before the council: notice, quorum, readings, motion, vote. */
export const floor: StateNodeConfig = {
  initial: 'agenda',
  meta: { title: { en: 'Before the council', it: 'In consiglio' } },
  states: {
    agenda: {
      type: 'parallel',
      meta: {
        title: { en: 'On the agenda', it: 'All’ordine del giorno' },
        responsible: ['cityClerk', 'councilChair'],
      },
      states: {
        notice: {
          initial: 'unposted',
          states: {
            unposted: {
              meta: {
                title: { en: 'Notice to be posted', it: 'Avviso da affiggere' },
                responsible: ['cityClerk'],
              },
            },
            running: {
              meta: { title: { en: 'Notice running', it: 'Affissione in corso' } },
              after: {
                noticeServed: {
                  target: 'served',
                  actions: set({
                    notice: { textHash: cel('context.notice.textHash'), served: true },
                  }),
                },
              },
            },
            served: {
              meta: {
                title: { en: 'Notice served', it: 'Termini decorsi' },
                responsible: ['cityClerk'],
              },
            },
          },
          on: {
            'notice.posted': {
              target: '.running',
              guard: 'aboutThisText',
              actions: [
                set({ notice: { textHash: cel('event.textHash'), served: false } }),
                record('publications', {
                  what: 'notice',
                  place: cel('event.place'),
                  textHash: cel('event.textHash'),
                }),
              ],
            },
            'notice.waived': {
              target: '.served',
              guard: 'mayWaiveNotice',
              actions: [
                set({ noticeWaived: true }),
                record('changes', { what: 'notice.waived', reason: cel('event.reason') }),
              ],
            },
          },
        },
        meeting: {
          initial: 'waiting',
          states: {
            waiting: {
              meta: {
                title: { en: 'Waiting for a meeting', it: 'In attesa di seduta' },
                responsible: ['cityClerk'],
              },
            },
            withoutQuorum: {
              meta: {
                title: { en: 'No quorum', it: 'Senza numero legale' },
                responsible: ['cityClerk'],
              },
              on: { 'secondCall.sent': 'calledAgain' },
            },
            calledAgain: {
              meta: { title: { en: 'Second call sent', it: 'Seconda convocazione' } },
              after: { secondCall: { target: 'waiting', actions: set({ call: 'second' }) } },
            },
          },
          on: {
            'session.opened': [
              {
                target: '#council-act.floor.sitting',
                guard: and('quorumPresent', 'noticeServed'),
                actions: meeting(true),
              },
              {
                target: '.withoutQuorum',
                guard: { type: 'not', params: { guard: 'quorumPresent' } },
                actions: meeting(false),
              },
            ],
          },
        },
      },
    },
    sitting: {
      meta: {
        title: { en: 'The council is sitting', it: 'Il consiglio è riunito' },
        responsible: ['councilChair', 'cityClerk'],
      },
      on: {
        'reading.held': {
          guard: 'mayReadAgain',
          actions: record('readings', { session: cel('context.session') }),
        },
        'motion.moved': {
          actions: set({ motion: { motion: cel('event.motion'), by: cel('event.actor.subject') } }),
        },
        'conflict.declared': {
          actions: set({ conflicts: cel('context.conflicts + [event.actor.subject]') }),
        },
        'vote.called': { target: 'voting', guard: and('readingsDone', 'motionMoved') },
        'quorum.lost': {
          target: 'agenda',
          guard: 'quorumGone',
          actions: set({ present: cel('event.present') }),
        },
        'session.adjourned': 'agenda',
      },
    },
    voting: {
      meta: { title: { en: 'Voting', it: 'In votazione' }, responsible: ['cityClerk'] },
      on: {
        'conflict.declared': {
          actions: set({ conflicts: cel('context.conflicts + [event.actor.subject]') }),
        },
        'council.voted': [
          {
            ...carried,
            guard: and('declaredCarried', 'isFull', ...counted, 'emergencyOrOrdinary'),
          },
          {
            ...carried,
            guard: and(
              'declaredOrdinary',
              'isFull',
              'emergencyFallsBack',
              ...counted,
              'ordinaryMajority',
            ),
            actions: ['addVote', 'adopt', set({ emergency: false })],
          },
          {
            target: '#council-act.defeated',
            guard: and('declaredLost', 'isFull', ...counted, 'majorityMissed'),
            actions: ['addVote', set({ failure: 'defeated' })],
          },
        ],
        // A vote without quorum is void, and stays on the record as such.
        'vote.voided': {
          target: 'agenda',
          actions: record('votes', {
            session: cel('context.session'),
            void: true,
            reason: cel('event.reason'),
          }),
        },
        'quorum.lost': { target: 'agenda', guard: 'quorumGone' },
      },
    },
  },
  on: {
    'council.voted': [
      { ...carried, guard: and('attested', 'declaredCarried') },
      {
        target: 'defeated',
        guard: and('attested', 'declaredLost'),
        actions: ['addVote', set({ failure: 'defeated' })],
      },
    ],
    'act.amended': [
      // Another text in substance: notice starts again, opinions on the old text count no more.
      {
        target: '.agenda',
        reenter: true,
        guard: 'isSubstantive',
        actions: [
          'addVersion',
          set({ notice: null, noticeWaived: false, readings: [], motion: null }),
        ],
      },
      { actions: 'addVersion' },
    ],
    'amendment.proposed': { actions: record('changes', { what: 'amendment.proposed' }) },
    'amendment.defeated': { actions: record('changes', { what: 'amendment.defeated' }) },
    'act.deferred': {
      target: '.agenda',
      reenter: true,
      actions: ['addDeferral', set({ motion: null })],
    },
    'act.referred': {
      target: 'committee',
      actions: record('committees', { committee: cel('event.committee') }),
    },
    'act.recommitted': {
      target: 'committee',
      actions: set({ committeeFavours: false, motion: null }),
    },
    'committee.approved': { guard: 'committeeCarries', actions: 'addHearing' },
    'committee.heard': { actions: 'addHearing' },
    'committee.deferred': { target: 'committee', actions: 'addDeferral' },
    'committee.amended': { actions: 'addVersion' },
    'committee.amendmentProposed': { actions: 'addHearing' },
    'act.remitted': {
      target: 'drafting',
      actions: [
        record('changes', { what: 'act.remitted', reason: cel('event.reason') }),
        set({ motion: null, notice: null }),
      ],
    },
  },
};

function meeting(quorum: boolean): ReturnType<typeof set>[] {
  return [
    set({
      session: cel('event.session'),
      present: cel('event.present'),
      seated: cel('event.seated'),
    }),
    record('meetings', { session: cel('event.session'), present: cel('event.present'), quorum }),
  ];
}

export const adopted: StateNodeConfig = {
  meta: {
    title: { en: 'Adopted by the council', it: 'Approvata dal consiglio' },
    responsible: ['cityClerk'],
  },
  entry: tellParent('act.adopted', {
    number: cel('context.number'),
    body: 'council',
    session: cel('context.adopted.session'),
    tally: cel('context.adopted.tally'),
    textHash: cel('context.adopted.textHash'),
  }),
};
