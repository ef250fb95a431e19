import type { AnyStateMachine } from 'xstate';
import type { Definition } from '../contracts/definition/definition.ts';
import type { StepScope } from './step-scope.ts';

/** A definition made runnable. */
export interface Program {
  readonly definition: Definition;
  /** Content hash of the definition. */
  readonly hash: string;
  readonly machine: AnyStateMachine;
  /** Set at the beginning of every step by `advance`. */
  readonly scope: StepScope;
}
