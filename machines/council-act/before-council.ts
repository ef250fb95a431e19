import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { set, tellParent } from './act-actions.ts';
import { committee, committeeWork } from './committee.ts';
import { reviewing } from './review.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});
const newText = {
  actions: [
    'addVersion',
    'newSubstance',
    set({ drafter: cel('event.actor.subject'), committeeFavours: false }),
  ],
};
/** Introduction gives the file its number. */
export const introduce = [
  set({
    fileNumber: cel('event.fileNumber'),
    emergency: cel('has(event.emergency) && event.emergency'),
  }),
  tellParent('act.introduced', { fileNumber: cel('event.fileNumber') }),
];

/** From the first draft to a text that may be introduced, and to the committee. */
export const beforeCouncil: Record<string, StateNodeConfig> = {
  beginning: {
    meta: { title: { en: 'Beginning', it: 'Avvio' } },
    always: [{ target: 'ready', guard: 'isSummary' }, { target: 'drafting' }],
  },
  drafting: {
    meta: { title: { en: 'Being drafted', it: 'In redazione' }, responsible: ['initiativeLead'] },
    on: {
      'text.submitted': newText,
      'act.submitted': {
        target: 'reviewing',
        guard: 'hasText',
        actions: set({
          overridden: [],
          // Whoever submits a text that came with the process answers for it as its drafter.
          drafter: cel('context.drafter == "" ? event.actor.subject : context.drafter'),
        }),
      },
    },
  },
  reviewing,
  ready: {
    meta: {
      title: { en: 'Ready for the council', it: 'Pronta per il consiglio' },
      responsible: ['cityClerk'],
    },
    on: {
      'act.introduced': [
        { target: 'floor', guard: and('notIntroduced', 'committeeFavours'), actions: introduce },
        { target: 'committee', guard: and('notIntroduced', 'wasReferred'), actions: introduce },
        { target: 'introduced', guard: 'notIntroduced', actions: introduce },
      ],
      'act.placedOnAgenda': { target: 'floor', guard: and('wasIntroduced', 'committeeDone') },
      'act.referred': [
        { target: 'committee', guard: 'wasIntroduced', actions: 'addCommittee' },
        { guard: 'committeeMayPrecede', actions: 'addCommittee' },
      ],
      'text.submitted': { target: 'drafting', ...newText },
      // Some acts a committee brings before the council by itself.
      ...committeeWork({
        guard: 'committeeMayPrecede',
        reports: [{ to: 'floor', guard: 'committeeMayOriginate' }],
        changed: 'reviewing',
      }),
    },
  },
  introduced: {
    meta: {
      title: { en: 'Introduced', it: 'Depositata' },
      responsible: ['cityClerk', 'councilChair'],
    },
    on: {
      'act.referred': { target: 'committee', actions: 'addCommittee' },
      'act.placedOnAgenda': { target: 'floor', guard: 'committeeDone' },
      // Where committees take up what nobody has referred to them, they still do after introduction.
      ...committeeWork({
        guard: 'committeeMayPrecede',
        reports: [
          { to: 'floor', guard: 'committeeMayReport' },
          { to: 'reviewing', guard: 'committeeMayPrecede' },
        ],
      }),
    },
  },
  committee,
};
