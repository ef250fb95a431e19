import type { Definition } from '../contracts/definition/definition.ts';
import type { Actor } from '../contracts/actor.ts';
import { systemActor } from '../contracts/actor.ts';
import type { DueRule, Effect } from '../contracts/effect.ts';
import type { Fact } from '../contracts/fact.ts';
import type { Json, JsonObject } from '../contracts/json.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { ProcessState } from '../contracts/process-state.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { admit } from './engine/admit.ts';
import { admitInput } from './engine/admit-input.ts';
import { advance, unstarted } from './engine/advance.ts';
import { completionEvent, errorEvent } from './engine/completion-event.ts';
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
  /** Words to a child that the same step has yet to start, by its generation. */
  readonly early: Map<number, Fact[]>;
  /** Facts that came while an earlier one was being carried out. */
  readonly mailbox: Fact[];
  busy: boolean;
}

type Invoke = Extract<Effect, { kind: 'invoke' }>;

interface Beginning {
  readonly program: Program;
  readonly input: Json;
  readonly startedBy: Actor;
  readonly parent?: Life['parent'];
  readonly early?: readonly Fact[];
}

interface Due {
  readonly process: string;
  readonly id: string;
  readonly generation: number;
  readonly dueAt: string;
  readonly event: Fact['event'];
  readonly order: number;
}

/**
 * A process and its children lived through without Temporal: a clock that moves only when told, the same `advance` as the real
 * thing. A word to another process is taken at once, one to a process that is itself in the midst of a step afterwards, in the
 * order of XState's own actors. For tests, rehearsal and forecasts.
 */
export class Simulation {
  now: string;
  readonly effects: { process: string; type: string; params: Json }[] = [];
  private readonly lives = new Map<string, Life>();
  /** In which order deadlines were set, of which several may fall on one instant. */
  private readonly armings = new Map<string, number>();
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
    const entry = this.take(id, { kind: 'event', at: this.now, actor, event });
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

  private begin(id: string, { program, input, startedBy, parent, early = [] }: Beginning): void {
    if (this.lives.has(id))
      throw new StatehouseError('ProcessExists', `There is a process "${id}" already.`);
    admitInput(program.definition, input);
    const life: Life = {
      program,
      state: unstarted(id, program, parent !== undefined),
      entries: [],
      ...(parent === undefined ? {} : { parent }),
      children: new Map(),
      early: new Map(),
      mailbox: [...early],
      busy: false,
    };
    this.lives.set(id, life);
    const link = parent === undefined ? {} : { parent: parent.id };
    this.take(id, {
      kind: 'started',
      at: this.now,
      actor: startedBy,
      event: { type: administrative.started, input, ...link },
    });
  }

  /** Takes a fact and all that came in meanwhile; within a step of the same process it waits until that is over. */
  private take(id: string, fact: Fact): LedgerEntry | undefined {
    const life = this.life(id);
    if (life.busy) {
      life.mailbox.push(fact);
      return undefined;
    }
    life.busy = true;
    try {
      const entry = this.record(id, life, fact);
      for (let next = life.mailbox.shift(); next !== undefined; next = life.mailbox.shift())
        this.record(id, life, { ...next, at: this.now });
      return entry;
    } finally {
      life.busy = false;
      life.mailbox.length = 0;
    }
  }

  private record(id: string, life: Life, fact: Fact): LedgerEntry | undefined {
    const result = advance(life.program, life.state, fact);
    if (result === undefined) return undefined;
    life.state = result.state;
    life.entries.push(result.entry);
    const { effects } = result.entry;
    const ordered = fact.kind === 'started' ? this.childrenFirst(life, effects) : effects;
    for (const effect of ordered) this.carryOut(id, life, effect);
    if (result.entry.status === 'active') return result.entry;
    life.mailbox.length = 0;
    const event =
      life.parent === undefined
        ? undefined
        : completionEvent(life.parent.invocation, life.state.snapshot);
    if (event !== undefined) this.answerParent(life, event);
    return result.entry;
  }

  /** As it starts, an XState actor starts the children it begins with before anything else; those that are done or have failed come in their turn. */
  private childrenFirst(life: Life, effects: readonly Effect[]): readonly Effect[] {
    const begun = Object.keys((life.state.snapshot['children'] ?? {}) as JsonObject);
    const first = begun.flatMap((id) =>
      effects.filter(
        (effect) => effect.kind === 'invoke' && effect.id === id && this.staysActive(life, effect),
      ),
    );
    return [...first, ...effects.filter((effect) => !first.includes(effect))];
  }

  /** Whether the child will be active after its first step. */
  private staysActive({ program }: Life, { src, input }: Invoke): boolean {
    const child = compile(this.definitionOf(program, src));
    const event = { type: administrative.started, input: input ?? {} };
    try {
      const first = advance(child, unstarted('child', child, true), {
        kind: 'started',
        at: this.now,
        actor: systemActor,
        event,
      });
      return first?.entry.status === 'active';
    } catch {
      // It cannot begin; starting it will say so.
      return false;
    }
  }

  private definitionOf({ definition }: Program, src: string): Definition {
    const child = definition.machines?.[src];
    if (child !== undefined) return child;
    throw new StatehouseError('InvalidDefinition', `No machine "${src}".`);
  }

  private carryOut(id: string, life: Life, effect: Effect): void {
    switch (effect.kind) {
      case 'arm':
        this.armings.set(`${id} ${effect.generation}`, this.armings.size);
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
    this.record(process, life, {
      kind: 'deadline',
      at: this.now,
      actor: systemActor,
      event: { type: administrative.deadlineResolved, dueAt },
      about: { id, generation },
    });
  }

  private invoke(id: string, life: Life, effect: Invoke): void {
    const definition = this.definitionOf(life.program, effect.src);
    const child = `${id}.${effect.id}.${effect.generation}`;
    life.children.set(effect.generation, child);
    try {
      this.begin(child, {
        program: compile(definition),
        input: effect.input ?? {},
        startedBy: { subject: id, roles: ['process'] },
        parent: { id, invocation: effect.id, generation: effect.generation },
        early: life.early.get(effect.generation) ?? [],
      });
    } catch (error) {
      const failed = this.life(child);
      // It has begun and failed later, or it could not even begin: then it answers with its error.
      if (failed.entries.length > 0 || !(error instanceof StatehouseError)) throw error;
      this.lives.delete(child);
      this.answerParent(failed, errorEvent(effect.id, { message: error.message }));
    }
  }

  private deliver(life: Life, from: string, effect: Extract<Effect, { kind: 'send' }>): void {
    const { generation, event } = effect;
    const child = generation === undefined ? undefined : life.children.get(generation);
    const fact: Fact = {
      kind: 'delivery',
      at: this.now,
      actor: { subject: from, roles: ['process'] },
      event,
    };
    if (generation !== undefined && child === undefined)
      life.early.set(generation, [...(life.early.get(generation) ?? []), fact]);
    const to = effect.to === '#self' ? from : effect.to === '#parent' ? life.parent?.id : child;
    if (to === undefined || this.lives.get(to)?.state.snapshot['status'] !== 'active') return;
    this.take(to, fact);
  }

  private stop(life: Life, generation: number): void {
    const child = life.children.get(generation);
    if (child === undefined) return;
    const { program, state, mailbox } = this.lives.get(child) ?? {};
    if (state?.snapshot['status'] !== 'active' || program?.definition.outlivesParent === true)
      return;
    if (mailbox !== undefined) mailbox.length = 0;
    this.take(child, {
      kind: 'administration',
      at: this.now,
      actor: systemActor,
      event: { type: administrative.stopped },
    });
  }

  private answerParent({ parent, state }: Life, event: Fact['event']): void {
    if (parent === undefined || this.life(parent.id).state.snapshot['status'] !== 'active') return;
    this.take(parent.id, {
      kind: 'completion',
      at: this.now,
      actor: { subject: state.process, roles: ['process'] },
      event,
      about: { id: parent.invocation, generation: parent.generation },
    });
  }

  private fire(process: string, id: string, generation: number, event: Fact['event']): void {
    this.take(process, {
      kind: 'timer',
      at: this.now,
      actor: systemActor,
      event,
      about: { id, generation },
    });
  }

  /** The earliest deadline; of several at one instant, the one that was set first. */
  private nextDue(): Due | undefined {
    let first: Due | undefined;
    for (const [process, { state }] of this.lives) {
      for (const timer of state.suspension === null ? state.timers : []) {
        const { id, generation, dueAt, event } = timer;
        if (dueAt === undefined) continue;
        const order = this.armings.get(`${process} ${generation}`) ?? 0;
        if (
          first === undefined ||
          dueAt < first.dueAt ||
          (dueAt === first.dueAt && order < first.order)
        )
          first = { process, id, generation, dueAt, event, order };
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
