import type { Effect } from '../contracts/effect.ts';
import { Instant } from '../contracts/ids.ts';
import type { JsonObject } from '../contracts/json.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { Deadline, OpenTimer } from './process-projection.ts';

export type ProjectedTimers = {
  readonly timers: readonly OpenTimer[];
  /** Deadlines that this entry armed, changed or ended. */
  readonly deadlines: readonly Deadline[];
};

/** A generation names one arming of one timer, once in the life of a process. */
type Place = { readonly generation: number };

function isAt(place: Place): (timer: Place) => boolean {
  return (timer) => timer.generation === place.generation;
}

function eventType(event: JsonObject): string {
  return typeof event['type'] === 'string' ? event['type'] : '';
}

/** What one entry does to the timers of its process. */
class TimerStep {
  readonly #entry: LedgerEntry;
  readonly #changed = new Map<number, Deadline>();
  timers: readonly OpenTimer[];

  constructor(timers: readonly OpenTimer[], entry: LedgerEntry) {
    this.timers = timers;
    this.#entry = entry;
  }

  get deadlines(): readonly Deadline[] {
    return [...this.#changed.values()];
  }

  arm({ id, generation, event, dueAt, rule }: Extract<Effect, { kind: 'arm' }>): void {
    // A timer armed anew replaces its earlier generations: the interpreter drops those when they fire.
    this.#end((timer) => timer.id === id, 'cancelled');
    const timer = {
      id,
      generation,
      event: eventType(event),
      dueAt: dueAt ?? null,
      rule: rule ?? null,
    };
    this.timers = [...this.timers, timer];
    this.#record(timer, timer.dueAt === null ? 'unresolved' : 'open');
  }

  cancel(place: Place): void {
    this.#end(isAt(place), 'cancelled');
  }

  fire(place: Place): void {
    this.#end(isAt(place), 'fired');
  }

  move(place: Place, dueAt: string): void {
    this.timers = this.timers.map((timer) => {
      if (!isAt(place)(timer)) return timer;
      const moved = { ...timer, dueAt };
      this.#record(moved, 'open');
      return moved;
    });
  }

  endAll(): void {
    this.#end(() => true, 'cancelled');
  }

  #end(ends: (timer: OpenTimer) => boolean, status: Deadline['status']): void {
    for (const timer of this.timers.filter(ends)) this.#record(timer, status);
    this.timers = this.timers.filter((timer) => !ends(timer));
  }

  #record(timer: OpenTimer, status: Deadline['status']): void {
    const { process, seq } = this.#entry;
    this.#changed.set(timer.generation, { ...timer, process, status, seq });
  }
}

/**
 * The timers after `entry`. A fact about a timer comes first (it fired; its due date was resolved or moved, which any entry
 * of kind `deadline` or `administration` says by an `event.dueAt`), then the effects in order. A process that ended has none.
 */
export function projectTimers(before: readonly OpenTimer[], entry: LedgerEntry): ProjectedTimers {
  const step = new TimerStep(before, entry);
  const { about, kind } = entry;
  if (about !== undefined && kind === 'timer') step.fire(about);
  if (about !== undefined && (kind === 'deadline' || kind === 'administration')) {
    const dueAt = Instant.safeParse(entry.event['dueAt']);
    if (dueAt.success) step.move(about, dueAt.data);
  }
  for (const effect of entry.effects) {
    if (effect.kind === 'arm') step.arm(effect);
    if (effect.kind === 'cancel') step.cancel(effect);
  }
  if (entry.status !== 'active') step.endAll();
  return { timers: step.timers, deadlines: step.deadlines };
}
