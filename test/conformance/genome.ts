import fc from 'fast-check';

/**
 * A machine as plain small numbers, from which `express` writes a definition. Every genome makes a valid definition, so a failing
 * case shrinks freely: numbers towards zero (which is the dullest choice) and lists towards empty.
 */
export interface MachineGenome {
  readonly root: StateGenome;
  /** Machines that this one may start. */
  readonly machines: readonly MachineGenome[];
}

export interface StateGenome {
  readonly kind: number;
  readonly states: readonly StateGenome[];
  readonly on: readonly TransitionGenome[];
  readonly always: readonly TransitionGenome[];
  readonly after: readonly TransitionGenome[];
  readonly entry: readonly ActionGenome[];
  readonly exit: readonly ActionGenome[];
  readonly invoke: readonly InvokeGenome[];
  readonly onDone: readonly TransitionGenome[];
  readonly style: number;
}

export interface TransitionGenome {
  /** Event descriptor, or delay. */
  readonly event: number;
  /** 0: none. */
  readonly target: number;
  readonly guard: number;
  readonly reenter: boolean;
  readonly actions: readonly ActionGenome[];
}

export interface ActionGenome {
  readonly type: number;
  readonly a: number;
  readonly b: number;
}

export interface InvokeGenome {
  readonly src: number;
  readonly onDone: readonly TransitionGenome[];
  readonly onError: readonly TransitionGenome[];
}

export type Step =
  | {
      readonly kind: 'send';
      readonly event: number;
      readonly n: number;
      /** Which of the living actors, counted from the root. */
      readonly to: number;
    }
  | { readonly kind: 'wait'; readonly milliseconds: number };

export interface CaseGenome {
  readonly machine: MachineGenome;
  readonly steps: readonly Step[];
}

const number = fc.nat({ max: 999 });
const action: fc.Arbitrary<ActionGenome> = fc.record({ type: number, a: number, b: number });
const few = <T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.array(item, { maxLength: most });
const transition: fc.Arbitrary<TransitionGenome> = fc.record({
  event: number,
  target: number,
  guard: number,
  reenter: fc.boolean(),
  actions: few(action, 3),
});
const invoke: fc.Arbitrary<InvokeGenome> = fc.record({
  src: number,
  onDone: few(transition, 2),
  onError: few(transition, 1),
});
/** Often none, so that a machine is not noise from top to bottom. */
const seldom = <T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: few(item, most) },
  );

const { state } = fc.letrec<{ state: StateGenome }>((tie) => ({
  state: fc.record({
    kind: number,
    states: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constant<StateGenome[]>([]),
      fc.array(tie('state'), { minLength: 1, maxLength: 4, depthIdentifier: 'states' }),
    ),
    on: few(transition, 3),
    always: seldom(transition, 2),
    after: seldom(transition, 2),
    entry: seldom(action, 3),
    exit: seldom(action, 2),
    invoke: seldom(invoke, 2),
    onDone: seldom(transition, 2),
    style: number,
  }),
}));

const root = fc
  .tuple(state, fc.array(state, { minLength: 1, maxLength: 4 }))
  .map(([own, states]) => ({ ...own, states }));

function machine(depth: number): fc.Arbitrary<MachineGenome> {
  return fc.record({
    root,
    machines: depth === 0 ? fc.constant([]) : few(machine(depth - 1), depth),
  });
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      event: number,
      n: fc.nat({ max: 5 }),
      to: number,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: 0, max: 9 }).map((half) => half * 500),
    }),
  },
);

/** A machine with machines two deep below it, and what happens to it. */
export const cases: fc.Arbitrary<CaseGenome> = fc.record({
  machine: machine(2),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

/** The action that starts a child anew, in `express-action`. */
const respawn = 15;
const actionKinds = 18;

/**
 * Cases for processes that are really apart: one child at a time, or none. Of several that speak at once, nobody can say who is
 * heard first.
 */
export const casesOnServer: fc.Arbitrary<CaseGenome> = fc
  .record({ machine: machine(1), steps: fc.array(step, { minLength: 1, maxLength: 6 }) })
  .map(({ machine: { root: own, machines }, steps }) => ({
    machine: { root: withOneChild(own), machines: machines.slice(0, 1) },
    steps,
  }));

function withOneChild(genome: StateGenome): StateGenome {
  const actions = (list: readonly ActionGenome[]): ActionGenome[] =>
    list.map((item) => (item.type % actionKinds === respawn ? { ...item, a: item.a * 2 } : item));
  const transitions = (list: readonly TransitionGenome[]): TransitionGenome[] =>
    list.map((item) => ({ ...item, actions: actions(item.actions) }));
  return {
    ...genome,
    states: genome.states.map((inner) => withOneChild(inner)),
    on: transitions(genome.on),
    always: transitions(genome.always),
    after: transitions(genome.after),
    onDone: transitions(genome.onDone),
    entry: actions(genome.entry),
    exit: actions(genome.exit),
    invoke: [],
  };
}
