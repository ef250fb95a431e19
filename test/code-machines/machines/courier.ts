import { assign, fromPromise, setup } from 'xstate';

const calls = new Map<string, number>();
/** Calls that were made for each parcel, and pages that went through. */
export const callsFor = (parcel: string): number => calls.get(parcel) ?? 0;
export const paged: string[] = [];
let pagerIsDown = true;

/** A courier who draws lots, calls a busy number, and pages through a pager that is down the first time. */
export const courier = setup({
  types: {
    context: {} as { parcel: string; lots: number[]; answer: string | null },
    input: {} as { parcel: string },
    events: {} as { type: 'draw' } | { type: 'call' },
  },
  actors: {
    call: fromPromise(async ({ input }: { input: { parcel: string } }) => {
      await Promise.resolve();
      const call = callsFor(input.parcel) + 1;
      calls.set(input.parcel, call);
      if (call < 3) throw Object.assign(new Error('busy'), { call });
      return `answered call ${call}`;
    }),
  },
  guards: {
    lucky: () => Math.random() < 2,
  },
}).createMachine({
  id: 'courier',
  context: ({ input }) => ({ ...input, lots: [Math.random()], answer: null }),
  initial: 'idle',
  states: {
    idle: {
      on: {
        draw: {
          guard: 'lucky',
          actions: assign({ lots: ({ context }) => [...context.lots, Math.random()] }),
        },
        call: 'calling',
      },
    },
    calling: {
      invoke: {
        src: 'call',
        input: ({ context }) => ({ parcel: context.parcel }),
        onDone: { target: 'over', actions: assign({ answer: ({ event }) => event.output }) },
        onError: {
          target: 'over',
          actions: assign({ answer: ({ event }) => JSON.stringify(event.error) }),
        },
      },
    },
    over: {
      type: 'final',
      entry: ({ context }) => {
        if (pagerIsDown) {
          pagerIsDown = false;
          throw new Error('The pager is down.');
        }
        paged.push(context.answer ?? '');
      },
    },
  },
  output: ({ context }) => ({ lots: context.lots.length, answer: context.answer }),
});
