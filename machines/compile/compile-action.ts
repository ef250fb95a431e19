import {
  assign,
  cancel,
  emit,
  log,
  raise,
  sendParent,
  sendTo,
  spawnChild,
  stopChild,
  type AnyEventObject,
} from 'xstate';
import { z } from 'zod';
import type { ActionRef } from '../../contracts/definition/state-node.ts';
import { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { Expression } from '../../contracts/definition/expression.ts';
import { Json, JsonObject } from '../../contracts/json.ts';
import { resolve } from '../expression/resolve.ts';
import { assignLogic, effectLogic } from '../vocabulary/vocabulary.ts';
import type { Sight } from '../vocabulary/logic.ts';
import { compileDelay } from './compile-delay.ts';
import type { CompileContext } from './compile-context.ts';
import { sightOf, viewOf, type Args } from './view-of.ts';

/** An action as XState takes it in a configuration. */
export type XStateAction = object;

const text = z.union([z.string(), Expression]);
const delayed = { delay: DelayDefinition.optional(), id: text.optional() };

/** XState's own actions as data: parameters and how each becomes XState's. `stopChild` and `cancel` take an id. */
const builtIns: Record<
  string,
  (params: Json | undefined, compiler: CompileContext) => XStateAction
> = {
  raise: (params, compiler) => {
    const { event, ...options } = z.strictObject({ event: JsonObject, ...delayed }).parse(params);
    return raise((args: Args) => eventOf(event, args, compiler), timing(options, compiler));
  },
  sendTo: (params, compiler) => {
    const { to, event, ...options } = z
      .strictObject({ to: text, event: JsonObject, ...delayed })
      .parse(params);
    return sendTo(
      (args: Args) => textOf(to, args, compiler),
      (args: Args) => eventOf(event, args, compiler),
      timing(options, compiler),
    );
  },
  sendParent: (params, compiler) => {
    const { event, ...options } = z.strictObject({ event: JsonObject, ...delayed }).parse(params);
    return sendParent((args: Args) => eventOf(event, args, compiler), timing(options, compiler));
  },
  cancel: (params, compiler) => {
    const { id } = z.strictObject({ id: text }).parse(params);
    return cancel((args: Args) => textOf(id, args, compiler));
  },
  stopChild: (params, compiler) => {
    const { id } = z.strictObject({ id: text }).parse(params);
    return stopChild((args: Args) => textOf(id, args, compiler));
  },
  emit: (params, compiler) => {
    const { event } = z.strictObject({ event: JsonObject }).parse(params);
    return emit((args: Args) => eventOf(event, args, compiler));
  },
  log: (params, compiler) => {
    const { value, label } = z
      .strictObject({ value: Json, label: z.string().optional() })
      .parse(params);
    return log((args: Args) => resolve(value, viewOf(compiler.scope, args)), label);
  },
  spawnChild: (params, compiler) => {
    const { src, id, input } = z
      .strictObject({ src: z.string(), id: text, input: Json.optional() })
      .parse(params);
    compiler.useActor(src);
    // XState accepts a function for `id` at run time; its types name only text.
    const ownId = (args: Args): string => textOf(id, args, compiler);
    return spawnChild(src, {
      id: ownId as unknown as string,
      input: (args: Args) => resolve(input, viewOf(compiler.scope, args)),
    });
  },
};

export const builtInActions: readonly string[] = Object.keys(builtIns);

/** The XState actions that a reference stands for; a named action of the definition may stand for several. */
export function compileAction(ref: ActionRef, compiler: CompileContext): XStateAction[] {
  const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
  const named = compiler.action(type);
  if (named !== undefined) {
    return (Array.isArray(named) ? named : [named]).flatMap((part) =>
      compileBlock(part.type, part.params, compiler),
    );
  }
  return compileBlock(type, params, compiler);
}

function compileBlock(
  type: string,
  params: Json | undefined,
  compiler: CompileContext,
): XStateAction[] {
  if (Object.hasOwn(builtIns, type)) return [builtIns[type]?.(params, compiler) ?? {}];
  const assigning = assignLogic(type);
  if (assigning !== undefined) {
    return [
      assign((args: Args) =>
        assigning.assign(
          sightOf(compiler.scope, args) as Sight,
          paramsOf(assigning.params, params, args, compiler),
        ),
      ),
    ];
  }
  const effect = effectLogic(type);
  if (effect !== undefined) {
    return [{ type, params: (args: Args) => paramsOf(effect.params, params, args, compiler) }];
  }
  throw compiler.unknown('action', type);
}

function paramsOf(
  schema: z.ZodType<Json>,
  params: Json | undefined,
  args: Args,
  compiler: CompileContext,
): Json {
  return schema.parse(resolve(params ?? {}, viewOf(compiler.scope, args)));
}

function eventOf(template: JsonObject, args: Args, compiler: CompileContext): AnyEventObject {
  const event = resolve(template, viewOf(compiler.scope, args)) as JsonObject;
  if (typeof event['type'] !== 'string') throw new Error('An event needs a type that is text.');
  return event as AnyEventObject;
}

function textOf(template: z.infer<typeof text>, args: Args, compiler: CompileContext): string {
  const value = resolve(template, viewOf(compiler.scope, args));
  if (typeof value !== 'string')
    throw new Error(`An id must be text, not ${JSON.stringify(value)}.`);
  return value;
}

function timing(
  options: {
    delay?: z.infer<typeof DelayDefinition> | undefined;
    id?: z.infer<typeof text> | undefined;
  },
  compiler: CompileContext,
): { id?: string; delay?: (args: Args) => number } {
  const { delay, id } = options;
  if (id !== undefined && typeof id !== 'string')
    throw compiler.unknown('fixed id', JSON.stringify(id));
  const logic =
    delay === undefined
      ? undefined
      : compileDelay(
          id ?? 'delayed event',
          compiler.delay(delay),
          compiler.scope,
          compiler.hasCalendar,
        );
  return {
    ...(id === undefined ? {} : { id }),
    ...(logic === undefined ? {} : { delay: (args: Args) => logic(viewOf(compiler.scope, args)) }),
  };
}
