import { z } from '../../contracts/zod.ts';
import type { Json } from '../../contracts/json.ts';
import { LocalizedText } from '../../contracts/localized-text.ts';
import type { InstantText } from './instant-text.ts';
import type { Labels } from './labels.ts';
import { inLanguage } from './language.ts';
import { plain } from './plain.ts';
import { dim, green, yellow } from './style.ts';
import { labelled } from './wrap.ts';

const instant = z.string().nullish();
const Checklist = z.object({
  checklist: z.array(
    z.object({
      item: z.string(),
      title: z.union([z.string(), LocalizedText]).optional(),
      met: z.boolean(),
      since: instant,
      lostAt: instant,
      evidence: z.array(z.string()).optional(),
    }),
  ),
});

/** The checklist that a process derives from its facts, each item with its evidence; none for a process without. */
export function checklistLines(
  context: Json,
  instants: InstantText,
  labels: Labels,
  language: string | undefined,
): string[] {
  const { data } = Checklist.safeParse(context);
  return (data?.checklist ?? []).flatMap(({ item, title, met, since, lostAt, evidence = [] }) => {
    const when = met
      ? dated(labels.since, since, instants)
      : dated(labels.lost, lostAt, instants, yellow);
    return [
      `  ${met ? green('+') : dim('-')} ${plain(item)} ${inLanguage(title ?? '', language)}${when}`,
      ...(evidence.length === 0
        ? []
        : labelled(
            6,
            dim(labels.evidence),
            labels.evidence.length + 2,
            plain(evidence.join(', ')),
          )),
    ];
  });
}

function dated(
  label: string,
  at: string | null | undefined,
  instants: InstantText,
  style: (text: string) => string = dim,
): string {
  return at === null || at === undefined || Number.isNaN(Date.parse(at))
    ? ''
    : `  ${style(`(${label} ${instants.at(at)})`)}`;
}
