import './date-constructor.ts';
import { Environment } from '@marcbachmann/cel-js';
import { parseInstant } from './parse-instant.ts';

type Arithmetic = (left: number, right: number) => number;

const arithmetic: Record<string, Arithmetic> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

/**
 * The one CEL environment. JSON has a single kind of number, CEL has two, so arithmetic between them is allowed; `distinct` and
 * `sum` are what CEL lacks for counting partners and votes. Limits keep every expression small enough to read.
 */
function createEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: { maxAstNodes: 2000, maxDepth: 60 },
  });
  for (const name of ['context', 'event', 'params', 'input'])
    environment.registerVariable(name, 'dyn');
  environment.registerVariable('now', 'google.protobuf.Timestamp');
  for (const [operator, compute] of Object.entries(arithmetic)) {
    const mixed = (left: unknown, right: unknown): number => compute(Number(left), Number(right));
    environment.registerOperator(`double ${operator} int`, mixed);
    environment.registerOperator(`int ${operator} double`, mixed);
  }
  environment.registerOperator('double % double', (left: number, right: number) => left % right);
  environment.registerFunction('distinct(list): list', (items: unknown[]) => [...new Set(items)]);
  environment.registerFunction('sum(list): double', sum);
  // Standard CEL that the library lacks; the text is that of every recorded instant.
  environment.registerFunction('string(google.protobuf.Timestamp): string', (date: Date) =>
    date.toISOString(),
  );
  // What `timestamp` becomes when an expression is parsed.
  environment.registerFunction('instantOf(string): google.protobuf.Timestamp', (text: string) =>
    dateOf(parseInstant(text), text),
  );
  environment.registerFunction('instantOf(int): google.protobuf.Timestamp', (time: bigint) =>
    dateOf(Number(time), String(time)),
  );
  return environment;
}

function sum(items: unknown[]): number {
  return items.reduce((total: number, item) => {
    if (typeof item !== 'number' && typeof item !== 'bigint')
      throw new Error(`sum() adds numbers, not ${JSON.stringify(item)}.`);
    return total + Number(item);
  }, 0);
}

function dateOf(time: number | undefined, text: string): Date {
  const date = new Date(time ?? Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new Error(`"${text}" is no instant; write it with its zone, 2027-03-26T16:00:00Z.`);
  return date;
}

export const celEnvironment = createEnvironment();
