import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set } from './act-actions.ts';

/** Notice of the present text. It runs on whatever happens in the meantime, and begins again with another text. */
export const notice: StateNodeConfig = {
  meta: { title: { en: 'Notice', it: 'Avviso' } },
  initial: 'unposted',
  states: {
    unposted: {
      meta: {
        title: { en: 'Notice to be posted', it: 'Avviso da affiggere' },
        responsible: ['cityClerk'],
      },
      always: [
        { target: 'served', guard: 'noticeServed' },
        { target: 'running', guard: 'noticePosted' },
      ],
    },
    running: {
      meta: { title: { en: 'Notice running', it: 'Affissione in corso' } },
      after: {
        noticeServed: {
          target: 'served',
          actions: set({
            notice: {
              textHash: cel('context.notice.textHash'),
              substance: cel('context.notice.substance'),
              postedAt: cel('context.notice.postedAt'),
              served: true,
            },
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
        set({
          notice: {
            textHash: cel('event.textHash'),
            substance: cel('context.substance'),
            postedAt: cel('event.at'),
            served: false,
          },
        }),
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
};

const sitting = { type: 'stateIn', params: { state: '#council-act.floor.meeting.sitting' } };

/** Readings, with the time that must lie between two of them. */
export const readings: StateNodeConfig = {
  meta: { title: { en: 'Readings', it: 'Letture' } },
  initial: 'open',
  states: {
    open: {
      meta: {
        title: { en: 'A reading may be held', it: 'Si può svolgere una lettura' },
        responsible: ['cityClerk', 'councilChair'],
      },
      always: { target: 'between', guard: 'gapRuns' },
    },
    between: {
      meta: { title: { en: 'Between two readings', it: 'Tra due letture' } },
      after: { nextReadingFrom: { target: 'open', actions: set({ gapOver: true }) } },
    },
  },
  on: {
    'reading.held': {
      target: '.between',
      guard: {
        type: 'and',
        params: { guards: [sitting, 'gapOver', 'mayReadAgain'] },
      },
      actions: [
        record('readings', {
          session: cel('context.session'),
          waiver: cel('has(event.waiver) ? event.waiver : ""'),
        }),
        set({ gapOver: false }),
      ],
    },
  },
};
