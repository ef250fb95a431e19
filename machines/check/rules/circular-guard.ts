import { isExpression } from '../../../contracts/definition/expression.ts';
import type { Definition } from '../../../contracts/definition/definition.ts';
import type { Json } from '../../../contracts/json.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';

export const circularGuard: Rule = {
  code: 'circular-guard',
  severity: 'error',
  about: 'A condition is made of itself.',
  find: ({ definition }) =>
    Object.keys(definition.guards ?? {})
      .filter((name) => leadsTo(definition, name, name, new Set()))
      .map((name) => ({
        path: pointerTo('/guards', name),
        message: `The condition "${name}" is made of itself, so it has no answer.`,
        mend: 'Write it without using its own name, directly or by way of others.',
      })),
};

function leadsTo(definition: Definition, from: string, to: string, seen: Set<string>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return partsOf(definition, from).some(
    (name) => name === to || leadsTo(definition, name, to, seen),
  );
}

function partsOf(definition: Definition, name: string): string[] {
  const guards = definition.guards ?? {};
  const guard = Object.hasOwn(guards, name) ? guards[name] : undefined;
  if (guard === undefined || isExpression(guard) || !('type' in guard)) return [];
  // A name that is also the vocabulary's may be given parameters under the same name.
  const alias = guard.type === name ? [] : [guard.type];
  return [...alias, ...inner(guard.params?.['guard']), ...inner(guard.params?.['guards'])];
}

function inner(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => inner(item as Json));
  if (typeof value !== 'object' || value === null) return [];
  const { type, params } = value as { type?: Json; params?: { guard?: Json; guards?: Json } };
  return [...inner(type), ...inner(params?.guard), ...inner(params?.guards)];
}
