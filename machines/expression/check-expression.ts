import { parseExpression } from './parse-expression.ts';

/**
 * What is wrong with a CEL expression, in one line; `undefined` when nothing is.
 *
 * @param expected CEL types of which its value must have one, such as `bool`
 */
export function checkExpression(
  source: string,
  expected?: string | readonly string[],
): string | undefined {
  try {
    const { valid, type, error } = parseExpression(source).check();
    if (!valid) return oneLine(error?.message ?? 'it does not parse');
    const wanted = typeof expected === 'string' ? [expected] : expected;
    if (wanted === undefined || type === undefined || type === 'dyn' || wanted.includes(type))
      return undefined;
    return `it gives ${type}, ${wanted.join(' or ')} is needed`;
  } catch (error) {
    return oneLine(error instanceof Error ? error.message : String(error));
  }
}

function oneLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replaceAll('instantOf', 'timestamp');
}
