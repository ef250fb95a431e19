import type {
  ActionRef,
  InvokeConfig,
  StateNodeConfig,
  TransitionConfig,
  Transitions,
} from '../../contracts/definition/state-node.ts';
import type { Json } from '../../contracts/json.ts';
import { resolve } from '../expression/resolve.ts';
import { compileAction, type XStateAction } from './compile-action.ts';
import type { CompileContext } from './compile-context.ts';
import { compileGuard } from './compile-guard.ts';
import { viewOf, type Args } from './view-of.ts';

type Config = Record<string, unknown>;

/** One state node, and all below it, as XState's configuration: names become functions, the rest stays as it is. */
export function compileConfig(node: StateNodeConfig, compiler: CompileContext): Config {
  const {
    states,
    on,
    always,
    after,
    entry,
    exit,
    invoke,
    onDone,
    output,
    initial,
    context,
    ...rest
  } = node;
  return {
    ...rest,
    ...optional('initial', initial, (value) =>
      typeof value === 'string'
        ? value
        : { target: value.target, actions: actions(value.actions, compiler) },
    ),
    ...optional(
      'context',
      context,
      (template) => (args: Args) => resolve(template, viewOf(compiler.scope, args)),
    ),
    ...optional('states', states, (table) =>
      mapValues(table, (child) => compileConfig(child, compiler)),
    ),
    ...optional('on', on, (table) => mapValues(table, (value) => transitions(value, compiler))),
    ...optional('after', after, (table) =>
      mapValues(table, (value) => transitions(value, compiler)),
    ),
    ...optional('always', always, (value) => transitions(value, compiler)),
    ...optional('onDone', onDone, (value) => transitions(value, compiler)),
    ...optional('entry', entry, (value) => actions(value, compiler)),
    ...optional('exit', exit, (value) => actions(value, compiler)),
    ...optional('invoke', invoke, (value) => list(value).map((item) => invocation(item, compiler))),
    ...optional('output', output, (template) => dynamic(template, compiler)),
  };
}

function invocation(invoke: InvokeConfig, compiler: CompileContext): Config {
  const { onDone, onError, onSnapshot, input, ...rest } = invoke;
  compiler.useActor(invoke.src);
  return {
    ...rest,
    ...optional('input', input, (template) => dynamic(template, compiler)),
    ...optional('onDone', onDone, (value) => transitions(value, compiler)),
    ...optional('onError', onError, (value) => transitions(value, compiler)),
    ...optional('onSnapshot', onSnapshot, (value) => transitions(value, compiler)),
  };
}

function transitions(value: Transitions, compiler: CompileContext): string | Config[] {
  return typeof value === 'string' ? value : list(value).map((item) => transition(item, compiler));
}

function transition(value: TransitionConfig, compiler: CompileContext): Config {
  const { guard, actions: own, ...rest } = value;
  return {
    ...rest,
    ...optional('guard', guard, (ref) => compileGuard(ref, compiler)),
    ...optional('actions', own, (refs) => actions(refs, compiler)),
  };
}

function actions(
  refs: ActionRef | ActionRef[] | undefined,
  compiler: CompileContext,
): XStateAction[] {
  return refs === undefined ? [] : list(refs).flatMap((ref) => compileAction(ref, compiler));
}

function dynamic(template: Json, compiler: CompileContext): (args: Args) => Json | undefined {
  return (args) => resolve(template, viewOf(compiler.scope, args));
}

function optional<T>(key: string, value: T | undefined, convert: (value: T) => unknown): Config {
  return value === undefined ? {} : { [key]: convert(value) };
}

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

function mapValues<T>(table: Record<string, T>, convert: (value: T) => unknown): Config {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, convert(value)]));
}
