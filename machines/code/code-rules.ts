import type { AnyActorScope, AnyMachineSnapshot, ExecutableActionObject } from 'xstate';
import type { ProcessState } from '../../contracts/process-state.ts';

/** What differs when a program's rules are code rather than data. */
export interface CodeRules {
  /** Under which name the worker has it. */
  readonly name: string;
  /** Whether any state listens for such an event, wildcards included. */
  readonly hears: (type: string) => boolean;
  /** Runs code that may look at the clock or ask for chance, which must give the same whenever it is run again. */
  readonly within: <T>(
    before: Pick<ProcessState, 'process' | 'seq'>,
    at: string,
    run: () => T,
  ) => T;
  /** Gives actors without an id one that no other actor of this process has had. */
  readonly nameActors: (scope: AnyActorScope, before: ProcessState) => void;
  /** XState's actions of one step as the engine carries them out. @throws Error for what cannot be durable */
  readonly actionsOf: (
    before: AnyMachineSnapshot | undefined,
    after: AnyMachineSnapshot,
    actions: readonly ExecutableActionObject[],
  ) => ExecutableActionObject[];
}
