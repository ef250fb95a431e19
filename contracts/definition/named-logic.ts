import { z } from '../zod.ts';
import { LocalizedText } from '../localized-text.ts';
import { Duration } from './duration.ts';
import { Expression } from './expression.ts';
import { Named } from './state-node.ts';

/** A guard by name: a CEL condition with its explanation, or the vocabulary's, with parameters. */
export const GuardDefinition = z.union([
  z.strictObject({ ...Expression.shape, title: LocalizedText }),
  z.strictObject({ ...Named.shape, title: LocalizedText.optional() }),
]);
export type GuardDefinition = z.infer<typeof GuardDefinition>;

/** Actions by name: one or several of the vocabulary's, run in order. */
export const ActionDefinition = z.union([Named, z.array(Named).min(1)]);
export type ActionDefinition = z.infer<typeof ActionDefinition>;

/**
 * How long or until when: a number of milliseconds, a duration, an expression that gives one of these or an instant, or a rule
 * that counts from a recorded date (`from`), so that the n-th anniversary never drifts.
 */
export const DelayDefinition = z.union([
  z.int().min(0),
  Duration,
  Expression,
  z.strictObject({
    title: LocalizedText.optional(),
    from: Expression.optional(),
    plus: z.union([Duration, Expression]).optional(),
    minus: z.union([Duration, Expression]).optional(),
    roll: z.enum(['none', 'following', 'preceding']).optional(),
  }),
]);
export type DelayDefinition = z.infer<typeof DelayDefinition>;
