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
import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import type { ActionRef } from '../../contracts/definition/state-node.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { resolve } from '../expression/resolve.ts';
import type { Sight } from '../vocabulary/logic.ts';
import { assignLogic, effectLogic } from '../vocabulary/vocabulary.ts';
import { builtInActionParams as schemas } from './built-in-params.ts';
import type { CompileContext } from './compile-context.ts';
import { compileDelay } from './compile-delay.ts';
import { parseParams } from './parse-params.ts';
import { sightOf, viewOf, type Args } from './view-of.ts';

/** An action as XState takes it in a configuration. */
export type XStateAction = object;

const builtIns: Record<
  keyof typeof schemas,
  (params: Json, compiler: CompileContext) => XStateAction
> = {
  raise: (params, compiler) => {
    const { event, ...options } = parseParams('raise', schemas.raise, params);
    return raise((args: Args) => eventOf(event, args, compiler), timing(options, compiler));
  },
  sendTo: (params, compiler) => {
    const { to, event, ...options } = parseParams('sendTo', schemas.sendTo, params);
    return sendTo(
      (args: Args) => textOf(to, args, compiler),
      (args: Args) => eventOf(event, args, compiler),
      timing(options, compiler),
    );
  },
  sendParent: (params, compiler) => {
    const { event, ...options } = parseParams('sendParent', schemas.sendParent, params);
    return sendParent((args: Args) => eventOf(event, args, compiler), timing(options, compiler));
  },
  cancel: (params, compiler) => {
    const { id } = parseParams('cancel', schemas.cancel, params);
    return cancel((args: Args) => textOf(id, args, compiler));
  },
  stopChild: (params, compiler) => {
    const { id } = parseParams('stopChild', schemas.stopChild, params);
    return stopChild((args: Args) => textOf(id, args, compiler));
  },
  emit: (params, compiler) => {
    const { event } = parseParams('emit', schemas.emit, params);
    return emit((args: Args) => eventOf(event, args, compiler));
  },
  log: (params, compiler) => {
    const { value, label } = parseParams('log', schemas.log, params);
    return log((args: Args) => resolve(value, viewOf(compiler.scope, args)), label);
  },
  spawnChild: (params, compiler) => {
    const { src, id, input } = parseParams('spawnChild', schemas.spawnChild, params);
    compiler.useActor(src);
    // XState accepts a function for `id` at run time; its types name only text.
    const ownId = (args: Args): string => textOf(id, args, compiler);
    return spawnChild(src, {
      id: ownId,
      input: (args: Args) => resolve(input, viewOf(compiler.scope, args)),
    });
  },
};

/** The XState actions that a reference stands for; a named action of the definition may stand for several. */
export function compileAction(ref: ActionRef, compiler: CompileContext): XStateAction[] {
  const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
  const named = compiler.action(type);
  if (named === undefined) return [compileBlock(type, params, compiler)];
  if (params !== undefined) {
    throw new StatehouseError(
      'InvalidDefinition',
      `The action "${type}" has its parameters where it is defined; it takes none where it is used.`,
      { type },
    );
  }
  return (Array.isArray(named) ? named : [named]).map((part) =>
    compileBlock(part.type, part.params, compiler),
  );
}

function compileBlock(
  type: string,
  params: Json | undefined,
  compiler: CompileContext,
): XStateAction {
  if (isBuiltIn(type)) return builtIns[type](params ?? {}, compiler);
  const own = <T>(schema: Parameters<typeof parseParams<T>>[1], args: Args): T =>
    parseParams(type, schema, resolve(params ?? {}, viewOf(compiler.scope, args)));
  const assigning = assignLogic(type);
  if (assigning !== undefined) {
    return assign((args: Args) =>
      assigning.assign(sightOf(compiler.scope, args) as Sight, own(assigning.params, args)),
    );
  }
  const effect = effectLogic(type);
  if (effect !== undefined) return { type, params: (args: Args) => own(effect.params, args) };
  throw compiler.unknown('action', type);
}

function isBuiltIn(type: string): type is keyof typeof builtIns {
  return Object.hasOwn(builtIns, type);
}

function eventOf(template: JsonObject, args: Args, compiler: CompileContext): AnyEventObject {
  const event = resolve(template, viewOf(compiler.scope, args)) as JsonObject;
  if (typeof event['type'] !== 'string') throw new Error('An event needs a type that is text.');
  return event as AnyEventObject;
}

function textOf(template: Json, args: Args, compiler: CompileContext): string {
  const value = resolve(template, viewOf(compiler.scope, args));
  if (typeof value !== 'string')
    throw new Error(`An id must be text, not ${JSON.stringify(value)}.`);
  return value;
}

function timing(
  { delay, id }: { delay?: DelayDefinition | undefined; id?: string | undefined },
  compiler: CompileContext,
): { id?: string; delay?: (args: Args) => number } {
  const named = id === undefined ? {} : { id };
  if (delay === undefined) return named;
  const name = typeof delay === 'string' ? delay : (id ?? 'delayed event');
  const logic = compileDelay(name, compiler.delay(delay), compiler.scope, compiler.hasCalendar);
  return { ...named, delay: (args: Args) => logic(viewOf(compiler.scope, args)) };
}
