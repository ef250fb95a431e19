import type { CalendarDefinition, Definition } from './definition/definition.ts';
import type { DueRule } from './effect.ts';
import type { Json } from './json.ts';
import type { LedgerRecord } from './ledger-entry.ts';

/** A deadline as the calendar resolved it, with the reasoning an auditor can check. */
export interface ResolvedDeadline {
  readonly dueAt: string;
  readonly zone: string;
  readonly calendarVersion: string;
  readonly tzdbVersion: string;
  readonly trace: readonly Json[];
}

/** Something to be done outside, once for each `key`. */
export interface OutwardEffect {
  readonly key: string;
  readonly process: string;
  readonly type: string;
  readonly params: Json;
}

/** What the worker does for a process. Activity names are wire names. */
export interface Activities {
  appendToLedger(batch: {
    records: readonly LedgerRecord[];
    definition?: Definition;
  }): Promise<void>;
  resolveDeadline(input: {
    rule: DueRule;
    calendar?: CalendarDefinition;
  }): Promise<ResolvedDeadline>;
  /** Answers an invoked activity with its output, and an effect with an `EffectAnswer` or `null`. */
  performEffect(effect: OutwardEffect): Promise<Json>;
}
