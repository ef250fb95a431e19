import type { Json } from './json.ts';
import type { ProcessState } from './process-state.ts';

/** The answer of query `snapshot`. */
export interface SnapshotAnswer {
  readonly process: string;
  readonly definition: { readonly id: string; readonly version: string; readonly hash: string };
  readonly seq: number;
  readonly at: string;
  readonly status: 'active' | 'done' | 'error' | 'stopped';
  readonly value: Json;
  readonly context: Json;
  readonly output: Json;
  readonly timers: ProcessState['timers'];
  readonly invocations: ProcessState['invocations'];
  readonly suspension: ProcessState['suspension'];
  readonly stateHash: string;
  /** Entries not yet in the ledger, and why when it refuses them. */
  readonly backlog: {
    readonly entries: number;
    readonly effects: number;
    readonly fault: string | null;
  };
  /** Children that were started and have not answered their end. */
  readonly children: readonly {
    readonly process: string;
    readonly src: string;
    readonly outlives: boolean;
  }[];
  /** For a rehearsed process: milliseconds from Temporal's clock to its own. */
  readonly rehearsal: { readonly offset: number } | null;
}

/** The answer of query `ledgerHead`: the last entry of this process. */
export interface LedgerHead {
  readonly process: string;
  readonly seq: number;
  readonly hash: string;
  readonly unflushed: number;
}
