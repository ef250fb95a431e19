import { fieldReads } from '../field-reads.ts';
import { propertiesOf, requiredOf } from '../fields.ts';
import type { PlacedExpression } from '../placed-logic.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { possibleEvents } from '../visible-fields.ts';

export const optionalField: Rule = {
  code: 'optional-field',
  severity: 'warning',
  about: 'An expression counts on a field that may be left out, and fails whenever it is.',
  find: (subject) =>
    subject.expressions.flatMap((placed) => {
      const asked = askedBefore(subject, placed);
      return fieldReads(placed.expression['@expr']).flatMap(({ variable, path: [name] }) => {
        if (name === undefined || asked.has(`${variable}.${name}`)) return [];
        if (!mayBeMissing(subject, placed, variable, name)) return [];
        return [
          {
            path: placed.pointer,
            message: `It counts on ${variable}.${name}, which need not be given; without it the step fails.`,
            mend: `Ask first: has(${variable}.${name}), or write ${variable}.?${name}.orValue(…), or make the field required.`,
          },
        ];
      });
    }),
};

/** Fields after which the expression asks, or the guard of the transition in which it stands. */
function askedBefore(subject: Subject, placed: PlacedExpression): Set<string> {
  const { occasion } = placed;
  const guards = subject.expressions.filter(
    (other) =>
      occasion.kind === 'transition' &&
      other.occasion.kind === 'transition' &&
      other.occasion.transition === occasion.transition &&
      (other.purpose === 'guard' || other.purpose === 'guardParameter'),
  );
  return new Set(
    [placed, ...guards].flatMap(({ expression }) =>
      fieldReads(expression['@expr']).flatMap(({ careful, variable, path: [name = ''] }) =>
        careful ? [`${variable}.${name}`] : [],
      ),
    ),
  );
}

function mayBeMissing(
  { definition, ...subject }: Subject,
  { occasion }: PlacedExpression,
  variable: string,
  name: string,
): boolean {
  const lacks = (schema: Parameters<typeof propertiesOf>[0]): boolean =>
    Object.hasOwn(propertiesOf(schema), name) && !requiredOf(schema).includes(name);
  if (variable === 'input') return occasion.kind === 'start' && lacks(definition.input);
  if (variable !== 'event' || occasion.kind !== 'transition') return false;
  return possibleEvents({ definition, ...subject }, occasion).some((type) =>
    lacks(definition.events[type]?.schema),
  );
}
