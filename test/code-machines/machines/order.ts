import { assign, fromPromise, setup } from 'xstate';

interface Line {
  readonly item: string;
  readonly quantity: number;
}

/** What the shop's suppliers did, so that a test can ask. In a real shop these are calls over the network. */
export const done: string[] = [];
const refusedByCarrier = new Set<string>();

/** Makes the carrier refuse an order. */
export function refuseCarrier(order: string): void {
  refusedByCarrier.add(order);
}

/** An order as an XState user writes it: three steps over the network, and what was done is undone when a later one fails. */
export const order = setup({
  types: {
    context: {} as {
      order: string;
      lines: readonly Line[];
      total: number;
      receipt?: string;
      problem?: string;
    },
    input: {} as { order: string; lines: readonly Line[] },
    events: {} as
      | { type: 'line.added'; line: Line }
      | { type: 'order.placed'; pricePerItem: number }
      | { type: 'order.cancelled' },
    output: {} as { receipt: string | null; problem: string | null },
  },
  actors: {
    reserveStock: fromPromise(async ({ input }: { input: { order: string } }) => {
      await Promise.resolve();
      done.push(`reserved ${input.order}`);
    }),
    charge: fromPromise(async ({ input }: { input: { order: string; amount: number } }) => {
      await Promise.resolve();
      if (input.amount > 1000) throw new Error(`The card is not good for ${input.amount}.`);
      done.push(`charged ${input.order} ${input.amount}`);
      return { receipt: `R-${input.order}` };
    }),
    ship: fromPromise(async ({ input }: { input: { order: string } }) => {
      await Promise.resolve();
      if (refusedByCarrier.has(input.order)) throw new Error('The carrier does not go there.');
      done.push(`shipped ${input.order}`);
    }),
    refund: fromPromise(async ({ input }: { input: { receipt: string } }) => {
      await Promise.resolve();
      done.push(`refunded ${input.receipt}`);
    }),
    releaseStock: fromPromise(async ({ input }: { input: { order: string } }) => {
      await Promise.resolve();
      done.push(`released ${input.order}`);
    }),
  },
}).createMachine({
  id: 'order',
  context: ({ input }) => ({ ...input, total: 0 }),
  initial: 'basket',
  states: {
    basket: {
      on: {
        'line.added': {
          actions: assign({ lines: ({ context, event }) => [...context.lines, event.line] }),
        },
        'order.placed': {
          guard: ({ context }) => context.lines.length > 0,
          target: 'reserving',
          actions: assign({
            total: ({ context, event }) =>
              context.lines.reduce((sum, { quantity }) => sum + quantity, 0) * event.pricePerItem,
          }),
        },
        'order.cancelled': 'cancelled',
      },
    },
    reserving: {
      invoke: {
        src: 'reserveStock',
        input: ({ context }) => ({ order: context.order }),
        onDone: 'charging',
        onError: 'cancelled',
      },
    },
    charging: {
      invoke: {
        src: 'charge',
        input: ({ context }) => ({ order: context.order, amount: context.total }),
        onDone: {
          target: 'shipping',
          actions: assign({ receipt: ({ event }) => event.output.receipt }),
        },
        onError: {
          target: 'releasing',
          actions: assign({ problem: ({ event }) => (event.error as Error).message }),
        },
      },
    },
    shipping: {
      invoke: {
        src: 'ship',
        input: ({ context }) => ({ order: context.order }),
        onDone: 'shipped',
        onError: {
          target: 'refunding',
          actions: assign({ problem: ({ event }) => (event.error as Error).message }),
        },
      },
    },
    refunding: {
      invoke: {
        src: 'refund',
        input: ({ context }) => ({ receipt: context.receipt ?? '' }),
        onDone: 'releasing',
      },
    },
    releasing: {
      invoke: {
        src: 'releaseStock',
        input: ({ context }) => ({ order: context.order }),
        onDone: 'cancelled',
      },
    },
    shipped: { type: 'final' },
    cancelled: { type: 'final' },
  },
  output: ({ context }) => ({
    receipt: context.receipt ?? null,
    problem: context.problem ?? null,
  }),
});
