import type { z } from '../../contracts/zod.ts';
import type { Json } from '../../contracts/json.ts';
import type { LocalizedText } from '../../contracts/localized-text.ts';

export type Context = Readonly<Record<string, Json>>;

/** What a building block sees: never a clock, only the instant of the fact. */
export interface Sight {
  readonly context: Context;
  readonly event: Readonly<Record<string, Json>> & { readonly type: string };
  /** ISO instant. */
  readonly now: string;
}

/** A condition by name. `describe` says it in words, for the question «why not yet?». */
export interface GuardLogic<P = Json> {
  readonly kind: 'guard';
  readonly params: z.ZodType<P>;
  readonly describe: (params: P) => LocalizedText;
  readonly test: (sight: Sight, params: P) => boolean;
  /** True when the answer depends on the event even if no parameter mentions it. */
  readonly readsEvent?: boolean;
}

/** A change of the context by name. Returns only the fields that change. */
export interface AssignLogic<P = Json> {
  readonly kind: 'assign';
  readonly params: z.ZodType<P>;
  readonly assign: (sight: Sight, params: P) => Context;
}

/** Something done outside, by the activity of the same name. */
export interface EffectLogic<P = Json> {
  readonly kind: 'effect';
  readonly params: z.ZodType<P>;
}

export function defineGuard<P>(logic: Omit<GuardLogic<P>, 'kind'>): GuardLogic<P> {
  return { kind: 'guard', ...logic };
}

export function defineAssign<P>(logic: Omit<AssignLogic<P>, 'kind'>): AssignLogic<P> {
  return { kind: 'assign', ...logic };
}

export function defineEffect<P>(logic: Omit<EffectLogic<P>, 'kind'>): EffectLogic<P> {
  return { kind: 'effect', ...logic };
}
