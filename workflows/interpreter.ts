import { uuid4 } from '@temporalio/workflow';
import type { Actor } from '../contracts/actor.ts';
import type { SealedValue } from '../contracts/commitment.ts';
import type { Effect } from '../contracts/effect.ts';
import type { Fact } from '../contracts/fact.ts';
import type { LedgerEntry, LedgerRecord } from '../contracts/ledger-entry.ts';
import type { CodeProcessInput, ProcessInput } from '../contracts/process-input.ts';
import type { RecordedEvent } from '../contracts/recorded-event.ts';
import type { ProcessState } from '../contracts/process-state.ts';
import type { Delivery } from '../contracts/wire-inputs.ts';
import { compile } from '../machines/compile/compile.ts';
import { parentId, selfId } from '../machines/engine/actor-scope.ts';
import { advance, unstarted } from '../machines/engine/advance.ts';
import { completionEvent } from '../machines/engine/completion-event.ts';
import type { Program } from '../machines/program.ts';
import type { Carried, ChildLink, StuckFact, Task } from './carried.ts';
import { findMachine, type DurableMachine } from './durable.ts';
import { KeyWindow } from './key-window.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { startsFirst } from './starts-first.ts';

export type AnyProcessInput = ProcessInput | CodeProcessInput;

/**
 * A process in memory. Everything that changes it goes through `record`, which is synchronous: between reading the state and
 * writing it nothing else can happen. What a step asks of the outside is only queued here; the lanes carry it out.
 */
export class Interpreter {
  readonly input: AnyProcessInput;
  /** Present when the rules are code of this worker. */
  readonly code: DurableMachine | undefined;
  program: Program;
  state: ProcessState;
  readonly keys: KeyWindow;
  readonly unflushed: LedgerRecord[];
  /** Outside work, in order. */
  readonly outward: Task[];
  /** Children to start and words to other processes, in order. */
  readonly between: Task[];
  /** Words from other processes that arrived while the process was suspended. */
  readonly held: Delivery[];
  readonly children: ChildLink[];
  /** Facts without a sender that the machine failed on; they are tried again, never dropped. */
  readonly stuck: StuckFact[];
  /** Invoked activities to start, not to be carried: continue-as-new waits for them. */
  readonly activities: Extract<Task, { kind: 'invoke' }>[] = [];
  /** Deadlines whose rule the calendar has yet to resolve. */
  readonly unresolved: { id: string; generation: number }[] = [];
  /** Words from other processes that were taken; a person's keys are kept apart, or one could take the place of a word. */
  readonly delivered: string[];
  /** Generations whose activity must be called off. */
  readonly calledOff = new Set<number>();
  readonly offset: number;
  definitionStored: boolean;
  /** Why a lane cannot proceed at the moment: each clears its own only. */
  readonly faults = new Map<'ledger' | 'outward' | 'calendar' | 'machine', string>();
  /** Facts and children of this run, for the decision to continue as new. */
  facts = 0;
  startedChild = false;
  lastAt: string;

  constructor(input: AnyProcessInput, carried: Carried | undefined) {
    this.input = input;
    this.code = 'machine' in input ? findMachine(input.machine) : undefined;
    this.program =
      'definition' in input ? compile(input.definition) : findMachine(input.machine).program;
    const { rehearsal } = input;
    this.offset =
      carried?.offset ??
      (rehearsal === undefined
        ? 0
        : 'offset' in rehearsal
          ? rehearsal.offset
          : Date.parse(rehearsal.startsAt) - Date.now());
    this.lastAt = carried?.lastAt ?? new Date(0).toISOString();
    this.state = carried?.state ?? unstarted(input.id, this.program, input.parent !== undefined);
    this.keys = new KeyWindow(carried?.keys);
    this.unflushed = carried?.unflushed ?? [];
    this.outward = carried?.outward ?? [];
    this.between = carried?.between ?? [];
    this.held = carried?.held ?? [];
    this.delivered = carried?.delivered ?? [];
    this.children = carried?.children ?? [];
    this.stuck = carried?.stuck ?? [];
    this.definitionStored = carried?.definitionStored ?? false;
    for (const { id, generation, rule, dueAt } of this.state.timers) {
      if (rule !== undefined && dueAt === undefined) this.unresolved.push({ id, generation });
    }
  }

  get status(): LedgerEntry['status'] {
    return (this.state.snapshot['status'] ?? 'active') as LedgerEntry['status'];
  }

  get fault(): string | null {
    return this.faults.size === 0 ? null : [...this.faults.values()].join(' ');
  }

  /** The instant of the next fact: never before that of the last one. */
  now(): string {
    const now = new Date(Date.now() + this.offset).toISOString();
    return now > this.lastAt ? now : this.lastAt;
  }

  /**
   * Takes a fact: the state moves on, its entry waits for the ledger, its effects wait in their lanes.
   *
   * @returns the entry, or `undefined` for a fact that came too late to matter
   * @throws StatehouseError as `advance`; nothing has changed then
   */
  record(fact: Fact, values: SealedValue[] = [], next?: Program): LedgerEntry | undefined {
    const result = advance(this.program, this.state, fact, next === undefined ? {} : { next });
    if (result === undefined) return undefined;
    const { entry, state } = result;
    refuseTooLarge(next ?? this.program, state);
    this.state = state;
    this.lastAt = entry.at;
    this.facts += 1;
    if (next !== undefined) {
      this.program = next;
      this.definitionStored = false;
    }
    this.unflushed.push({ entry, values });
    const toSelf = startsFirst(entry.effects).flatMap(({ effect, index }) =>
      this.queue(entry, effect, index),
    );
    if (entry.status !== 'active') this.tellParentTheEnd(entry);
    for (const event of toSelf) this.deliverToSelf(event);
    return entry;
  }

  /** Takes a fact that nobody waits for. When the machine fails on it, it is kept and the failure shows. */
  attempt(fact: StuckFact): void {
    try {
      this.record({ ...fact, at: this.now() });
    } catch (error) {
      this.faults.set('machine', error instanceof Error ? error.message : String(error));
      this.stuck.push(fact);
    }
  }

  /** Queues an effect; events that a machine sends to itself are returned, to follow at once. */
  private queue(entry: LedgerEntry, effect: Effect, index: number): RecordedEvent[] {
    const key = `${entry.process}/${entry.seq}/${index}`;
    switch (effect.kind) {
      case 'arm':
        if (effect.rule !== undefined && effect.dueAt === undefined) {
          this.unresolved.push({ id: effect.id, generation: effect.generation });
        }
        return [];
      case 'invoke':
        this.queueInvoke({ ...effect, key });
        return [];
      case 'stop':
        this.queueStop(effect.generation, key);
        return [];
      case 'effect':
        this.outward.push({
          kind: 'effect',
          key,
          type: effect.type,
          params: effect.params ?? null,
        });
        return [];
      case 'send':
        if (effect.to === selfId) return [effect.event];
        this.queueSend(effect, key);
        return [];
      case 'cancel':
      case 'emit':
      case 'log':
        return [];
    }
  }

  private queueInvoke(task: Extract<Task, { kind: 'invoke' }>): void {
    const isMachine = Object.hasOwn(this.program.definition.machines ?? {}, task.src);
    if (!isMachine) this.activities.push(task);
    else {
      // Known at once, so that a word to it can follow in the same step.
      this.linkChild(task);
      this.between.push(task);
    }
  }

  private queueStop(generation: number, key: string): void {
    this.calledOff.add(generation);
    const child = this.children.find((other) => other.generation === generation);
    if (child === undefined || child.outlives) return;
    this.children.splice(this.children.indexOf(child), 1);
    const event = { type: 'statehouse.stopped' };
    this.between.push({
      kind: 'deliver',
      key,
      to: child.process,
      delivery: this.deliveryToChild(child, key, event, true),
    });
  }

  private queueSend(effect: Extract<Effect, { kind: 'send' }>, key: string): void {
    const { event } = effect;
    if (effect.to === parentId) this.tellParent(event, key);
    const child = this.children.find((other) => other.generation === effect.generation);
    if (child === undefined) return;
    this.between.push({
      kind: 'deliver',
      key,
      to: child.process,
      delivery: this.deliveryToChild(child, key, event),
    });
  }

  private deliveryToChild(
    child: ChildLink,
    key: string,
    event: Delivery['event'],
    stop = false,
  ): Delivery {
    const { generation, token } = child;
    return {
      from: this.input.id,
      token,
      sequence: key,
      generation,
      event,
      ...(stop ? { stop } : {}),
    };
  }

  private tellParent(event: Delivery['event'], key: string, ending?: 'done' | 'error'): void {
    const { parent } = this.input;
    if (parent === undefined) return;
    const { generation, token } = parent;
    this.between.push({
      kind: 'deliver',
      key,
      to: parent.process,
      delivery: {
        from: this.input.id,
        token,
        sequence: key,
        generation,
        event,
        ...(ending ? { ending } : {}),
      },
    });
  }

  private tellParentTheEnd(entry: LedgerEntry): void {
    const { parent } = this.input;
    const event =
      parent === undefined ? undefined : completionEvent(parent.invocation, this.state.snapshot);
    if (event === undefined) return;
    this.tellParent(
      event,
      `${entry.process}/${entry.seq}/end`,
      entry.status === 'done' ? 'done' : 'error',
    );
  }

  private deliverToSelf(event: RecordedEvent): void {
    if (this.status !== 'active') return;
    const actor: Actor = { subject: this.input.id, roles: ['process'] };
    this.attempt({ kind: 'delivery', actor, event });
  }

  /** A child about to be started: its place in the city's files is its parent's id, its own name and its generation. */
  private linkChild(task: Extract<Task, { kind: 'invoke' }>): void {
    this.children.push({
      generation: task.generation,
      id: task.id,
      src: task.src,
      process: `${this.input.id}.${task.id.replace(/[^A-Za-z0-9._~:-]/g, '_')}.${task.generation}`,
      token: uuid4(),
      outlives: this.program.definition.machines?.[task.src]?.outlivesParent === true,
    });
  }

  carry(): Carried {
    return {
      state: this.state,
      offset: this.offset,
      lastAt: this.lastAt,
      keys: this.keys.entries(),
      unflushed: this.unflushed,
      outward: this.outward,
      between: this.between,
      held: this.held,
      delivered: this.delivered,
      children: this.children,
      stuck: this.stuck,
      definitionStored: this.definitionStored,
    };
  }
}
