import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { Activities } from '../contracts/activities.ts';
import { contentHash } from '../contracts/content-hash.ts';
import type { JsonObject } from '../contracts/json.ts';
import type { Ledger } from '../ledger/ledger.ts';

/**
 * Appends accepted entries, and before them the definition they follow. Safe to repeat. What cannot get better by
 * repeating, such as another history of the same process in the ledger, is for a person to look at.
 */
export function appendToLedger(ledger: Ledger): Activities['appendToLedger'] {
  return async ({ records, definition }) => {
    const beat = setInterval(heartbeat, 1_000);
    try {
      if (definition !== undefined) {
        const document = definition as unknown as JsonObject;
        await ledger.saveDefinition(contentHash(document), document);
      }
      await ledger.append(records);
    } catch (error) {
      if (!isPermanent(error)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code);
    } finally {
      clearInterval(beat);
    }
  };
}

const permanent = ['LedgerConflict', 'VerificationFailed', 'InvalidDefinition'];

function isPermanent(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    permanent.includes(error.code)
  );
}
