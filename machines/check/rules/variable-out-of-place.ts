import { fieldReads, type Variable } from '../field-reads.ts';
import type { PlacedExpression } from '../placed-logic.ts';
import type { Rule } from '../rule.ts';

export const variableOutOfPlace: Rule = {
  code: 'variable-out-of-place',
  severity: 'error',
  about: 'An expression uses a variable that is empty where it stands.',
  find: ({ expressions }) =>
    expressions.flatMap((placed) =>
      fieldReads(placed.expression['@expr']).flatMap(({ variable }) => {
        const mend = mendFor(variable, placed);
        if (mend === undefined) return [];
        return [{ path: placed.pointer, message: `There is no \`${variable}\` here.`, mend }];
      }),
    ),
};

function mendFor(variable: Variable, { occasion, purpose }: PlacedExpression): string | undefined {
  const atStart = occasion.kind === 'start';
  if (variable === 'input' && !atStart)
    return 'Keep what you need of the input in the `context` at the start, and read it there.';
  if ((variable === 'context' || variable === 'event') && atStart)
    return 'The first context can only be computed from `input` and `now`.';
  if (variable === 'params' && purpose !== 'guard')
    return '`params` is for conditions written in `guards`; write the value itself.';
  return undefined;
}
