import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import { z } from '../../contracts/zod.ts';

/** One line of a clerk's register. `at` is wall time of the city, although it ends in `Z`. */
const ClerkEntry = z.object({
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, 'is no date and time'),
  action: z.string(),
  body: z.string().nullish(),
  /** When the clerk last touched the entry. */
  modified: z.string().nullish(),
  version: z.string().nullish(),
  eventId: z.union([z.number(), z.string()]).nullish(),
  /** How many members voted which way. */
  votes: z.record(z.string(), z.int().min(0)).nullish(),
});
export type ClerkEntry = z.infer<typeof ClerkEntry>;

/** A matter of a council with all that the clerk wrote about it, oldest entry first. `status` is the city's own final word. */
export const CouncilMatter = z.object({
  path: z.string().nullish(),
  file: z.string().min(1),
  status: z.string(),
  history: z.array(ClerkEntry),
});
export type CouncilMatter = z.infer<typeof CouncilMatter>;

/**
 * One line of a file of council histories.
 *
 * @throws StatehouseError `UnsupportedImport` for a line that is no matter, naming the line
 */
export function parseMatter(line: string, number: number): CouncilMatter {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw notAMatter(number, `it is no JSON: ${reason}`);
  }
  const parsed = CouncilMatter.safeParse(value);
  if (parsed.success) return parsed.data;
  throw notAMatter(number, textOfIssues(parsed.error));
}

function notAMatter(line: number, why: string): StatehouseError {
  return new StatehouseError(
    'UnsupportedImport',
    `Line ${line} is no matter of a council: ${why}. A line is {"path", "file", "status", "history": [{"at", "action", "body", "modified", "version"}]}.`,
    { line },
  );
}
