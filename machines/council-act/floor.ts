import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { set, tellParent } from './act-actions.ts';
import { introduce } from './before-council.ts';
import { committeeWork } from './committee.ts';
import { meeting } from './meeting.ts';
import { notice, readings } from './notice-and-readings.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});
const clearMotion = set({ motion: null, call: 'first' });

/** Before the council: notice, readings, and the meeting with quorum, motion and vote, each at its own pace. */
export const floor: StateNodeConfig = {
  type: 'parallel',
  meta: {
    title: { en: 'Before the council', it: 'In consiglio' },
    responsible: ['cityClerk', 'councilChair'],
  },
  states: { notice, readings, meeting },
  on: {
    // The clerk of a register attests what the council did; here nobody saw the meeting.
    'council.voted': [
      {
        target: 'adopted',
        guard: and('attested', 'declaredCarried', 'recountCarries'),
        actions: ['addVote', 'adopt'],
      },
      { target: 'defeated', guard: and('attested', 'declaredLost'), actions: 'addVote' },
    ],
    'act.introduced': { guard: 'notIntroduced', actions: introduce },
    'act.amended': [
      {
        target: 'reviewing',
        guard: 'newSubstance',
        actions: ['addVersion', 'newSubstance'],
      },
      { actions: 'addVersion' },
    ],
    'amendment.proposed': { actions: 'addChange' },
    'amendment.defeated': { actions: 'addChange' },
    'act.deferred': [
      {
        target: '.meeting.waiting',
        guard: 'deferredOften',
        actions: ['addDeferral', 'alarmDeferral', clearMotion],
      },
      { target: '.meeting.waiting', actions: ['addDeferral', clearMotion] },
    ],
    'act.referred': [
      // A committee that has reported already takes note of its referral.
      { guard: and('committeeFavours', 'notReferred'), actions: 'addCommittee' },
      { target: 'committee', actions: ['addCommittee', backToCommittee()] },
    ],
    'act.recommitted': { target: 'committee', actions: ['addChange', backToCommittee()] },
    'act.remitted': { target: 'drafting', actions: ['addChange', clearMotion] },
    ...committeeWork({ changed: 'reviewing' }),
    'committee.deferred': { target: 'committee', actions: 'addDeferral' },
  },
};

function backToCommittee(): ReturnType<typeof set> {
  return set({ committeeFavours: false, motion: null, call: 'first' });
}

export const adopted: StateNodeConfig = {
  meta: {
    title: { en: 'Adopted by the council', it: 'Approvata dal consiglio' },
    responsible: ['cityClerk'],
  },
  entry: tellParent('act.adopted', {
    number: cel('context.number'),
    body: cel('context.adopted.body'),
    session: cel('context.adopted.session'),
    tally: cel('context.adopted.tally'),
    textHash: cel('context.adopted.textHash'),
  }),
};
