import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

/** The part of XState's StateMachine that the engine uses, without the type parameters that only code machines have. */
export interface RunnableMachine {
  readonly id: string;
  readonly implementations: Pick<AnyStateMachine['implementations'], 'actors'>;
  getInitialSnapshot(scope: AnyActorScope, input: unknown): AnyMachineSnapshot;
  transition(
    snapshot: AnyMachineSnapshot,
    event: EventObject,
    scope: AnyActorScope,
  ): AnyMachineSnapshot;
  getPersistedSnapshot(snapshot: AnyMachineSnapshot): object;
  /** @throws Error when the machine has no such state */
  restoreSnapshot(persisted: unknown, scope: AnyActorScope): AnyMachineSnapshot;
  resolveState(config: { value: unknown; context: object }): AnyMachineSnapshot;
  /** The transitions that an event would take, their guards evaluated. */
  getTransitionData(
    snapshot: AnyMachineSnapshot,
    event: EventObject,
  ): readonly { readonly target?: unknown; readonly actions: readonly unknown[] }[];
}
