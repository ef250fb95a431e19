import { setup } from 'xstate';
import { z } from 'zod';
import type { Definition } from '../../contracts/definition/definition.ts';
import { cel } from '../../machines/authoring/cel.ts';
import { defineProcess } from '../../machines/authoring/define-process.ts';
import { setupFor } from '../../machines/authoring/setup-for.ts';

const watchman = defineProcess(
  {
    id: 'watchman',
    version: '1.0.0',
    title: { en: 'Watchman' },
    languages: ['en'],
    roles: {},
    events: { 'question.asked': { title: { en: 'Is all well?' }, by: ['process'] } },
    delays: { walk: 'PT0.3S' },
  } as const,
  setup(setupFor({ events: { 'question.asked': 1 }, delays: { walk: 'PT0.3S' } })).createMachine({
    id: 'watchman',
    context: {},
    initial: 'waiting',
    states: {
      waiting: {
        meta: { title: { en: 'Waits for the question' }, resting: { en: 'the vigil asks' } },
        on: { 'question.asked': 'walking' },
      },
      walking: {
        meta: { title: { en: 'Walks round' } },
        after: {
          walk: {
            target: 'home',
            actions: { type: 'sendParent', params: { event: { type: 'watchman.called' } } },
          },
        },
      },
      home: { type: 'final', meta: { title: { en: 'Home' } } },
    },
    output: { well: true } as never,
  }),
);

const spec = {
  id: 'vigil',
  version: '1.0.0',
  title: { en: 'Vigil' },
  languages: ['en'],
  roles: { keeper: { title: { en: 'Keeper' } } },
  events: {
    'note.added': {
      title: { en: 'A note was added' },
      by: ['keeper'],
      schema: z.object({ text: z.string().meta({ publicity: 'public' }) }),
    },
    'question.due': { title: { en: 'It is time to ask' }, by: ['process'] },
    'watchman.called': { title: { en: 'The watchman has called' }, by: ['process'] },
    'watchman.recalled': { title: { en: 'The watchman was recalled' }, by: ['keeper'] },
    'vigil.ended': { title: { en: 'The vigil was ended' }, by: ['keeper'] },
  },
  delays: { hour: 'PT0.4S' },
  machines: { watchman },
} as const;

/**
 * Keeps a deadline or a child under way at every moment, for as long as it is let: each hour it sends a watchman, asks him at
 * once, hears him call and come home. Its counts tell whether anything came twice or not at all.
 */
export const vigil: Definition = defineProcess(
  spec,
  setup(setupFor(spec)).createMachine({
    id: 'vigil',
    context: { notes: 0, hours: 0, calls: 0, returns: 0, recalls: 0 },
    initial: 'quiet',
    on: {
      'note.added': { actions: { type: 'set', params: { notes: cel('context.notes + 1') } } },
      'watchman.called': { actions: { type: 'set', params: { calls: cel('context.calls + 1') } } },
      'vigil.ended': '.ended',
    },
    states: {
      quiet: {
        meta: { title: { en: 'Quiet' } },
        after: {
          hour: {
            target: 'round',
            actions: { type: 'set', params: { hours: cel('context.hours + 1') } },
          },
        },
      },
      round: {
        meta: { title: { en: 'A watchman is on his round' } },
        // XState starts the child after the state's own actions, and takes up what they raised after that.
        entry: { type: 'raise', params: { event: { type: 'question.due' } } },
        invoke: {
          id: 'watchman',
          src: 'watchman',
          onDone: {
            target: 'quiet',
            actions: { type: 'set', params: { returns: cel('context.returns + 1') } },
          },
          onError: 'broken',
        },
        on: {
          'question.due': {
            actions: {
              type: 'sendTo',
              params: { to: 'watchman', event: { type: 'question.asked' } },
            },
          },
          'watchman.recalled': {
            target: 'quiet',
            actions: { type: 'set', params: { recalls: cel('context.recalls + 1') } },
          },
        },
      },
      ended: { type: 'final', meta: { title: { en: 'Ended' } } },
      broken: { type: 'final', meta: { title: { en: 'A watchman came to grief' } } },
    },
    output: { calls: cel('context.calls'), returns: cel('context.returns') } as never,
  }),
);
