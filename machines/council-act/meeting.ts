import type {
  ActionRef,
  StateNodeConfig,
  TransitionConfig,
} from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});

const carried = { target: '#council-act.adopted', actions: ['addVote', 'adopt'] };
const declareConflict = {
  actions: set({ conflicts: cel('context.conflicts + [event.actor.subject]') }),
};
const quorumLost = {
  target: 'withoutQuorum',
  guard: 'quorumGone',
  actions: set({ present: cel('event.present'), motion: null, call: 'first' }),
};
const ended = set({ motion: null, call: 'first' });

/** The meeting of the council that deals with the act: quorum, motion, vote. */
export const meeting: StateNodeConfig = {
  meta: { title: { en: 'Meeting', it: 'Seduta' } },
  initial: 'waiting',
  states: {
    waiting: {
      meta: {
        title: { en: 'Waiting for a meeting', it: 'In attesa di seduta' },
        responsible: ['cityClerk'],
      },
      on: { 'session.opened': opening() },
    },
    withoutQuorum: {
      meta: {
        title: { en: 'No quorum', it: 'Senza numero legale' },
        responsible: ['cityClerk'],
      },
      on: { 'secondCall.sent': 'calledAgain', 'session.opened': opening() },
    },
    calledAgain: {
      meta: { title: { en: 'Second call sent', it: 'Seconda convocazione inviata' } },
      after: { secondCall: { target: 'waiting', actions: set({ call: 'second' }) } },
    },
    sitting: {
      meta: {
        title: { en: 'The council is sitting', it: 'Il consiglio è riunito' },
        responsible: ['councilChair', 'cityClerk'],
      },
      on: {
        'motion.moved': {
          actions: set({ motion: { motion: cel('event.motion'), by: cel('event.actor.subject') } }),
        },
        'conflict.declared': declareConflict,
        'vote.called': { target: 'voting', guard: and('readingsDone', 'motionMoved') },
        'quorum.lost': quorumLost,
        'session.adjourned': { target: 'waiting', actions: ended },
      },
    },
    voting: {
      meta: { title: { en: 'Voting', it: 'In votazione' }, responsible: ['cityClerk'] },
      on: {
        'conflict.declared': declareConflict,
        'council.voted': [
          { ...carried, guard: and('countedWithQuorum', 'declaredCarried', 'majorityFor') },
          {
            ...carried,
            guard: and(
              'countedWithQuorum',
              'declaredOrdinary',
              'emergencyFallsBack',
              'ordinaryMajority',
            ),
            actions: ['addVote', 'adopt', set({ emergency: false })],
          },
          {
            target: '#council-act.defeated',
            guard: and('countedWithQuorum', 'declaredLost', 'majorityMissed'),
            actions: 'addVote',
          },
          // A vote without quorum is void, whatever was declared, and stays on the record as such.
          {
            target: 'withoutQuorum',
            guard: 'countedWithoutQuorum',
            actions: ['addVoidVote', ended],
          },
        ],
        'vote.voided': {
          target: 'sitting',
          actions: [
            record('votes', {
              session: cel('context.session'),
              void: true,
              reason: cel('event.reason'),
            }),
            set({ motion: null }),
          ],
        },
        'quorum.lost': quorumLost,
      },
    },
  },
};

function opening(): TransitionConfig[] {
  const counts = {
    session: cel('event.session'),
    present: cel('event.present'),
    seated: cel('event.seated'),
  };
  const minutes = (quorum: boolean): ActionRef =>
    record('meetings', {
      session: cel('event.session'),
      present: cel('event.present'),
      call: cel('context.call'),
      quorum,
    });
  return [
    {
      target: 'sitting',
      guard: and('quorumPresent', 'noticeServed', 'mayBeDealtWith', 'opinionsInOrder'),
      actions: [set(counts), minutes(true)],
    },
    {
      target: 'withoutQuorum',
      guard: 'noQuorumPresent',
      actions: [set({ ...counts, call: 'first' }), minutes(false)],
    },
  ];
}
