import { assign, setup } from 'xstate';

/** What the lock was told, so that a test can ask. */
export const lockLog: string[] = [];

/** A door that closes and locks itself, with delays as numbers and as functions, and actions written in place and by name. */
export const door = setup({
  types: {
    context: {} as { openings: number; patience: number; lastOpened: number | null },
    input: {} as { patience: number },
    events: {} as { type: 'open' } | { type: 'unlock'; code: string } | { type: 'nudge' },
  },
  delays: {
    patience: ({ context }) => context.patience,
  },
  guards: {
    rightCode: ({ event }) => event.type === 'unlock' && event.code === '1234',
  },
  actions: {
    tellLock: ({ context }, params: { word: string }) => {
      lockLog.push(`${params.word} after ${context.openings}`);
    },
  },
}).createMachine({
  id: 'door',
  context: ({ input }) => ({ openings: 0, patience: input.patience, lastOpened: null }),
  initial: 'closed',
  on: {
    nudge: { actions: assign({ openings: ({ context }) => context.openings + 1 }) },
  },
  states: {
    closed: {
      on: {
        open: {
          target: 'open',
          actions: assign({
            openings: ({ context }) => context.openings + 1,
            lastOpened: () => Date.now(),
          }),
        },
      },
      after: { 400: 'locked' },
    },
    open: { after: { patience: 'closed' } },
    locked: {
      tags: ['safe'],
      entry: [
        { type: 'tellLock', params: { word: 'locked' } },
        ({ context }) => {
          lockLog.push(`bolt ${context.openings}`);
        },
      ],
      on: { unlock: { guard: 'rightCode', target: 'closed' } },
    },
  },
});
