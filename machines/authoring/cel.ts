import type { Expression } from '../../contracts/definition/expression.ts';

/** A CEL expression where a value may stand: `cel('context.partners.size()')`. */
export function cel(source: string): Expression {
  return { '@lang': 'cel', '@expr': source };
}
