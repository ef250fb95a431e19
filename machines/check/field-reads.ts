import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf, parseExpression } from '../expression/parse-expression.ts';

export type Variable = 'context' | 'event' | 'input' | 'params' | 'now';

/** A look at a variable: `event.actor.subject` is the variable `event` with the path `actor`, `subject`. */
export interface FieldRead {
  readonly variable: Variable;
  readonly path: readonly string[];
  /** It only asks whether the field is there, or says what to do when it is not. */
  readonly careful: boolean;
  /** The whole expression is this look, so that the value is passed on unseen. */
  readonly whole: boolean;
}

const variables: readonly string[] = ['context', 'event', 'input', 'params', 'now'];

/** What an expression looks at; nothing when it does not parse. */
export function fieldReads(source: unknown): FieldRead[] {
  if (typeof source !== 'string') return [];
  try {
    const { ast } = parseExpression(source);
    const reads = readsIn(ast, false, []);
    return reads.map((read) => ({ ...read, whole: pathOf(ast) !== undefined }));
  } catch {
    return [];
  }
}

type Read = Omit<FieldRead, 'whole'>;

function readsIn(node: ASTNode, careful: boolean, own: readonly string[]): Read[] {
  const path = pathOf(node);
  if (path !== undefined) {
    const [variable = '', ...fields] = path.names;
    if (own.includes(variable) || !variables.includes(variable)) return [];
    return [{ variable: variable as Variable, path: fields, careful: careful || path.optional }];
  }
  const asks = careful || (node.op === 'call' && node.args[0] === 'has');
  const bound = node.op === 'rcall' ? boundBy(node.args[2]) : undefined;
  if (node.op !== 'rcall' || bound === undefined)
    return childrenOf(node).flatMap((child) => readsIn(child, asks, own));
  // In `list.filter(p, …)` the name `p` is the expression's own.
  const [, receiver, [, ...inner]] = node.args;
  return [
    ...readsIn(receiver, asks, own),
    ...inner.flatMap((child) => readsIn(child, asks, [...own, bound])),
  ];
}

function boundBy(args: readonly ASTNode[]): string | undefined {
  const [first] = args;
  return args.length > 1 && first?.op === 'id' ? first.args : undefined;
}

/** `context.a["b"]` as its names, when it is nothing but a way through fields. */
function pathOf(node: ASTNode): { names: string[]; optional: boolean } | undefined {
  if (node.op === 'id') return { names: [node.args], optional: false };
  if (node.op === '.' || node.op === '.?') {
    const inner = pathOf(node.args[0]);
    if (inner === undefined) return undefined;
    return {
      names: [...inner.names, node.args[1]],
      optional: inner.optional || node.op === '.?',
    };
  }
  if (node.op !== '[]' && node.op !== '[?]') return undefined;
  const [object, key] = node.args;
  const inner = pathOf(object);
  if (inner === undefined || key.op !== 'value' || typeof key.args !== 'string') return undefined;
  return { names: [...inner.names, key.args], optional: inner.optional || node.op === '[?]' };
}
