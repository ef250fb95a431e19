import { Duration } from '../../contracts/definition/duration.ts';
import { LocalizedText } from '../../contracts/localized-text.ts';
import { z } from '../../contracts/zod.ts';
import { Count } from '../rational.ts';
import { MajorityRule } from '../vocabulary/majority-reached.ts';
import { QuorumRule } from '../vocabulary/quorum-reached.ts';

/**
 * Where a rule comes from. `verified: false` marks a number that nobody has checked against the law itself; Statehouse gives no
 * legal advice either way.
 */
const basis = { verified: z.boolean(), source: z.string().min(1) };

export const OpinionKind = z.enum(['legal', 'finance', 'department', 'dataProtection']);

const opinions = z.strictObject({
  required: z.array(OpinionKind),
  answerWithin: Duration,
  /** What an opinion that never came means: `consents`, or `waits` (the act stays where it is, the alarm is raised). */
  silence: z.enum(['consents', 'waits']),
  /** How long a negative opinion may stay unanswered before the draft goes back. */
  answerNegativeWithin: Duration,
  ...basis,
});

const committee = z.strictObject({
  required: z.boolean(),
  /** Whether the committee may work on a text before it is introduced. */
  mayPrecedeIntroduction: z.boolean(),
  /** Types of act that a committee may itself bring before the council. */
  mayOriginate: z.array(z.enum(['ordinance', 'resolution'])),
  majority: MajorityRule,
  ...basis,
});

const meetings = z.strictObject({
  seats: Count.min(1),
  quorum: QuorumRule,
  /** Least time between the call after a meeting without quorum and the second meeting. */
  secondCallAfter: Duration,
  rollCall: z.enum(['required', 'optional']),
  /** Whether a member with a conflict of interest also leaves the number that the majority is counted from. */
  conflictLeavesBase: z.boolean(),
  /** From so many deferrals on, an alarm. */
  deferralAlarm: Count.min(1),
  ...basis,
});

const majority = z.strictObject({
  ordinary: MajorityRule,
  emergency: MajorityRule,
  /** An emergency act that reaches only the ordinary majority passes as an ordinary one. */
  emergencyFallsBack: z.boolean(),
  ...basis,
});

const mayor = z.strictObject({
  presentWithin: Duration,
  decideWithin: Duration,
  silence: z.enum(['enacts', 'escalates']),
  recall: z.boolean(),
  /** `lines`: the mayor may veto single lines. The council may override once, within `overrideWithin`. */
  veto: z.strictObject({
    allowed: z.boolean(),
    lines: z.boolean(),
    override: MajorityRule,
    overrideWithin: Duration,
  }),
  /** An objection suspends the act until a new vote, not before and not after. There is no second objection. */
  objection: z.strictObject({
    allowed: z.boolean(),
    newVoteAfter: Duration,
    newVoteWithin: Duration,
  }),
  ...basis,
});

const moment = z.enum(['signature', 'filing', 'publication']);

/** Acts that the mayor issues alone. */
const mayorsAct = z.strictObject({
  /** Whether an acting mayor, with an instrument of delegation, may sign. */
  actingMayorSigns: z.boolean(),
  signWithin: Duration,
  fileWithin: Duration,
  publishWithin: Duration,
  /** From what on an act has effect, and so long after it. An urgent act has effect at once. */
  effect: moment,
  effectAfter: Duration,
  urgentEffect: moment,
  /** How long the council has to ratify an urgent act, counted from the signature. */
  ratifyWithin: Duration,
  /** How long a new mayor has to confirm what the one before had in preparation. */
  confirmWithin: Duration,
  ...basis,
});

/** The rules of one jurisdiction as data: the machine itself holds no number. Versioned; a case keeps the one it began with. */
export const JurisdictionProfile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: LocalizedText,
  calendar: z.strictObject({ timezone: z.string(), holidays: z.string().optional() }),
  opinions,
  committee,
  notice: z.strictObject({ period: Duration, mayBeWaived: z.boolean(), ...basis }),
  readings: z.strictObject({
    count: Count,
    gap: Duration,
    sameMeeting: z.boolean(),
    ...basis,
  }),
  meetings,
  majority,
  mayor,
  mayorsAct,
  publication: z.strictObject({ within: Duration, ...basis }),
  effect: z.strictObject({
    from: z.enum(['publication', 'enactment']),
    after: Duration,
    emergencyAfter: Duration,
    ...basis,
  }),
  sunset: z.strictObject({ warnBefore: Duration, ...basis }),
  session: z.strictObject({
    end: z.enum(['files', 'keeps']),
    caretaker: z.enum(['urgentOnly', 'none']),
    ...basis,
  }),
});
export type JurisdictionProfile = z.infer<typeof JurisdictionProfile>;
