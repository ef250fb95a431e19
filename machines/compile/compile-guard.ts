import { and, not, or, stateIn } from 'xstate';
import { z } from 'zod';
import { isExpression } from '../../contracts/definition/expression.ts';
import { GuardRef } from '../../contracts/definition/state-node.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import { evaluate } from '../expression/evaluate.ts';
import { resolve } from '../expression/resolve.ts';
import type { Sight } from '../vocabulary/logic.ts';
import { guardLogic } from '../vocabulary/vocabulary.ts';
import type { CompileContext } from './compile-context.ts';
import { sightOf, viewOf, type Args } from './view-of.ts';

/** A guard as XState takes it. */
export type XStateGuard = ((args: Args, params?: unknown) => boolean) | object;

const several = z.strictObject({ guards: z.array(GuardRef).min(1) });

/** `and`, `or`, `not`, `stateIn`: XState's own guards as data. */
export const builtInGuards = ['and', 'or', 'not', 'stateIn'] as const;

export function compileGuard(ref: GuardRef, compiler: CompileContext): XStateGuard {
  const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
  const named = compiler.guard(type);
  if (named !== undefined) {
    if (isExpression(named)) return condition(type, named, params, compiler);
    return compileGuard({ type: named.type, params: { ...named.params, ...params } }, compiler);
  }
  return builtIn(type, params, compiler) ?? block(type, params, compiler);
}

function builtIn(
  type: string,
  params: JsonObject | undefined,
  compiler: CompileContext,
): XStateGuard | undefined {
  // XState types these helpers for guards known at compile time; here the machine is data.
  const all = (): never[] =>
    several.parse(params).guards.map((guard) => compileGuard(guard, compiler) as never);
  switch (type) {
    case 'and':
      return and(all());
    case 'or':
      return or(all());
    case 'not':
      return not(
        compileGuard(z.strictObject({ guard: GuardRef }).parse(params).guard, compiler) as never,
      );
    case 'stateIn':
      return stateIn(z.strictObject({ state: z.string() }).parse(params).state as never);
    default:
      return undefined;
  }
}

function condition(
  type: string,
  expression: { '@lang': 'cel'; '@expr': string },
  params: JsonObject | undefined,
  compiler: CompileContext,
): XStateGuard {
  return (args: Args) => {
    const own = resolve(params, viewOf(compiler.scope, args));
    const answer = evaluate(expression, viewOf(compiler.scope, args, own));
    if (typeof answer !== 'boolean')
      throw new Error(`The guard "${type}" gave ${JSON.stringify(answer)}, not true or false.`);
    return answer;
  };
}

function block(type: string, params: Json | undefined, compiler: CompileContext): XStateGuard {
  const logic = guardLogic(type);
  if (logic === undefined) throw compiler.unknown('guard', type);
  return (args: Args) =>
    logic.test(
      sightOf(compiler.scope, args) as Sight,
      logic.params.parse(resolve(params ?? {}, viewOf(compiler.scope, args))),
    );
}
