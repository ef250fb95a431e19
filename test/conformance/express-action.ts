import type { JsonObject } from '../../contracts/json.ts';
import type { ActionRef } from '../../contracts/definition/state-node.ts';
import type { ActionGenome } from './genome.ts';

export type Named = Exclude<ActionRef, string>;

/** What an action may use where it stands. */
export interface Scope {
  /** Machines that can be started. */
  readonly sources: readonly string[];
  /** Ids of invoked children that are there for certain. */
  readonly addressable: readonly string[];
}

const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });
const a = cel('context.a');
const delays = ['soon', 'later', 'grows', 'again'];

/** One action, or the few that only make sense together. */
export function expressAction(genome: ActionGenome, scope: Scope): Named[] {
  const make = kinds[genome.type % kinds.length];
  return make === undefined ? [] : make(genome, scope);
}

type Kind = (genome: ActionGenome, scope: Scope) => Named[];

const one = (type: string, params: JsonObject): Named[] => [{ type, params }];
const delayOf = ({ b }: ActionGenome): string => delays[b % delays.length] ?? 'soon';
const letter = ({ a: choice }: ActionGenome): string => (choice % 2 === 0 ? 'a' : 'b');

/** XState leaves the earlier timer of a delayed event of the same id running; see the README. */
const delayed = (type: string, genome: ActionGenome, params: JsonObject): Named[] => {
  if (genome.a % 3 === 0) return one(type, { ...params, delay: delayOf(genome) });
  const id = `d${genome.a % 3}`;
  return [
    { type: 'cancel', params: { id } },
    { type, params: { ...params, delay: delayOf(genome), id } },
  ];
};

const receivers = ({ sources, addressable }: Scope): readonly string[] =>
  sources.length === 0 ? [] : ['k0', ...addressable];

const toChild = (genome: ActionGenome, scope: Scope, send: (to: string) => Named[]): Named[] => {
  const all = receivers(scope);
  const to = all[genome.b % Math.max(1, all.length)];
  return to === undefined ? [] : send(to);
};

const increment: Kind = () => one('set', { a: cel('context.a + 1') });
const note: Kind = ({ a: mark }) =>
  one('set', { trail: cel(`context.trail + ["${mark % 10}:" + event.type]`) });

const kinds: readonly Kind[] = [
  increment,
  note,
  note,
  () => one('set', { b: cel('has(event.n) ? event.n : context.a') }),
  () => one('set', { last: cel('has(event.output) ? event.output : "none"') }),
  (genome) => one('raise', { event: { type: `int.${letter(genome)}`, n: a } }),
  (genome) => delayed('raise', genome, { event: { type: 'tick', n: a } }),
  ({ a: choice }) => one('cancel', { id: `d${choice % 3}` }),
  (genome, scope) =>
    toChild(genome, scope, (to) =>
      one('sendTo', { to, event: { type: `msg.${letter(genome)}`, n: a } }),
    ),
  (genome, scope) =>
    toChild(genome, scope, (to) =>
      delayed('sendTo', genome, { to, event: { type: 'told.late', n: a } }),
    ),
  (genome) => one('sendParent', { event: { type: `msg.${letter(genome)}`, n: a } }),
  (genome) => delayed('sendParent', genome, { event: { type: 'told.late', n: a } }),
  ({ b }) => one('emit', { event: { type: 'shown', b, a } }),
  ({ b }) => one('log', { value: a, label: `l${b % 10}` }),
  ({ b }) => one('notify', { roles: ['tester'], template: `t${b % 10}`, about: { a } }),
  ({ a: choice, b }, { sources }) => {
    const id = `k${choice % 2}`;
    const src = sources[b % Math.max(1, sources.length)];
    if (src === undefined) return [];
    return [
      { type: 'stopChild', params: { id } },
      { type: 'spawnChild', params: { src, id, input: { a } } },
    ];
  },
  () => one('stopChild', { id: 'k1' }),
  () => [{ type: 'both' }],
];
