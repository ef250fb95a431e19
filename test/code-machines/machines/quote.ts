import { assign, fromPromise, setup } from 'xstate';

/** Suppliers that were told to stop before they had answered. */
export const calledOff: string[] = [];

/** A race: the supplier's answer against a deadline. Whoever loses changes nothing any more. */
export const quote = setup({
  types: {
    context: {} as { supplier: string; takes: number; price: number | null; asked: number },
    input: {} as { supplier: string; takes: number },
    events: {} as { type: 'ask.again'; takes: number },
  },
  actors: {
    askSupplier: fromPromise(
      ({ input, signal }: { input: { supplier: string; takes: number }; signal: AbortSignal }) =>
        new Promise<number>((resolve, reject) => {
          const answer = setTimeout(() => {
            resolve(42);
          }, input.takes);
          signal.addEventListener('abort', () => {
            clearTimeout(answer);
            calledOff.push(input.supplier);
            reject(new Error('called off'));
          });
        }),
    ),
  },
}).createMachine({
  id: 'quote',
  context: ({ input }) => ({ ...input, price: null, asked: 1 }),
  initial: 'asking',
  states: {
    asking: {
      invoke: {
        src: 'askSupplier',
        input: ({ context }) => ({ supplier: context.supplier, takes: context.takes }),
        onDone: { target: 'quoted', actions: assign({ price: ({ event }) => event.output }) },
      },
      after: { 1500: 'late' },
    },
    late: {
      on: {
        'ask.again': {
          target: 'asking',
          actions: assign({
            takes: ({ event }) => event.takes,
            asked: ({ context }) => context.asked + 1,
          }),
        },
      },
    },
    quoted: { type: 'final' },
  },
  output: ({ context }) => ({ price: context.price, asked: context.asked }),
});
