import type { Definition } from '../contracts/definition/definition.ts';
import type { CodeRules } from './code/code-rules.ts';
import type { GuardExplanations } from './compile/guard-explanation.ts';
import type { RunnableMachine } from './runnable-machine.ts';
import type { StepScope } from './step-scope.ts';

/** A definition made runnable. */
export interface Program {
  readonly definition: Definition;
  /** Content hash of the definition. */
  readonly hash: string;
  readonly explanations: GuardExplanations;
  readonly machine: RunnableMachine;
  /** Set at the beginning of every step by `advance`. */
  readonly scope: StepScope;
  /** Present when the rules are a developer's code; the definition then only describes them. */
  readonly code?: CodeRules;
}
