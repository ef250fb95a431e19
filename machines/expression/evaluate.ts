import type { Expression } from '../../contracts/definition/expression.ts';
import type { Json } from '../../contracts/json.ts';
import { parseExpression } from './parse-expression.ts';
import { toJson } from './to-json.ts';

/** What an expression can see. `now` is the instant of the fact being recorded, never a clock. */
export interface View {
  readonly context: unknown;
  readonly event?: unknown;
  readonly input?: unknown;
  readonly params?: unknown;
  /** ISO instant. */
  readonly now: string;
}

/**
 * The value of a CEL expression, as JSON: CEL's integers become numbers, timestamps ISO instants.
 *
 * @throws Error when a key is missing, types do not fit, or the result is no JSON
 */
export function evaluate(expression: Expression, view: View): Json {
  const variables = {
    context: view.context ?? {},
    event: view.event ?? {},
    input: view.input ?? {},
    params: view.params ?? {},
    now: new Date(view.now),
  };
  return toJson(parseExpression(expression['@expr'])(variables));
}
