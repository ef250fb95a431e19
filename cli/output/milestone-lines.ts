import { z } from '../../contracts/zod.ts';
import type { Json } from '../../contracts/json.ts';
import { LocalizedText } from '../../contracts/localized-text.ts';
import type { InstantText } from './instant-text.ts';
import type { Labels } from './labels.ts';
import { inLanguage } from './language.ts';
import { dim } from './style.ts';
import { table } from './table.ts';

const day = z.string().nullish();
const Milestones = z.object({
  milestones: z.array(
    z.object({
      id: z.string().optional(),
      title: z.union([z.string(), LocalizedText]).optional(),
      plannedFor: day,
      due: day,
      actual: day,
      status: z.string().optional(),
    }),
  ),
});

/** The milestones that a process keeps in its context, with their three dates; none for a process without. */
export function milestoneLines(
  context: Json,
  instants: InstantText,
  labels: Labels,
  language: string | undefined,
): string[] {
  const { data } = Milestones.safeParse(context);
  if (data === undefined || data.milestones.length === 0) return [];
  const date = (text: string | null | undefined): string =>
    text === null || text === undefined || Number.isNaN(Date.parse(text)) ? '' : instants.at(text);
  return table(
    data.milestones.map(({ id, title, plannedFor, due, actual, status }) => [
      `  ${inLanguage(title ?? id ?? '', language)}`,
      date(plannedFor),
      date(due),
      date(actual),
      status === undefined ? '' : labels.milestoneStatus(status),
    ]),
    ['', dim(labels.planned), dim(labels.due), dim(labels.actual)],
  );
}
