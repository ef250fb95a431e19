import type { Activities } from '../contracts/activities.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { WebReader } from './catalogue/web-reader.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { performEffect } from './perform-effect.ts';
import { resolveDeadline } from './resolve-deadline.ts';

interface Outside {
  readonly ledger: Ledger;
  /** What reads catalogues; by default it speaks to public addresses only. */
  readonly web?: WebReader;
}

/** Everything a process may ask of the outside world. */
export function createActivities({ ledger, web = new WebReader() }: Outside): Activities {
  return {
    appendToLedger: appendToLedger(ledger),
    resolveDeadline,
    performEffect: performEffect(web),
  };
}
