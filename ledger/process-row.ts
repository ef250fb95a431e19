import { z } from '../contracts/zod.ts';
import { canonicalJson } from '../contracts/canonical-json.ts';
import type { Json } from '../contracts/json.ts';
import { ProcessProjection } from './process-projection.ts';
import { queryableText } from './queryable-text.ts';

/** Earliest due date among open timers; null when none is known. */
export function nextDueAt(timers: ProcessProjection['timers']): string | null {
  const due = timers.flatMap((timer) => timer.dueAt ?? []).sort();
  return due[0] ?? null;
}

function searchText({ process, title }: ProcessProjection): string {
  const titles = title === null ? [] : typeof title === 'string' ? [title] : Object.values(title);
  return queryableText([process, ...titles].join('\n').toLowerCase());
}

/** A projection as columns. JSON columns keep the exact text; the others what PostgreSQL can hold. */
export function processRow(projection: ProcessProjection): Readonly<Record<string, Json>> {
  const {
    title,
    state,
    startedAt,
    updatedAt,
    suspendedSince,
    lastEvent,
    lastActor,
    timers,
    ...rest
  } = projection;
  return {
    ...rest,
    parent: rest.parent === null ? null : queryableText(rest.parent),
    title: canonicalJson(title),
    state: canonicalJson(state),
    started_at: startedAt,
    updated_at: updatedAt,
    suspended_since: suspendedSince,
    last_event: queryableText(lastEvent),
    last_actor: queryableText(lastActor),
    next_due_at: nextDueAt(timers),
    timers: canonicalJson(timers),
    search: searchText(projection),
  };
}

const JsonText = z.string().transform((text): unknown => JSON.parse(text));
const At = z.coerce.date().transform((date) => date.toISOString());

const ProcessRow = z.object({
  process: z.string(),
  definition: z.string(),
  title: JsonText,
  status: z.string(),
  state: JsonText,
  started_at: At,
  updated_at: At,
  seq: z.int(),
  head: z.string(),
  parent: z.string().nullable(),
  rehearsal: z.boolean(),
  suspended_since: At.nullable(),
  last_event: z.string(),
  last_actor: z.string(),
  timers: JsonText,
});

/** A row of `processes`, read back. */
export function parseProcessRow(row: unknown): ProcessProjection {
  const { started_at, updated_at, suspended_since, last_event, last_actor, ...rest } =
    ProcessRow.parse(row);
  return ProcessProjection.parse({
    ...rest,
    startedAt: started_at,
    updatedAt: updated_at,
    suspendedSince: suspended_since,
    lastEvent: last_event,
    lastActor: last_actor,
  });
}
