import { Definition } from '../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type {
  InvokeConfig,
  StateNodeConfig,
  TransitionConfig,
} from '../../contracts/definition/state-node.ts';
import { expressAction, type Named, type Scope } from './express-action.ts';
import type { InvokeGenome, MachineGenome, TransitionGenome } from './genome.ts';
import { planStates, reachable, type Planned } from './plan-states.ts';

export const externalEvents = ['go', 'back', 'stop.now', 'stop.later', 'poke'];
const innerEvents = ['int.a', 'int.b', 'msg.a', 'msg.b', 'tick', 'told.late'];
const descriptors = [
  ...['go', 'back', 'stop.now', 'stop.later', 'stop.*', '*', 'go', 'back', 'poke'],
  ...['int.a', 'int.b', 'int.*', 'msg.a', 'msg.b', 'msg.*', 'tick', 'told.late', 'told.*'],
  ...['xstate.done.actor.k0', 'xstate.done.actor.*'],
];
const delays = ['soon', 'later', 'grows', '0'];

const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });
export const pick = <T>(list: readonly T[], choice: number): T => {
  const item = list[choice % list.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
};

/**
 * A definition that uses what the genome says.
 *
 * @param second milliseconds that stand for a second; a real server needs longer ones
 */
export function express(genome: MachineGenome, id = 'm', second = 1000): Definition {
  const sources = genome.machines.map((_machine, index) => `${id}${index}`);
  return Definition.parse({
    format: 'statehouse/1',
    id,
    version: '1.0.0',
    title: { en: id },
    languages: ['en'],
    roles: { tester: { title: { en: 'Tester' } } },
    events: Object.fromEntries([
      ...externalEvents.map((type) => [type, eventOf(type, ['tester', 'process'])]),
      ...innerEvents.map((type) => [type, eventOf(type, ['process'])]),
    ]) as Json,
    guards: {
      fuelled: { ...cel('context.fuel > 0'), title: { en: 'there is fuel' } },
      small: { ...cel('context.a < 3'), title: { en: 'a is small' } },
      large: { ...cel('context.b > 1'), title: { en: 'b is large' } },
      heavy: { ...cel('has(event.n) && event.n > 2'), title: { en: 'n is large' } },
    },
    delays: {
      soon: second,
      later: 5 * second,
      grows: cel(`(context.a + 1) * ${second}`),
      again: 2 * second,
    },
    actions: {
      burn: { type: 'set', params: { fuel: cel('context.fuel - 1') } },
      both: [
        { type: 'set', params: { a: cel('context.a + 1'), b: cel('context.a') } },
        { type: 'emit', params: { event: { type: 'both', a: cel('context.a') } } },
      ],
    },
    machines: Object.fromEntries([
      ...genome.machines.map((machine, index) => [
        sources[index],
        express(machine, `${id}${index}`, apart(second)),
      ]),
      ...(genome.machines.length === 0 ? [] : [['broken', broken]]),
    ]) as Json,
    machine: { ...machineOf(genome, id, sources, second), id },
  });
}

/** On a server nobody can say which of two processes comes first at one instant, so a child's deadlines never fall on its parent's. */
function apart(second: number): number {
  return second === 1000 ? second : Math.round(second * 0.93);
}

function eventOf(type: string, by: string[]): JsonObject {
  const n = { type: 'number', publicity: 'public' };
  return { title: { en: type }, by, schema: { type: 'object', properties: { n } } };
}

/** Its first context cannot be made, so it fails as it begins. */
const broken: JsonObject = {
  format: 'statehouse/1',
  id: 'broken',
  version: '1.0.0',
  title: { en: 'Broken' },
  languages: ['en'],
  roles: {},
  events: {},
  machine: { id: 'broken', context: { a: cel('input.missing') }, initial: 'a', states: { a: {} } },
};

function machineOf(
  genome: MachineGenome,
  id: string,
  sources: string[],
  second: number,
): StateNodeConfig {
  const nodes = planStates(genome.root, id);
  const [root] = nodes;
  if (root === undefined) throw new Error('A machine has a root.');
  const config = stateOf(root, { node: root, nodes, sources, invoked: [], second });
  const spawn: Named[] =
    sources.length === 0
      ? []
      : [
          { type: 'stopChild', params: { id: 'k0' } },
          { type: 'spawnChild', params: { src: sources[0] ?? '', id: 'k0', input: childInput } },
        ];
  return {
    ...config,
    context: { a: cel('has(input.a) ? input.a : 0'), b: 0, fuel: 12, trail: [], last: '' },
    entry: [...spawn, ...(config.entry as Named[])],
    ...(genome.root.style % 3 === 0
      ? { output: { a: cel('context.a'), trail: cel('size(context.trail)') } }
      : {}),
  };
}

const childInput = { a: cel('context.a') };

interface Surroundings {
  readonly node: Planned;
  readonly nodes: readonly Planned[];
  readonly sources: readonly string[];
  readonly second: number;
  /** Ids of children that the states around have invoked. */
  readonly invoked: readonly string[];
}

function stateOf(node: Planned, outer: Surroundings): StateNodeConfig {
  const { genome, type, children } = node;
  const named = node.explicitId ? { id: node.id.slice(1) } : {};
  if (type === 'history') {
    return {
      ...named,
      type,
      history: genome.style % 2 === 0 ? 'shallow' : 'deep',
      ...(genome.style % 3 === 0 && node.defaultTarget !== undefined
        ? { target: node.defaultTarget }
        : {}),
    };
  }
  const own = outer.sources.length === 0 ? [] : genome.invoke;
  const ids =
    type === 'final' ? [] : own.map((_invoke, index) => `i${node.index}${'ab'[index] ?? ''}`);
  const scope: Surroundings = { ...outer, node, invoked: [...outer.invoked, ...ids] };
  const reach: Scope = { sources: scope.sources, addressable: scope.invoked };
  const simple: StateNodeConfig = {
    ...named,
    entry: genome.entry.flatMap((item) => expressAction(item, reach)),
    exit: genome.exit.flatMap((item) => expressAction(item, reach)),
  };
  if (type === 'final') return { ...simple, type, output: cel('context.a') };
  const [first] = children.filter((child) => child.type !== 'history');
  return {
    ...simple,
    ...(type === 'parallel' ? { type } : {}),
    ...(type === 'compound' && first !== undefined
      ? { initial: initialOf(genome.style, first.key, reach) }
      : {}),
    ...(genome.style % 4 === 0 ? { tags: [`t${node.index}`] } : {}),
    on: group(genome.on, (item) => pick(descriptors, item.event), scope),
    after: group(
      genome.after,
      (item) => pick([...delays, String(2.5 * scope.second)], item.event),
      scope,
      true,
    ),
    // An event for which nothing listens does not come in, so here no guard may look at it; see the README.
    always: genome.always.map((item) => transitionOf(item, scope, true, quietGuards)),
    invoke: own.map((item, index) => invokeOf(item, ids[index] ?? '', scope)),
    ...(children.length === 0
      ? {}
      : {
          onDone: genome.onDone.map((item) => transitionOf(item, scope, true)),
          states: Object.fromEntries(children.map((child) => [child.key, stateOf(child, scope)])),
        }),
  };
}

function initialOf(style: number, target: string, scope: Scope): StateNodeConfig['initial'] {
  if (style % 5 !== 0) return target;
  return { target, actions: expressAction({ type: 2, a: style, b: 0 }, scope) };
}

function invokeOf(genome: InvokeGenome, id: string, scope: Surroundings): InvokeConfig {
  const src = genome.src % 9 === 8 ? 'broken' : pick(scope.sources, genome.src);
  return {
    id,
    src,
    input: childInput,
    onDone: genome.onDone.map((item) => transitionOf(item, scope, true)),
    ...(genome.onError.length === 0
      ? {}
      : { onError: genome.onError.map((item) => transitionOf(item, scope, true)) }),
  };
}

function group(
  genomes: readonly TransitionGenome[],
  key: (genome: TransitionGenome) => string,
  scope: Surroundings,
  always = false,
): Record<string, TransitionConfig[]> {
  const table: Record<string, TransitionConfig[]> = {};
  for (const genome of genomes) {
    const descriptor = key(genome);
    const fuelled = always || !/^(go|back|stop|poke)/.test(descriptor);
    (table[descriptor] ??= []).push(transitionOf(genome, scope, fuelled));
  }
  return table;
}

/** What may happen by itself burns fuel, so that no case goes on for ever. */
function transitionOf(
  genome: TransitionGenome,
  scope: Surroundings,
  fuelled: boolean,
  guards = allGuards,
): TransitionConfig {
  const targets = scope.nodes.slice(1);
  const wanted = genome.target === 0 ? undefined : pick(targets, genome.target - 1);
  const target = wanted === undefined ? undefined : reachable(scope.node, wanted)?.id;
  const guard = guardOf(genome.guard, scope, guards);
  // A transition that leaves the state has stopped its children before its actions run.
  const addressable = target === undefined ? scope.invoked : [];
  return {
    ...(target === undefined ? {} : { target }),
    // XState enters the root anew without leaving it; see the README.
    ...(genome.reenter && scope.node.index > 0 ? { reenter: true } : {}),
    ...(fuelled ? { guard: both('fuelled', guard) } : guard === undefined ? {} : { guard }),
    actions: [
      ...(fuelled ? ['burn'] : []),
      ...genome.actions.flatMap((item) =>
        expressAction(item, { sources: scope.sources, addressable }),
      ),
    ],
  };
}

type GuardChoice = string | undefined | ((inState: Named) => Named);

const quietGuards: readonly GuardChoice[] = [
  undefined,
  'small',
  'large',
  () => ({ type: 'not', params: { guard: 'small' } }),
  (inState) => inState,
  (inState) => both('small', inState),
];
const allGuards: readonly GuardChoice[] = [
  ...[undefined, undefined, undefined, ...quietGuards, 'heavy'],
  () => ({ type: 'or', params: { guards: ['large', 'heavy'] } }),
];

function guardOf(
  choice: number,
  { nodes }: Surroundings,
  guards: readonly GuardChoice[],
): string | Named | undefined {
  const chosen = guards[choice % guards.length];
  if (typeof chosen !== 'function') return chosen;
  const { id } = pick(nodes, Math.floor(choice / 10));
  return chosen({ type: 'stateIn', params: { state: id } });
}

function both(first: string, second: string | Named | undefined): Named {
  const guards: Json[] = [first];
  if (second !== undefined) guards.push(second as Json);
  return { type: 'and', params: { guards } };
}
