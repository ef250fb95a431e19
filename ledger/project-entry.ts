import { administrative } from '../contracts/administrative-events.ts';
import { z } from '../contracts/zod.ts';
import type { Json } from '../contracts/json.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import { LocalizedText } from '../contracts/localized-text.ts';
import type { Deadline, ProcessProjection } from './process-projection.ts';
import { projectTimers } from './project-timers.ts';

export type ProjectedEntry = {
  readonly process: ProcessProjection;
  readonly deadlines: readonly Deadline[];
};

/** What the first entry tells for good. Each part is optional: a record is projected whatever it holds. */
const Started = z.object({
  type: z.literal(administrative.started),
  parent: z
    .union([z.string(), z.object({ process: z.string() }).transform(({ process }) => process)])
    .nullable()
    .catch(null),
  rehearsal: z
    .unknown()
    .optional()
    .transform((given) => Boolean(given)),
  input: z
    .object({ title: z.union([z.string(), LocalizedText]).nullable().catch(null) })
    .catch({ title: null }),
});

function origin(entry: LedgerEntry): Pick<ProcessProjection, 'title' | 'parent' | 'rehearsal'> {
  const started = Started.safeParse(entry.event);
  if (!started.success) return { title: null, parent: null, rehearsal: false };
  const { input, parent, rehearsal } = started.data;
  return { title: input.title, parent, rehearsal };
}

function suspendedSince(before: ProcessProjection | undefined, entry: LedgerEntry): string | null {
  if (entry.kind !== 'administration') return before?.suspendedSince ?? null;
  if (entry.event.type === administrative.suspended) return entry.at;
  if (entry.event.type === administrative.resumed) return null;
  return before?.suspendedSince ?? null;
}

/**
 * The one reducer behind every projection: where a process stands after `entry`, and the deadlines that the entry touched.
 * Pure, so that projections kept up entry by entry and projections rebuilt from all entries cannot differ.
 */
export function projectEntry(
  before: ProcessProjection | undefined,
  entry: LedgerEntry,
): ProjectedEntry {
  const { timers, deadlines } = projectTimers(before?.timers ?? [], entry);
  const state: Json = entry.to;
  const { title, parent, rehearsal } = before ?? origin(entry);
  return {
    deadlines,
    process: {
      process: entry.process,
      title,
      parent,
      rehearsal,
      definition: entry.definition,
      status: entry.status,
      state,
      startedAt: before?.startedAt ?? entry.at,
      updatedAt: entry.at,
      seq: entry.seq,
      head: entry.hash,
      suspendedSince: suspendedSince(before, entry),
      lastEvent: entry.event.type,
      lastActor: entry.actor.subject,
      timers: [...timers],
    },
  };
}
