import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { celEnvironment } from './cel-environment.ts';

/** Functions that CEL offers and a process must not use: another host, or another day, would answer differently. */
const refused: Readonly<Record<string, string>> = {
  matches: 'a pattern can take minutes to match; compare with ==, startsWith, endsWith or contains',
  getDayOfYear: 'it counts in the time zone of the server; use a calendar delay',
};
const inZone = /^get(Date|DayOf|FullYear|Hours|Minutes|Month|Seconds)/;

const parsed = new Map<string, ParseResult>();
const mostParsed = 5000;

/**
 * A CEL expression, ready to run, with its syntax tree. Parsed once for each text.
 *
 * @throws Error when it does not parse, or calls what a process may not
 */
export function parseExpression(source: string): ParseResult {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const result = celEnvironment.parse(source);
  const strict = withStrictTimestamps(source, result.ast);
  const program = strict === source ? result : celEnvironment.parse(strict);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(source, program);
  return program;
}

/** Every node of a syntax tree, the outermost first. */
function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

export function childrenOf(node: ASTNode): ASTNode[] {
  if (node.op === 'value' || node.op === 'id') return [];
  return [node.args as unknown].flat(3).filter(isNode);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** CEL reads `timestamp("2027-03-26T09:00:00")` in the server's time zone; `instantOf` wants the zone said. */
function withStrictTimestamps(source: string, ast: ASTNode): string {
  let strict = source;
  for (const node of nodesOf(ast)) {
    if (node.op === 'call' && node.args[0] === 'timestamp') {
      strict = `${strict.slice(0, node.start)}instantOf${strict.slice(node.start + 'instantOf'.length)}`;
    }
    if (node.op === 'rcall') refuse(node.args[0], node.args[2].length);
  }
  return strict;
}

function refuse(name: string, args: number): void {
  const why = Object.hasOwn(refused, name) ? refused[name] : undefined;
  if (why !== undefined) throw new Error(`${name}() is not allowed: ${why}`);
  if (args > 0 && inZone.test(name))
    throw new Error(`${name}() takes no time zone here: its tables differ between servers`);
}
