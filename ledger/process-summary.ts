import { z } from '../contracts/zod.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import type { ProcessProjection } from './process-projection.ts';
import { nextDueAt, parseProcessRow } from './process-row.ts';

/** A projection with what its definition is called; null when that definition was never saved. */
export type ProcessSummary = ProcessProjection & {
  readonly definitionId: string | null;
  readonly definitionVersion: string | null;
  readonly nextDueAt: string | null;
};

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- Kysely infers what no one can write down
export function selectProcesses(db: LedgerDatabase) {
  return db
    .selectFrom('processes')
    .leftJoin('definitions', 'definitions.hash', 'processes.definition')
    .selectAll('processes')
    .select(['definitions.id as definition_id', 'definitions.version as definition_version']);
}

const Names = z.object({
  definition_id: z.string().nullable(),
  definition_version: z.string().nullable(),
});

export function parseProcessSummary(row: unknown): ProcessSummary {
  const names = Names.parse(row);
  const projection = parseProcessRow(row);
  return {
    ...projection,
    definitionId: names.definition_id,
    definitionVersion: names.definition_version,
    nextDueAt: nextDueAt(projection.timers),
  };
}
