import { Expression } from '../../../contracts/definition/expression.ts';
import { textOfIssues } from '../../../contracts/issues-of.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Purpose } from '../placed-logic.ts';
import type { Rule } from '../rule.ts';

const timestamp = 'google.protobuf.Timestamp';
const values = ['bool', 'int', 'uint', 'double', 'string', 'null', timestamp];
/** The CEL types that each place takes; lists and maps are taken wherever any value is. */
const types: Readonly<Record<Purpose, readonly string[] | undefined>> = {
  guard: ['bool'],
  guardParameter: undefined,
  value: undefined,
  delay: ['int', 'double', 'string', timestamp],
  instant: ['string', timestamp],
  duration: ['string'],
};

export const badExpression: Rule = {
  code: 'bad-expression',
  severity: 'error',
  about: 'A CEL expression does not parse, names an unknown variable or gives the wrong type.',
  find: ({ expressions }) =>
    expressions.flatMap(({ expression, pointer, purpose }) => {
      const parsed = Expression.safeParse(expression);
      if (!parsed.success) {
        return [
          {
            path: pointer,
            message: `It is no expression: ${textOfIssues(parsed.error)}.`,
            mend: 'Write { "@lang": "cel", "@expr": "…" } and nothing else.',
          },
        ];
      }
      const source = parsed.data['@expr'];
      const wrong = checkExpression(source, types[purpose]) ?? unspeakable(source);
      if (wrong === undefined) return [];
      return [
        {
          path: pointer,
          message: `The expression \`${source}\` cannot be used: ${wrong}.`,
          mend:
            purpose === 'guard'
              ? 'Write a CEL condition over context, event, params and now that is true or false.'
              : 'Write a CEL expression over context, event and now.',
        },
      ];
    }),
};

/** JSON has no word for some of CEL's types. */
function unspeakable(source: string): string | undefined {
  const wrong = checkExpression(source, values);
  const type = /^it gives (bytes|type|optional.*|google\.protobuf\.Duration),/.exec(
    wrong ?? '',
  )?.[1];
  return type === undefined ? undefined : `it gives ${type}, which cannot be recorded`;
}
