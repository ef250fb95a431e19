import { Definition } from '../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';

const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });
const title = (en: string): JsonObject => ({ title: { en } });
const clerks = (en: string, fields?: Record<string, string>): JsonObject => ({
  ...title(en),
  by: ['clerk'],
  ...(fields === undefined
    ? {}
    : {
        schema: {
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(fields).map(([name, type]) => [name, { type, publicity: 'public' }]),
          ),
        },
      }),
});
const set = (params: JsonObject): JsonObject => ({ type: 'set', params });
const count = (field: string): JsonObject => set({ [field]: cel(`context.${field} + 1`) });

/** Whoever is sent out. It asks for nothing, is late once, and comes back with a number. */
const courier: JsonObject = {
  format: 'statehouse/1',
  id: 'courier',
  version: '1.0.0',
  ...title('Courier'),
  languages: ['en'],
  roles: { clerk: title('Clerk') },
  events: {
    'courier.returned': clerks('It came back', { n: 'integer' }),
    'courier.called': { ...title('It was called'), by: ['process'] },
  },
  delays: { patience: 'P3D' },
  machine: {
    id: 'courier',
    context: { n: 0 },
    initial: 'away',
    states: {
      away: {
        on: {
          'courier.returned': { target: 'back', actions: set({ n: cel('event.n') }) },
          'courier.called': {
            actions: { type: 'sendParent', params: { event: { type: 'courier.answered' } } },
          },
        },
        after: {
          patience: {
            actions: { type: 'sendParent', params: { event: { type: 'courier.delayed' } } },
          },
        },
      },
      back: { type: 'final' },
    },
    output: { n: cel('context.n') },
  },
};

/** Cannot begin, because the input that its first context wants is never there. */
const broken: JsonObject = {
  format: 'statehouse/1',
  id: 'broken',
  version: '1.0.0',
  ...title('Broken'),
  languages: ['en'],
  roles: {},
  events: {},
  machine: { id: 'broken', context: { n: cel('input.n') }, initial: 'a', states: { a: {} } },
};

/** A process with a way into every trap. `waits` is how long it waits for its first deadline. */
export function errand(waits = 'P1D'): Definition {
  return Definition.parse({
    format: 'statehouse/1',
    id: 'errand',
    version: '1.0.0',
    ...title('Errand'),
    languages: ['en'],
    roles: { clerk: title('Clerk') },
    events: {
      'errand.noted': clerks('A note', { text: 'string' }),
      'errand.extended': clerks('Wait anew'),
      'errand.kept': clerks('Keep a text', { text: 'string' }),
      'errand.sent': clerks('Send somebody'),
      'errand.called': clerks('Call the courier'),
      'errand.recalled': clerks('Call it off'),
      'errand.told': clerks('Tell people'),
      'errand.closed': clerks('Close'),
      'errand.spun': clerks('Turn for ever'),
      'errand.tested': clerks('Ask a guard that fails'),
      'errand.ruined': clerks('Rely on a child that cannot begin'),
      'courier.answered': { ...title('It answered'), by: ['process'] },
      'courier.delayed': { ...title('It is late'), by: ['process'] },
      'errand.reminded': { ...title('A reminder'), by: ['process'] },
    } as Json,
    guards: { impossible: { ...cel('context.nothing.here == 1'), ...title('nothing is there') } },
    delays: { waits, reminder: 'P2D' },
    machines: { courier, broken } as Json,
    machine: {
      id: 'errand',
      context: { notes: 0, last: '', texts: [], reminded: 0, delayed: 0, answers: 0, got: -1 },
      entry: {
        type: 'raise',
        params: { event: { type: 'errand.reminded' }, delay: 'reminder', id: 'reminder' },
      },
      initial: 'waiting',
      on: {
        'errand.noted': {
          actions: [count('notes'), set({ last: cel('event.text') })],
        },
        'errand.kept': { actions: set({ texts: cel('context.texts + [event.text]') }) },
        'errand.told': {
          actions: Array.from({ length: 9 }, () => ({
            type: 'notify',
            params: { roles: ['clerk'], template: 'told', about: { last: cel('context.last') } },
          })),
        },
        'errand.reminded': { actions: count('reminded') },
        'errand.tested': { guard: 'impossible', target: '.closed' },
        'errand.spun': '.ping',
        'errand.ruined': '.ruined',
        'errand.closed': '.closed',
        'courier.delayed': { actions: count('delayed') },
        'courier.answered': { actions: count('answers') },
      },
      states: {
        waiting: {
          on: {
            'errand.extended': { target: 'waiting', reenter: true },
            'errand.sent': 'out',
          },
          after: { waits: 'expired' },
        },
        expired: { on: { 'errand.sent': 'out' } },
        out: {
          invoke: {
            id: 'trip',
            src: 'courier',
            onDone: { target: 'served', actions: set({ got: cel('event.output.n') }) },
          },
          on: {
            'errand.recalled': 'waiting',
            'errand.called': {
              actions: {
                type: 'sendTo',
                params: { to: 'trip', event: { type: 'courier.called' } },
              },
            },
          },
        },
        served: {},
        ping: { always: 'pong' },
        pong: { always: 'ping' },
        ruined: { invoke: { id: 'ruin', src: 'broken' } },
        closed: { type: 'final' },
      },
      output: { notes: cel('context.notes'), got: cel('context.got') },
    },
  });
}
