import type { NonReducibleUnknown, PromiseActorLogic } from 'xstate';
import type { Expression } from '../../contracts/definition/expression.ts';
import type { StateMeta } from '../../contracts/definition/state-node.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { AssignLogic, EffectLogic, GuardLogic } from '../vocabulary/logic.ts';
import type { vocabulary } from '../vocabulary/vocabulary.ts';

/** A value as it may be written: itself, or an expression at any depth. */
export type Template<T> =
  | Expression
  | (T extends readonly (infer Item)[]
      ? readonly Template<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Template<T[Key]> }
        : T);

type ParamsOf<Logic> = Logic extends
  GuardLogic<infer P> | AssignLogic<infer P> | EffectLogic<infer P>
  ? P
  : never;
type GuardNames = typeof vocabulary.guards;
type ActionNames = typeof vocabulary.assigns & typeof vocabulary.effects;
type Names<Table> = keyof NonNullable<Table> & string;

interface Spec {
  readonly events: object;
  readonly guards?: object;
  readonly delays?: object;
  readonly actions?: object;
  readonly machines?: object;
}

type BuiltInAction =
  'raise' | 'sendTo' | 'sendParent' | 'cancel' | 'stopChild' | 'emit' | 'log' | 'spawnChild';
type BuiltInGuard = 'and' | 'or' | 'not' | 'stateIn';

type Guards<S extends Spec> = {
  [Name in keyof GuardNames]: (
    args: unknown,
    params: Template<ParamsOf<GuardNames[Name]>>,
  ) => boolean;
} & { [Name in BuiltInGuard]: (args: unknown, params: JsonObject) => boolean } & {
  [Name in Names<S['guards']>]: (args: unknown, params: undefined | JsonObject) => boolean;
};
type Actions<S extends Spec> = {
  [Name in keyof ActionNames]: (
    args: unknown,
    params: Template<ParamsOf<ActionNames[Name]>>,
  ) => void;
} & { [Name in BuiltInAction]: (args: unknown, params: JsonObject) => void } & {
  [Name in Names<S['actions']>]: (args: unknown, params: undefined | JsonObject) => void;
};

type EventOf<S extends Spec> = {
  [Type in Names<S['events']>]: { type: Type } & Readonly<Record<string, Json>>;
}[Names<S['events']>];

export interface SetupTypes<S extends Spec> {
  types: { context: Record<string, Json>; events: EventOf<S>; input: JsonObject; meta: StateMeta };
  guards: Guards<S>;
  actions: Actions<S>;
  delays: { [Name in Names<S['delays']>]: number };
  actors: { [Name in Names<S['machines']>]: PromiseActorLogic<Json, NonReducibleUnknown> };
}

/**
 * What XState's own `setup` is given for a definition: `setup(setupFor(spec)).createMachine({ … })`. A misspelt event, guard,
 * action, delay, machine or parameter does not compile. There are no implementations in it, because a definition is data;
 * `compile` gives it life.
 */
export function setupFor<const S extends Spec>(_spec: S): SetupTypes<S> {
  return { types: {}, guards: {}, actions: {}, delays: {}, actors: {} } as SetupTypes<S>;
}
