import type { DueRule } from './effect.ts';
import type { Json } from './json.ts';
import type { LocalizedText } from './localized-text.ts';
import type { ProcessState } from './process-state.ts';

/** An event that the present state listens for. */
export interface NextEvent {
  readonly type: string;
  readonly title: LocalizedText;
  readonly by: readonly { readonly role: string; readonly title: LocalizedText }[];
  /** False when some condition fails whatever is sent; `whyNot` says which, in words. */
  readonly possible: boolean;
  readonly whyNot: readonly LocalizedText[];
  /** Conditions that depend on what is sent and by whom. */
  readonly conditions: readonly LocalizedText[];
  /** True when an innermost state waits for it; otherwise it may come at any time in a state around. */
  readonly awaited: boolean;
  /** The earliest deadline of the states that wait for it. */
  readonly until?: string;
}

export interface OpenDeadline {
  readonly id: string;
  readonly generation: number;
  readonly name: string;
  readonly title?: LocalizedText;
  readonly armedAt: string;
  /** Null while the calendar has not answered. */
  readonly dueAt: string | null;
  readonly rule?: DueRule;
}

/** The answer of query `next`. */
export interface NextAnswer {
  readonly process: string;
  readonly seq: number;
  readonly status: 'active' | 'done' | 'error' | 'stopped';
  readonly value: Json;
  readonly suspension: ProcessState['suspension'];
  readonly events: readonly NextEvent[];
  readonly deadlines: readonly OpenDeadline[];
  readonly running: readonly {
    readonly id: string;
    readonly generation: number;
    readonly src: string;
  }[];
}
