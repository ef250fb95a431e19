import { StatehouseError } from '../contracts/statehouse-error.ts';

/** The SQLSTATE, or Node's code, of an error from a database driver. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const nodeCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EACCES',
]);

/**
 * SQLSTATE classes and states that say nothing against what was asked: connection, authorization, resources, operator,
 * system, no such database, read-only standby, and collisions that pass (deadlock, serialization).
 */
const sqlStates = /^(08|28|53|57|58)...$|^(3D000|25006|40001|40P01|55P03)$/;

/** `pg` reports a lost or late connection by message only. */
const messages =
  /connection terminated|connection ended|timeout expired|timeout exceeded|query read timeout|pglite (instance )?is (already )?clos|cannot use a pool after|driver has already been destroyed/i;

/** Whether a driver's error means that the database is away, and not that it refused what was asked. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const code = errorCode(error);
  if (code !== undefined && (nodeCodes.has(code) || sqlStates.test(code))) return true;
  return error instanceof Error && messages.test(error.message);
}

/** A driver's error as ours when the ledger is away; any other error as it is. */
export function databaseError(error: unknown): unknown {
  if (error instanceof StatehouseError || !isAway(error)) return error;
  const reason =
    error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);
  return new StatehouseError(
    'LedgerUnavailable',
    `The ledger does not answer: ${reason}. Nothing was lost; start its database and try again.`,
    { reason, code: errorCode(error) ?? null },
  );
}
