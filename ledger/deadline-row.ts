import { z } from '../contracts/zod.ts';
import { canonicalJson } from '../contracts/canonical-json.ts';
import type { Json } from '../contracts/json.ts';
import { Deadline } from './process-projection.ts';
import { queryableText } from './queryable-text.ts';

export function deadlineRow(deadline: Deadline): Readonly<Record<string, Json>> {
  const { dueAt, id, event, rule, ...rest } = deadline;
  return {
    ...rest,
    id: queryableText(id),
    event: queryableText(event),
    due_at: dueAt,
    rule: rule === null ? null : canonicalJson(rule),
  };
}

const DeadlineRow = z.object({
  process: z.string(),
  id: z.string(),
  generation: z.int(),
  event: z.string(),
  due_at: z.coerce.date().nullable(),
  rule: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .nullable(),
  status: z.string(),
  seq: z.int(),
});

/** A row of `deadlines`, read back. */
export function parseDeadlineRow(row: unknown): Deadline {
  const { due_at, rule, ...rest } = DeadlineRow.parse(row);
  return Deadline.parse({
    ...rest,
    dueAt: due_at?.toISOString() ?? null,
    rule,
  });
}
