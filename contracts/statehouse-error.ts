import type { Json } from './json.ts';

/** Every code that Statehouse answers with. Codes are wire names: never renamed. */
export type ErrorCode =
  | 'UnknownEvent'
  | 'NotAllowedNow'
  | 'NotYourRole'
  | 'KeyReused'
  | 'InvalidPayload'
  | 'TooLarge'
  | 'InvalidDefinition'
  | 'InvalidInput'
  | 'MachineFailed'
  | 'UnknownDeadline'
  | 'UnknownEntry'
  | 'MigrationRefused'
  | 'ProcessExists'
  | 'ProcessNotFound'
  | 'LedgerConflict'
  | 'LedgerUnavailable'
  | 'VerificationFailed'
  | 'TemporalUnavailable'
  | 'UnsupportedImport'
  | 'Usage';

/**
 * The one error class. `code` is stable, `facts` are for programs, `message` says what happened and what to do.
 * Across the Temporal sandbox compare `code`, never `instanceof`.
 */
export class StatehouseError extends Error {
  override readonly name = 'StatehouseError';
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, Json>>;

  constructor(code: ErrorCode, message: string, facts: Readonly<Record<string, Json>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
