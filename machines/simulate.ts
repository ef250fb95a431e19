import type { Definition } from '../contracts/definition/definition.ts';
import type { Actor } from '../contracts/actor.ts';
import { systemActor } from '../contracts/actor.ts';
import type { DueRule, Effect } from '../contracts/effect.ts';
import type { Fact } from '../contracts/fact.ts';
import type { Json } from '../contracts/json.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { ProcessState } from '../contracts/process-state.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { admit } from './engine/admit.ts';
import { admitInput } from './engine/admit-input.ts';
import { advance, unstarted } from './engine/advance.ts';
import { completionEvent } from './engine/completion-event.ts';
import { compile } from './compile/compile.ts';
import type { Program } from './program.ts';

/** Resolves a due rule to an instant, as the calendar activity does. */
export type Calendar = (rule: DueRule, definition: Definition) => string;

interface Life {
  readonly program: Program;
  state: ProcessState;
  readonly entries: LedgerEntry[];
  readonly parent?: {
    readonly id: string;
    readonly invocation: string;
    readonly generation: number;
  };
  readonly children: Map<number, string>;
}

/**
 * A process and its children lived through without Temporal: a clock that moves only when told, the same `advance` as the real
 * thing. For tests, rehearsal and forecasts.
 */
export class Simulation {
  now: string;
  readonly effects: { process: string; type: string; params: Json }[] = [];
  private readonly lives = new Map<string, Life>();
  private readonly calendar: Calendar;

  constructor(startsAt: string, calendar: Calendar) {
    this.now = startsAt;
    this.calendar = calendar;
  }

  /** @param of a definition, or one compiled already, when many lives follow it */
  start(id: string, of: Definition | Program, input: Json, startedBy: Actor): void {
    this.begin(id, { program: 'scope' in of ? of : compile(of), input, startedBy });
  }

  /** @throws StatehouseError as the real process would answer */
  send(id: string, event: { type: string; [field: string]: Json }, actor: Actor): LedgerEntry {
    const life = this.life(id);
    admit(life.program, life.state, event, actor, this.now);
    const entry = this.record(id, { kind: 'event', at: this.now, actor, event });
    if (entry === undefined)
      throw new StatehouseError('NotAllowedNow', `"${event.type}" changed nothing.`);
    return entry;
  }

  /** Lives on until `instant`; every deadline on the way fires at its own time, earliest first. */
  advanceTo(instant: string): void {
    for (;;) {
      const next = this.nextDue();
      if (next === undefined || next.dueAt > instant) break;
      if (next.dueAt > this.now) this.now = next.dueAt;
      this.fire(next.process, next.id, next.generation, next.event);
    }
    if (instant > this.now) this.now = instant;
  }

  state(id: string): ProcessState {
    return this.life(id).state;
  }

  entries(id: string): readonly LedgerEntry[] {
    return this.life(id).entries;
  }

  program(id: string): Program {
    return this.life(id).program;
  }

  ids(): string[] {
    return [...this.lives.keys()];
  }

  private begin(
    id: string,
    {
      program,
      input,
      startedBy,
      parent,
    }: { program: Program; input: Json; startedBy: Actor; parent?: Life['parent'] },
  ): void {
    if (this.lives.has(id))
      throw new StatehouseError('ProcessExists', `There is a process "${id}" already.`);
    admitInput(program.definition, input);
    const life: Life = {
      program,
      state: unstarted(id, program, parent !== undefined),
      entries: [],
      ...(parent === undefined ? {} : { parent }),
      children: new Map(),
    };
    this.lives.set(id, life);
    const link = parent === undefined ? {} : { parent: parent.id };
    this.record(id, {
      kind: 'started',
      at: this.now,
      actor: startedBy,
      event: { type: administrative.started, input, ...link },
    });
  }

  private record(id: string, fact: Fact): LedgerEntry | undefined {
    const life = this.life(id);
    const result = advance(life.program, life.state, fact);
    if (result === undefined) return undefined;
    life.state = result.state;
    life.entries.push(result.entry);
    for (const effect of result.entry.effects) this.carryOut(id, life, effect);
    if (life.parent !== undefined && result.entry.status !== 'active')
      this.answerParent(life, life.parent);
    return result.entry;
  }

  private carryOut(id: string, life: Life, effect: Effect): void {
    switch (effect.kind) {
      case 'arm':
        if (effect.rule !== undefined && effect.dueAt === undefined)
          this.resolve(id, life, effect.id, effect.generation, effect.rule);
        return;
      case 'invoke':
        this.invoke(id, life, effect);
        return;
      case 'send':
        this.deliver(life, id, effect);
        return;
      case 'effect':
        this.effects.push({ process: id, type: effect.type, params: effect.params ?? null });
        return;
      case 'stop':
        this.stop(life, effect.generation);
        return;
      case 'cancel':
      case 'emit':
      case 'log':
        return;
    }
  }

  private resolve(
    process: string,
    life: Life,
    id: string,
    generation: number,
    rule: DueRule,
  ): void {
    const dueAt = this.calendar(rule, life.program.definition);
    this.record(process, {
      kind: 'deadline',
      at: this.now,
      actor: systemActor,
      event: { type: administrative.deadlineResolved, dueAt },
      about: { id, generation },
    });
  }

  private invoke(id: string, life: Life, effect: Extract<Effect, { kind: 'invoke' }>): void {
    const definition = life.program.definition.machines?.[effect.src];
    if (definition === undefined)
      throw new StatehouseError('InvalidDefinition', `No machine "${effect.src}".`);
    const child = `${id}.${effect.id}.${effect.generation}`;
    life.children.set(effect.generation, child);
    this.begin(child, {
      program: compile(definition),
      input: effect.input ?? {},
      startedBy: { subject: id, roles: ['process'] },
      parent: { id, invocation: effect.id, generation: effect.generation },
    });
  }

  private deliver(life: Life, from: string, effect: Extract<Effect, { kind: 'send' }>): void {
    const child =
      effect.generation === undefined ? undefined : life.children.get(effect.generation);
    const to = effect.to === '#self' ? from : effect.to === '#parent' ? life.parent?.id : child;
    if (to === undefined || this.life(to).state.snapshot['status'] !== 'active') return;
    const { event } = effect;
    this.record(to, {
      kind: 'delivery',
      at: this.now,
      actor: { subject: from, roles: ['process'] },
      event,
    });
  }

  private stop(life: Life, generation: number): void {
    const child = life.children.get(generation);
    if (child === undefined) return;
    const { program, state } = this.life(child);
    if (state.snapshot['status'] !== 'active' || program.definition.outlivesParent === true) return;
    this.record(child, {
      kind: 'administration',
      at: this.now,
      actor: systemActor,
      event: { type: administrative.stopped },
    });
  }

  private answerParent(life: Life, parent: NonNullable<Life['parent']>): void {
    const event = completionEvent(parent.invocation, life.state.snapshot);
    if (event === undefined || this.life(parent.id).state.snapshot['status'] !== 'active') return;
    this.record(parent.id, {
      kind: 'completion',
      at: this.now,
      actor: { subject: life.state.process, roles: ['process'] },
      event,
      about: { id: parent.invocation, generation: parent.generation },
    });
  }

  private fire(process: string, id: string, generation: number, event: Fact['event']): void {
    this.record(process, {
      kind: 'timer',
      at: this.now,
      actor: systemActor,
      event,
      about: { id, generation },
    });
  }

  private nextDue():
    | { process: string; id: string; generation: number; dueAt: string; event: Fact['event'] }
    | undefined {
    let first: ReturnType<Simulation['nextDue']>;
    for (const [process, { state }] of this.lives) {
      for (const { id, generation, dueAt, event } of state.suspension === null
        ? state.timers
        : []) {
        if (dueAt !== undefined && (first === undefined || dueAt < first.dueAt)) {
          first = {
            process,
            id,
            generation,
            dueAt,
            event,
          };
        }
      }
    }
    return first;
  }

  private life(id: string): Life {
    const life = this.lives.get(id);
    if (life === undefined)
      throw new StatehouseError('ProcessNotFound', `There is no process "${id}".`);
    return life;
  }
}
