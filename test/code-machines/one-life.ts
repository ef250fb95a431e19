import type { AnyStateMachine } from 'xstate';
import type { Effect } from '../../contracts/effect.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { Json } from '../../contracts/json.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';
import { admit } from '../../machines/engine/admit.ts';
import { advance, unstarted } from '../../machines/engine/advance.ts';
import { readCodeMachine } from '../../machines/code/read-code-machine.ts';
import type { Program } from '../../machines/program.ts';

const actor = { subject: 'ada', roles: [] };

/** A code machine stepped by hand, without Temporal. */
export class OneLife {
  readonly program: Program;
  state: ProcessState;
  effects: readonly Effect[] = [];

  constructor(machine: AnyStateMachine, input: Json = {}) {
    this.program = readCodeMachine(machine, machine.id).program;
    this.state = unstarted('life', this.program, false);
    this.take('started', { type: 'statehouse.started', input });
  }

  get value(): Json | undefined {
    return this.state.snapshot['value'];
  }

  get context(): Json | undefined {
    return this.state.snapshot['context'];
  }

  /** Whether it would be taken, as the validator asks before anything is recorded. */
  ask(event: RecordedEvent): void {
    admit(this.program, this.state, event, actor, this.now());
  }

  send(event: RecordedEvent): readonly Effect[] {
    this.ask(event);
    return this.take('event', event);
  }

  private take(kind: Fact['kind'], event: RecordedEvent): readonly Effect[] {
    const result = advance(this.program, this.state, { kind, at: this.now(), actor, event });
    if (result === undefined) throw new Error('The fact came too late.');
    this.state = result.state;
    this.effects = result.entry.effects;
    return this.effects;
  }

  private now(): string {
    return new Date(Date.UTC(2030, 0, 1) + this.state.seq * 1000).toISOString();
  }
}
