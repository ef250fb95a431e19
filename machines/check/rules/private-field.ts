import { fieldReads, type FieldRead } from '../field-reads.ts';
import { schemaAt } from '../fields.ts';
import type { PlacedExpression } from '../placed-logic.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { possibleEvents } from '../visible-fields.ts';

/** The machine sees a commitment instead of the value: it may keep it, but not look into it. */
export const privateField: Rule = {
  code: 'private-field',
  severity: 'error',
  about: 'A field that is not public is used in a condition or a computation.',
  find: (subject) =>
    subject.expressions.flatMap((placed) =>
      fieldReads(placed.expression['@expr']).flatMap((read) => {
        const publicity = publicityOf(subject, placed, read);
        if (publicity === undefined || read.careful) return [];
        const inGuard = placed.purpose === 'guard' || placed.purpose === 'guardParameter';
        if (read.whole && !inGuard && placed.purpose === 'value') return [];
        const field = `event.${read.path.join('.')}`;
        return [
          {
            path: placed.pointer,
            message: `It looks into ${field}, which is ${publicity}: the process never sees its value.`,
            mend: inGuard
              ? 'Decide on a public field, or make this one public.'
              : `Only ${field} as a whole can be kept, as a sealed reference; or make the field public.`,
          },
        ];
      }),
    ),
};

function publicityOf(
  subject: Subject,
  { occasion }: PlacedExpression,
  { variable, path }: FieldRead,
): string | undefined {
  if (variable !== 'event' || path.length === 0) return undefined;
  return possibleEvents(subject, occasion)
    .flatMap((type) => schemaAt(subject.definition.events[type]?.schema, path))
    .map(({ publicity }) => publicity)
    .find((publicity) => publicity === 'internal' || publicity === 'personal');
}
