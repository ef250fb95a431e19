import { z } from '../../contracts/zod.ts';
import { Comparison, Count, Fraction, reaches } from '../rational.ts';
import { shareInWords } from './share-in-words.ts';
import { defineGuard } from './logic.ts';

/**
 * When a motion is carried: the votes for it compared with a share of `base`, plus `plus` whole votes. `cast` are the votes for
 * and against; `present` counts abstentions; `seated` and `statutory` count the absent too; `votingPower` weighs the votes.
 * `tie: chairCasts` gives the chair a further vote when as many are for as against.
 */
export const MajorityRule = z.strictObject({
  base: z.enum(['statutory', 'seated', 'present', 'cast', 'votingPower']),
  cmp: Comparison,
  fraction: Fraction,
  plus: Count.optional(),
  tie: z.enum(['fails', 'chairCasts']).optional(),
});
export type MajorityRule = z.infer<typeof MajorityRule>;

export const Tally = z.object({
  yes: Count,
  no: Count,
  abstain: Count.optional(),
  present: Count.optional(),
  /** Default: `yes` + `no`. */
  cast: Count.optional(),
  seated: Count.optional(),
  statutory: Count.optional(),
  /** With weighted votes: the weight of all, and of those in favour. */
  votingPower: Count.optional(),
  yesPower: Count.optional(),
  /** How the chair broke the tie, if there was one. */
  chairVote: z.enum(['yes', 'no']).optional(),
});
export type Tally = z.infer<typeof Tally>;

/** The votes in favour reach `rule`. */
export const majorityReached = defineGuard({
  params: z.strictObject({ rule: MajorityRule, tally: Tally }),
  describe: ({ rule }) => {
    const share = shareInWords(rule.cmp, rule.fraction, rule.base, rule.plus);
    return { en: `majority: ${share.en} in favour`, it: `maggioranza: favorevoli ${share.it}` };
  },
  test: (_sight, { rule, tally }) => {
    const casting =
      rule.tie === 'chairCasts' && tally.yes === tally.no && tally.chairVote === 'yes' ? 1 : 0;
    const cast = (tally.cast ?? tally.yes + tally.no) + casting;
    const base = rule.base === 'cast' ? cast : tally[rule.base];
    const inFavour = rule.base === 'votingPower' ? tally.yesPower : tally.yes + casting;
    if (base === undefined || inFavour === undefined)
      throw new Error(`The majority needs the number of ${rule.base} in the tally.`);
    // Nobody in favour carries nothing, whatever the share.
    return inFavour > 0 && reaches(inFavour, rule.cmp, base, rule.fraction, rule.plus ?? 0);
  },
});
