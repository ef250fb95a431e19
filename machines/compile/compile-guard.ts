import { and, not, or, stateIn } from 'xstate';
import { isExpression, type Expression } from '../../contracts/definition/expression.ts';
import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { GuardRef } from '../../contracts/definition/state-node.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import { evaluate } from '../expression/evaluate.ts';
import { readsEvent } from '../expression/reads-event.ts';
import { resolve } from '../expression/resolve.ts';
import type { Sight } from '../vocabulary/logic.ts';
import { guardLogic } from '../vocabulary/vocabulary.ts';
import { builtInGuardParams as schemas } from './built-in-params.ts';
import type { CompileContext } from './compile-context.ts';
import { parseParams } from './parse-params.ts';
import { sightOf, viewOf, type Args } from './view-of.ts';

/** A guard as XState takes it. */
export type XStateGuard = ((args: Args, params?: unknown) => boolean) | object;

/**
 * A guard as XState takes it; what it means in words is kept in `compiler.explanations`.
 *
 * @throws StatehouseError `InvalidDefinition` for a name that neither the definition nor the vocabulary has
 */
export function compileGuard(ref: GuardRef, compiler: CompileContext): XStateGuard {
  const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
  const named = compiler.guard(type);
  if (named !== undefined && isExpression(named)) return condition(type, named, params, compiler);
  if (named === undefined) return builtIn(type, params, compiler) ?? block(type, params, compiler);
  compiler.openGuards.add(type);
  const guard = compileGuard(
    { type: named.type, params: { ...named.params, ...params } },
    compiler,
  );
  compiler.openGuards.delete(type);
  const explanation = compiler.explanations.get(guard);
  const { title } = named;
  if (explanation === undefined || title === undefined) return guard;
  const { parts: _parts, ...own } = explanation;
  compiler.explanations.set(guard, { ...own, words: () => title });
  return guard;
}

function builtIn(
  type: string,
  params: JsonObject | undefined,
  compiler: CompileContext,
): XStateGuard | undefined {
  switch (type) {
    case 'and':
      return combine(parseParams(type, schemas[type], params ?? {}).guards, compiler, all);
    case 'or':
      return combine(parseParams(type, schemas[type], params ?? {}).guards, compiler, any);
    case 'not':
      return combine([parseParams(type, schemas.not, params ?? {}).guard], compiler, none);
    case 'stateIn':
      return inState(parseParams(type, schemas.stateIn, params ?? {}).state, compiler);
    default:
      return undefined;
  }
}

interface Combination {
  // XState types these helpers for guards known at compile time; here the machine is data.
  readonly guard: (guards: never[]) => XStateGuard;
  readonly holds: (answers: boolean[]) => boolean;
  readonly words: (parts: LocalizedText[]) => LocalizedText;
}

const all: Combination = {
  guard: (guards) => and(guards),
  holds: (answers) => answers.every(Boolean),
  words: (parts) => joined(parts, { en: ' and ', it: ' e ' }),
};
const any: Combination = {
  guard: (guards) => or(guards),
  holds: (answers) => answers.some(Boolean),
  words: (parts) => joined(parts, { en: ' or ', it: ' oppure ' }),
};
const none: Combination = {
  guard: ([guard]) => not(guard as never),
  holds: ([answer]) => answer !== true,
  words: (parts) => joined(parts, { en: 'not: ', it: 'non: ' }, true),
};

function combine(refs: GuardRef[], compiler: CompileContext, how: Combination): XStateGuard {
  const guards = refs.map((ref) => compileGuard(ref, compiler));
  const parts = guards.flatMap((guard) => compiler.explanations.get(guard) ?? []);
  const combined = how.guard(guards as never[]);
  compiler.explanations.set(combined, {
    readsEvent: parts.some((part) => part.readsEvent),
    words: (args) => how.words(parts.map((part) => part.words(args))),
    holds: (args, snapshot) => how.holds(parts.map((part) => part.holds(args, snapshot))),
    ...(how === all ? { parts } : {}),
  });
  return combined;
}

function joined(parts: LocalizedText[], link: LocalizedText, prefix = false): LocalizedText {
  const languages = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries(
    [...languages].map((language) => {
      const between = link[language] ?? link['en'] ?? ', ';
      const texts = parts.map((part) => part[language] ?? Object.values(part)[0] ?? '');
      return [language, prefix ? `${between}${texts.join('')}` : texts.join(between)];
    }),
  );
}

function inState(state: string, compiler: CompileContext): XStateGuard {
  const guard = stateIn(state as never);
  compiler.explanations.set(guard, {
    readsEvent: false,
    words: () => ({ en: `the process is in "${state}"`, it: `il processo è in "${state}"` }),
    holds: (_args, snapshot) =>
      state.startsWith('#')
        ? snapshot._nodes.includes(snapshot.machine.getStateNodeById(state))
        : snapshot.matches(state),
  });
  return guard;
}

function condition(
  type: string,
  expression: Extract<GuardDefinition, Expression>,
  params: JsonObject | undefined,
  compiler: CompileContext,
): XStateGuard {
  const guard = (args: Args): boolean => {
    const own = resolve(params, viewOf(compiler.scope, args));
    const answer = evaluate(expression, viewOf(compiler.scope, args, own));
    if (typeof answer !== 'boolean') {
      throw new Error(`The guard "${type}" gave ${JSON.stringify(answer)}, not true or false.`);
    }
    return answer;
  };
  compiler.explanations.set(guard, {
    readsEvent: readsEvent(expression) || readsEvent(params),
    words: () => expression.title,
    holds: guard,
  });
  return guard;
}

function block(type: string, params: Json | undefined, compiler: CompileContext): XStateGuard {
  const logic = guardLogic(type);
  if (logic === undefined) throw compiler.unknown('guard', type);
  const own = (args: Args): Json =>
    parseParams(type, logic.params, resolve(params ?? {}, viewOf(compiler.scope, args)));
  const guard = (args: Args): boolean =>
    logic.test(sightOf(compiler.scope, args) as Sight, own(args));
  compiler.explanations.set(guard, {
    readsEvent: logic.readsEvent === true || readsEvent(params),
    words: (args) => logic.describe(own(args)),
    holds: guard,
  });
  return guard;
}
