import {
  createActor,
  fromTransition,
  SimulatedClock,
  type AnyActor,
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type InspectionEvent,
} from 'xstate';
import type { Definition } from '../../contracts/definition/definition.ts';
import { compile } from '../../machines/compile/compile.ts';
import { refuseBrokenConfiguration } from '../../machines/engine/refuse-broken-configuration.ts';
import { ordered, plain, type Life, type Observation } from './observation.ts';

interface Scheduled {
  readonly source: AnyActorRef;
  readonly target: AnyActorRef;
  readonly event: { readonly type: string };
  readonly id: string;
}

/** XState's own actor, with its children as XState's own actors: the oracle. */
export class LiveActor implements Life {
  /** Errors that a guard or action threw: they end an XState actor, where a process of ours stays as it was. */
  readonly errors: unknown[] = [];
  private readonly clock = new DueClock();
  /** What the root sends its parent goes here: a process of ours without a parent sends nothing, where XState's would fail. */
  private readonly nobody: AnyActorRef;
  private readonly actor: AnyActor;
  private readonly done: string[] = [];
  private readonly senders = new WeakMap<object, AnyActorRef>();
  private readonly start: number;

  constructor(definition: Definition, startsAt: string, input: object) {
    this.start = Date.parse(startsAt);
    this.nobody = createActor(
      fromTransition((state: null) => state, null),
      {
        clock: this.clock,
        logger: () => undefined,
        inspect: (event: InspectionEvent) => {
          this.inspect(event);
        },
      },
    ).start();
    this.actor = createActor(this.machineOf(definition), {
      id: 'root',
      input,
      parent: this.nobody,
    });
    const first = this.actor.getSnapshot() as AnyMachineSnapshot;
    if (first.status === 'error') this.errors.push(first.error);
    this.actor.subscribe({ error: () => undefined });
    this.actor.start();
    this.clock.runDue();
  }

  send(path: readonly string[], event: { type: string; n: number }): boolean {
    this.at(path)?.send({
      ...event,
      at: this.now(),
      actor: { subject: 'test', roles: ['tester'] },
    });
    this.clock.runDue();
    return true;
  }

  wait(milliseconds: number): void {
    this.clock.liveUntil(this.clock.now() + milliseconds);
  }

  observe(): Observation {
    return this.observation(this.actor);
  }

  /** Why the root has ended with an error, for the report. */
  get failure(): string {
    const { status, error } = this.actor.getSnapshot() as AnyMachineSnapshot;
    return status === 'error' ? ` (${String(error)})` : '';
  }

  drain(): string[] {
    return this.done.splice(0);
  }

  private now(): string {
    return new Date(this.start + this.clock.now()).toISOString();
  }

  private at(path: readonly string[]): AnyActorRef | undefined {
    return path.reduce<AnyActorRef | undefined>((actor, id) => childrenOf(actor)[id], this.actor);
  }

  /** The definition's machine, with real machines for its actors and recorders for its effects. */
  private machineOf(definition: Definition): AnyStateMachine {
    const { machine: ours, scope } = compile(definition);
    // What our engine asks of a machine is less than what an XState actor asks; the machine itself is XState's.
    const machine = ours as unknown as AnyStateMachine;
    Object.defineProperty(scope, 'now', { get: () => this.now() });
    const actors = Object.entries(definition.machines ?? {}).map(
      ([name, child]) => [name, this.machineOf(child)] as const,
    );
    const live = machine.provide({
      actors: Object.fromEntries(actors),
      actions: { notify: () => undefined },
    });
    const initial = live.getInitialSnapshot.bind(live);
    live.getInitialSnapshot = (...args: Parameters<typeof initial>) => {
      const first = initial(...args);
      if (first.status !== 'error') refuseBrokenConfiguration(first);
      return first;
    };
    const transition = live.transition.bind(live);
    live.transition = (...args: Parameters<typeof transition>) => {
      const [snapshot, event] = args as [
        AnyMachineSnapshot,
        { readonly type: string },
        ...unknown[],
      ];
      if (this.isStale(snapshot, event)) return snapshot;
      try {
        const next = transition(...args);
        refuseBrokenConfiguration(next);
        return next;
      } catch (error) {
        this.errors.push(error);
        throw error;
      }
    };
    return live;
  }

  /**
   * XState takes an answer that waited in the mailbox while its actor was let go of, and may take it for that of a later actor with
   * the same id. Ours never does; this is the one thing in which the oracle is corrected.
   */
  private isStale(snapshot: AnyMachineSnapshot, event: { readonly type: string }): boolean {
    const sender = this.senders.get(event);
    return (
      /^xstate\.(done|error)\.actor\./.test(event.type) &&
      sender !== undefined &&
      (snapshot.children as Record<string, unknown>)[sender.id] !== sender
    );
  }

  private inspect(event: InspectionEvent): void {
    if (event.type === '@xstate.event' && event.sourceRef !== undefined)
      this.senders.set(event.event, event.sourceRef as AnyActorRef);
    if (event.type !== '@xstate.action') return;
    const { type } = event.action;
    const params = event.action.params as Record<string, unknown> | undefined;
    const who = pathOf(event.actorRef as AnyActorRef);
    if (type === 'notify') this.done.push(`${who}: notify ${ordered(params)}`);
    if (type === 'xstate.log')
      this.done.push(`${who}: log ${String(params?.['label'])} ${ordered(params?.['value'])}`);
    if (type === 'xstate.emit') this.done.push(`${who}: emit ${ordered(params?.['event'])}`);
  }

  private observation(actor: AnyActorRef): Observation {
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    const living = Object.entries(childrenOf(actor)).filter(([, child]) => isRunning(child));
    return {
      value: plain(snapshot.value),
      context: plain(snapshot.context),
      status: snapshot.status,
      output: plain(snapshot.output),
      tags: [...snapshot.tags].sort(),
      timers: this.timersOf(actor),
      children: Object.fromEntries(living.map(([id, child]) => [id, this.observation(child)])),
    };
  }

  private timersOf(actor: AnyActorRef): string[] {
    const { _scheduledEvents: scheduled } = this.actor.system.getSnapshot() as {
      _scheduledEvents: Record<string, Scheduled>;
    };
    return Object.values(scheduled)
      .filter(({ source, target }) => source === actor && target !== this.nobody)
      .map(({ event }) => event.type)
      .sort();
  }
}

/** One that was stopped before it was started still says that it is active. */
function isRunning(actor: AnyActorRef): boolean {
  const running = 1;
  return (actor as unknown as { _processingStatus: number })._processingStatus === running;
}

function childrenOf(actor: AnyActorRef | undefined): Record<string, AnyActorRef> {
  const snapshot = actor?.getSnapshot() as AnyMachineSnapshot | undefined;
  return (snapshot?.children ?? {}) as Record<string, AnyActorRef>;
}

function pathOf(actor: AnyActorRef): string {
  return actor._parent?._parent === undefined ? 'root' : `${pathOf(actor._parent)}/${actor.id}`;
}

/** XState's simulated clock, which stops at each due instant on the way rather than jumping over them. */
class DueClock extends SimulatedClock {
  private readonly dues = new Map<number, number>();

  override setTimeout(run: (...args: unknown[]) => void, timeout: number): number {
    const id = super.setTimeout(() => {
      this.dues.delete(id);
      run();
    }, timeout);
    this.dues.set(id, this.now() + timeout);
    return id;
  }

  override clearTimeout(id: number): void {
    this.dues.delete(id);
    super.clearTimeout(id);
  }

  /** What is due at once. */
  runDue(): void {
    this.liveUntil(this.now());
  }

  liveUntil(instant: number): void {
    for (;;) {
      const due = Math.min(Infinity, ...this.dues.values());
      if (due > instant) break;
      this.set(due);
    }
    this.set(instant);
  }
}
