import { celEnvironment } from './cel-environment.ts';

/** What is wrong with a CEL expression, in one line; `undefined` when nothing is. `expected` is a CEL type such as `bool`. */
export function checkExpression(source: string, expected?: string): string | undefined {
  const result = celEnvironment.check(source);
  if (!result.valid) return firstLine(result.error?.message ?? 'it does not parse');
  if (
    expected !== undefined &&
    result.type !== undefined &&
    result.type !== 'dyn' &&
    result.type !== expected
  ) {
    return `it gives ${result.type}, ${expected} is needed`;
  }
  return undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
