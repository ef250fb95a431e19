import { canonicalJson } from '../../contracts/canonical-json.ts';
import type { Json } from '../../contracts/json.ts';

/** What can be seen of an actor and of those below it. */
export interface Observation {
  readonly value: Json;
  readonly context: Json;
  readonly status: string;
  readonly output: Json;
  readonly tags: readonly string[];
  /** Type and instant of each event that is to come. */
  readonly timers: readonly string[];
  /** Living children by id. */
  readonly children: Readonly<Record<string, Observation>>;
}

/** Something that lives a case through: XState's own actor, or ours. */
export interface Life {
  /** @returns false when the event was refused */
  send(path: readonly string[], event: { type: string; n: number }): Promise<boolean> | boolean;
  wait(milliseconds: number): Promise<void> | void;
  observe(): Promise<Observation> | Observation;
  /** What each actor has done since it was last asked: `path: what`, in order. */
  drain(): Promise<string[]> | string[];
}

/** JSON of a value whose fields are in order, for comparison: `undefined` is absent. */
export function plain(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}

/** The value as text, its fields in one order: the ledger gives them back in another. */
export function ordered(value: unknown): string {
  return canonicalJson(plain(value));
}
