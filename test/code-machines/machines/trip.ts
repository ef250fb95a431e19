import { assign, sendParent, sendTo, setup, type ActorRefFrom, type DoneActorEvent } from 'xstate';

const leg = setup({
  types: {
    context: {} as { name: string; stops: number },
    input: {} as { name: string },
    events: {} as { type: 'stop' } | { type: 'arrive' },
    output: {} as { stops: number },
  },
}).createMachine({
  id: 'leg',
  context: ({ input }) => ({ name: input.name, stops: 0 }),
  initial: 'moving',
  states: {
    moving: {
      on: {
        stop: {
          actions: [
            assign({ stops: ({ context }) => context.stops + 1 }),
            sendParent(({ context }) => ({ type: 'leg.stopped', name: context.name })),
          ],
        },
        arrive: 'arrived',
      },
    },
    arrived: { type: 'final' },
  },
  entry: sendParent(({ context }) => ({ type: 'leg.began', name: context.name })),
  output: ({ context }) => ({ stops: context.stops }),
});

/** A parent whose children talk back: one invoked, the others spawned while it assigns, all to have arrived before it ends. */
export const trip = setup({
  types: {
    context: {} as {
      began: string[];
      stopped: string[];
      feeders: ActorRefFrom<typeof leg>[];
      arrived: number;
      stops: number;
    },
    events: {} as
      | { type: 'leg.began'; name: string }
      | { type: 'leg.stopped'; name: string }
      | { type: 'feeder.added'; name: string }
      | { type: 'stop.everywhere' }
      | { type: 'arrive.everywhere' }
      | DoneActorEvent<{ stops: number }>,
  },
  actors: { leg },
}).createMachine({
  id: 'trip',
  context: { began: [], stopped: [], feeders: [], arrived: 0, stops: 0 },
  type: 'parallel',
  on: {
    'leg.began': {
      actions: assign({ began: ({ context, event }) => [...context.began, event.name] }),
    },
    'leg.stopped': {
      actions: assign({ stopped: ({ context, event }) => [...context.stopped, event.name] }),
    },
  },
  states: {
    main: {
      initial: 'travelling',
      states: {
        travelling: {
          invoke: {
            id: 'main',
            src: 'leg',
            input: { name: 'main' },
            onDone: {
              target: 'there',
              actions: assign({ stops: ({ event }) => event.output.stops }),
            },
          },
          on: {
            'stop.everywhere': { actions: sendTo('main', { type: 'stop' }) },
            'arrive.everywhere': { actions: sendTo('main', { type: 'arrive' }) },
          },
        },
        there: { type: 'final' },
      },
    },
    feeders: {
      initial: 'running',
      states: {
        running: {
          on: {
            'feeder.added': {
              actions: assign({
                feeders: ({ context, event, spawn }) => [
                  ...context.feeders,
                  spawn('leg', { id: `feeder-${event.name}`, input: { name: event.name } }),
                ],
              }),
            },
            'arrive.everywhere': {
              actions: [
                sendTo(({ context }) => context.feeders[0] as ActorRefFrom<typeof leg>, {
                  type: 'arrive',
                }),
                sendTo(({ context }) => context.feeders[1] as ActorRefFrom<typeof leg>, {
                  type: 'arrive',
                }),
              ],
            },
            'xstate.done.actor.*': {
              actions: assign({ arrived: ({ context }) => context.arrived + 1 }),
            },
          },
          always: {
            guard: ({ context }) => context.arrived >= 3,
            target: 'in',
          },
        },
        in: { type: 'final' },
      },
    },
  },
  output: ({ context }) => ({ arrived: context.arrived, stops: context.stops }),
});
