import type { HistoryOutcome } from './live-history.ts';
import type { Refusal } from './matter-script.ts';

/** A matter that was accepted and ends elsewhere than the city says. */
interface Elsewhere {
  readonly file: string;
  readonly status: string;
  readonly state: string;
}

/** How well a machine tells what a register tells: counts, and every refusal, none dropped. */
export class Conformance {
  total = 0;
  accepted = 0;
  /** Accepted, and the end state is the city's status. */
  agree = 0;
  readonly refused: Refusal[] = [];
  readonly elsewhere: Elsewhere[] = [];
  /** How often which action was refused in which state, and the words for it. */
  readonly reasons = new Map<string, number>();

  add(outcome: HistoryOutcome, status: string): void {
    const { file, refusal, agrees, state } = outcome;
    this.total += 1;
    if (refusal !== undefined) {
      this.refused.push(refusal);
      const reason = `${refusal.action}, when it is "${state}"`;
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
      return;
    }
    this.accepted += 1;
    if (agrees) this.agree += 1;
    else this.elsewhere.push({ file, status, state });
  }
}
