import type { AnyActorLogic } from 'xstate';
import type { CodeRules } from './code-rules.ts';
import type { Program } from '../program.ts';

/** An action as a developer writes it: a function of context, event and params that does something outside. */
export type CustomAction = (args: unknown, params: unknown) => unknown;

/** A developer's machine, read: how it steps, and what the worker does for it. */
export interface CodeMachine {
  readonly program: Program & { readonly code: CodeRules };
  /** What becomes an activity, by name. */
  readonly promises: ReadonlyMap<string, AnyActorLogic>;
  readonly actions: ReadonlyMap<string, CustomAction>;
  /** What becomes a child process, by name. */
  readonly children: ReadonlyMap<string, CodeMachine>;
}
