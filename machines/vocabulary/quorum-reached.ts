import { z } from '../../contracts/zod.ts';
import { Comparison, Count, Fraction, reaches } from '../rational.ts';
import { shareInWords } from './share-in-words.ts';
import { defineGuard } from './logic.ts';

/** What a second call, made after a meeting without quorum, needs: nothing, so many members, or another share. */
export const SecondCallQuorum = z.union([
  z.literal('none'),
  z.strictObject({ atLeast: Count }),
  z.strictObject({ cmp: Comparison, fraction: Fraction }),
]);

/**
 * When a body may decide: `present` compared with a share of `base`. `statutory` seats are all that the law provides,
 * `seated` those that are filled, `partners` the active members of a partnership. `excludeMayor` leaves the mayor out on
 * both sides.
 */
export const QuorumRule = z.strictObject({
  base: z.enum(['statutory', 'seated', 'partners']),
  cmp: Comparison,
  fraction: Fraction,
  excludeMayor: z.boolean().optional(),
  secondCall: SecondCallQuorum.optional(),
});
export type QuorumRule = z.infer<typeof QuorumRule>;

export const QuorumCounts = z.object({
  statutory: Count.optional(),
  seated: Count.optional(),
  partners: Count.optional(),
  present: Count,
  /** Whether the mayor is among the members counted in the base, and among those present. */
  mayorCounted: z.boolean().optional(),
  mayorPresent: z.boolean().optional(),
});
export type QuorumCounts = z.infer<typeof QuorumCounts>;

/** Enough members are present for `rule`. On `call` second, the rule's `secondCall` applies if it has one. */
export const quorumReached = defineGuard({
  params: z.strictObject({
    rule: QuorumRule,
    counts: QuorumCounts,
    call: z.enum(['first', 'second']).optional(),
  }),
  describe: ({ rule }) => {
    const share = shareInWords(rule.cmp, rule.fraction, rule.base);
    return { en: `quorum: ${share.en} present`, it: `numero legale: presenti ${share.it}` };
  },
  test: (_sight, { rule, counts, call }) => {
    const base = counts[rule.base];
    if (base === undefined) throw new Error(`The quorum needs the number of ${rule.base} members.`);
    const without = rule.excludeMayor === true;
    const present = counts.present - (without && counts.mayorPresent === true ? 1 : 0);
    const members = base - (without && counts.mayorCounted === true ? 1 : 0);
    const second = call === 'second' ? rule.secondCall : undefined;
    if (second === undefined) return reaches(present, rule.cmp, members, rule.fraction);
    if (second === 'none') return true;
    if ('atLeast' in second) return present >= second.atLeast;
    return reaches(present, second.cmp, members, second.fraction);
  },
});
