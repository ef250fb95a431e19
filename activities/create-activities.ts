import type { Activities } from '../contracts/activities.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { performEffect } from './perform-effect.ts';
import { resolveDeadline } from './resolve-deadline.ts';

/** Everything a process may ask of the outside world. */
export function createActivities({ ledger }: { readonly ledger: Ledger }): Activities {
  return {
    appendToLedger: appendToLedger(ledger),
    resolveDeadline,
    performEffect: performEffect(),
  };
}
