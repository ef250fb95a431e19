/** What the shell is told. Documented in docs/cli.md: never changed. */
export const exitCode = {
  ok: 0,
  /** A process refused, or a check found something. */
  refused: 1,
  usage: 2,
  /** Temporal or the ledger does not answer. */
  unreachable: 3,
} as const;

const usage = new Set(['Usage', 'UnsupportedImport']);
const unreachable = new Set([
  'TemporalUnavailable',
  'LedgerUnavailable',
  'TemporalCliNotFound',
  'TemporalCliUnusable',
  'TemporalNotReady',
]);

export function exitCodeOf(code: string): number {
  if (usage.has(code)) return exitCode.usage;
  return unreachable.has(code) ? exitCode.unreachable : exitCode.refused;
}
