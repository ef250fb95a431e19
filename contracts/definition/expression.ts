import { z } from '../zod.ts';

/** A computed value, in XState 6's shape. CEL sees `context`, `event`, `params`, `input` (in the initial context) and `now`. */
export const Expression = z.strictObject({
  '@lang': z.literal('cel'),
  '@expr': z.string().min(1).max(4000),
});
export type Expression = z.infer<typeof Expression>;

export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '@expr');
}
