import { isExpression } from '../../contracts/definition/expression.ts';
import type { Json } from '../../contracts/json.ts';
import { evaluate, type View } from './evaluate.ts';

/**
 * A copy of `template` with every expression in it replaced by its value. Always a copy, so that no two processes ever share a
 * part of their context.
 */
export function resolve(template: Json | undefined, view: View): Json | undefined {
  if (template === undefined || template === null || typeof template !== 'object') return template;
  if (isExpression(template)) return evaluate(template, view);
  if (Array.isArray(template)) return template.map((item) => resolve(item as Json, view) ?? null);
  const resolved: Record<string, Json> = {};
  for (const [key, item] of Object.entries(template)) {
    const value = resolve(item, view);
    if (value !== undefined) resolved[key] = value;
  }
  return resolved;
}
