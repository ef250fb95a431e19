import { ApplicationFailure } from '@temporalio/activity';
import type { Activities } from '../contracts/activities.ts';
import { contentHash } from '../contracts/content-hash.ts';
import type { JsonObject } from '../contracts/json.ts';
import type { Ledger } from '../ledger/ledger.ts';

/**
 * Appends accepted entries, and before them the definition they follow. Safe to repeat. A conflict is not: another history of
 * the same process stands in the ledger, and only a person can say which is right.
 */
export function appendToLedger(ledger: Ledger): Activities['appendToLedger'] {
  return async ({ records, definition }) => {
    try {
      if (definition !== undefined) {
        const document = definition as unknown as JsonObject;
        await ledger.saveDefinition(contentHash(document), document);
      }
      await ledger.append(records);
    } catch (error) {
      if (!isConflict(error)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, 'LedgerConflict');
    }
  };
}

function isConflict(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'LedgerConflict';
}
