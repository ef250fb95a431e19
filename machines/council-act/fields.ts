import { z } from '../../contracts/zod.ts';
import { Count } from '../rational.ts';

/** Everything that a council does with an act is public record. */
const open = { publicity: 'public' } as const;

export const text = z.string().min(1).max(2000).meta(open);
export const optionalText = z.string().max(2000).optional().meta(open);
export const hash = z.string().min(1).max(200).meta(open);
export const number = z.string().min(1).max(100).meta(open);
export const flag = z.boolean().meta(open);
export const optionalFlag = z.boolean().optional().meta(open);
export const date = z.iso.date().optional().meta(open);
export const members = Count.meta(open);
export const texts = z.array(z.string().min(1)).min(1).max(100).meta(open);

/** The counts of one vote. `statutory`: all seats of the body; `seated`: those filled; `present`: members in the room. */
const tally = z
  .strictObject({
    yes: Count,
    no: Count,
    abstain: Count,
    present: Count,
    seated: Count,
    statutory: Count,
    chairVote: z.enum(['yes', 'no']).optional(),
  })
  .meta(open);

/** The vote of each member. Why somebody was absent is nobody's business: `absent` or `excused` is all that is written. */
const rollCall = z
  .array(
    z.strictObject({
      voter: z.string().min(1),
      option: z.enum(['yes', 'no', 'abstain', 'absent', 'excused', 'not voting', 'paired']),
    }),
  )
  .max(1000)
  .optional()
  .meta(open);

/** What the minutes say of a vote. Without a tally `attested` says that the body's clerk vouches for quorum and result. */
export const vote = {
  body: optionalText,
  session: text,
  motion: optionalText,
  textHash: hash,
  tally: tally.optional(),
  rollCall,
  attested: optionalFlag,
};
