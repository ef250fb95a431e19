import { z } from '../zod.ts';
import { Json, JsonObject } from '../json.ts';
import { LocalizedText } from '../localized-text.ts';

const Id = z.string().min(1).max(200);

/** A name from the definition or the vocabulary, with parameters; expressions may stand anywhere inside `params`. */
export const Named = z.strictObject({ type: Id, params: JsonObject.optional() });
const Ref = z.union([Id, Named]);
export const ActionRef = Ref;
export type ActionRef = z.infer<typeof ActionRef>;
export const GuardRef = Ref;
export type GuardRef = z.infer<typeof GuardRef>;

const oneOrMany = <T extends z.ZodType>(item: T): z.ZodUnion<[T, z.ZodArray<T>]> =>
  z.union([item, z.array(item)]);

export const TransitionConfig = z.strictObject({
  target: oneOrMany(z.string().min(1)).optional(),
  guard: GuardRef.optional(),
  actions: oneOrMany(ActionRef).optional(),
  reenter: z.boolean().optional(),
  description: z.string().optional(),
  meta: JsonObject.optional(),
});
export type TransitionConfig = z.infer<typeof TransitionConfig>;

const Transitions = z.union([z.string().min(1), TransitionConfig, z.array(TransitionConfig)]);
export type Transitions = z.infer<typeof Transitions>;

export const InvokeConfig = z.strictObject({
  id: Id,
  src: Id,
  systemId: Id.optional(),
  input: Json.optional(),
  onDone: Transitions.optional(),
  onError: Transitions.optional(),
  onSnapshot: Transitions.optional(),
});
export type InvokeConfig = z.infer<typeof InvokeConfig>;

/**
 * What people read about a state. `responsible`: the roles that must act here. `stage`, `milestone`, `maturity`: the guidebook's
 * words. `public: false` keeps the state off the public page. `resting`: nobody need act and no deadline is due, on purpose;
 * it says why in words.
 */
export const StateMeta = z.strictObject({
  title: LocalizedText.optional(),
  description: LocalizedText.optional(),
  stage: z.string().optional(),
  milestone: z.string().optional(),
  maturity: z.string().optional(),
  responsible: z.array(z.string()).optional(),
  public: z.boolean().optional(),
  resting: LocalizedText.optional(),
  official: z.boolean().optional(),
});
export type StateMeta = z.infer<typeof StateMeta>;

export interface StateNodeConfig {
  id?: string | undefined;
  type?: 'atomic' | 'compound' | 'parallel' | 'final' | 'history' | undefined;
  history?: 'shallow' | 'deep' | undefined;
  target?: string | undefined;
  initial?: string | { target: string; actions?: ActionRef | ActionRef[] | undefined } | undefined;
  context?: JsonObject | undefined;
  states?: Record<string, StateNodeConfig> | undefined;
  on?: Record<string, Transitions> | undefined;
  always?: Transitions | undefined;
  after?: Record<string, Transitions> | undefined;
  entry?: ActionRef | ActionRef[] | undefined;
  exit?: ActionRef | ActionRef[] | undefined;
  invoke?: InvokeConfig | InvokeConfig[] | undefined;
  onDone?: Transitions | undefined;
  output?: Json | undefined;
  tags?: string[] | undefined;
  meta?: StateMeta | undefined;
  description?: string | undefined;
}

/** XState 5's machine configuration as JSON. Keys are XState's own; anything else is refused by name. */
export const StateNodeConfig: z.ZodType<StateNodeConfig> = z.strictObject({
  id: Id.optional(),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']).optional(),
  history: z.enum(['shallow', 'deep']).optional(),
  target: z.string().optional(),
  initial: z
    .union([Id, z.strictObject({ target: Id, actions: oneOrMany(ActionRef).optional() })])
    .optional(),
  context: JsonObject.optional(),
  get states() {
    return z.record(Id, StateNodeConfig).optional();
  },
  on: z.record(Id, Transitions).optional(),
  always: Transitions.optional(),
  after: z.record(Id, Transitions).optional(),
  entry: oneOrMany(ActionRef).optional(),
  exit: oneOrMany(ActionRef).optional(),
  invoke: oneOrMany(InvokeConfig).optional(),
  onDone: Transitions.optional(),
  output: Json.optional(),
  tags: z.array(z.string()).optional(),
  meta: StateMeta.optional(),
  description: z.string().optional(),
});
