import { JurisdictionProfile } from './jurisdiction-profile.ts';

const fictional = { verified: false, source: 'Fictional city; no law stands behind this number.' };
const majorityOfVotes = { base: 'cast', cmp: '>', fraction: [1, 2], tie: 'fails' } as const;

/** A fictional European city, for tests and for trying Statehouse out. */
export const euGeneric = JurisdictionProfile.parse({
  id: 'eu-generic',
  version: '1.0.0',
  title: { en: 'A European city (fictional)', it: 'Una città europea (immaginaria)' },
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  opinions: {
    required: ['legal', 'finance', 'department', 'dataProtection'],
    answerWithin: 'P15BD',
    silence: 'waits',
    answerNegativeWithin: 'P30D',
    ...fictional,
  },
  committee: {
    required: false,
    mayPrecedeIntroduction: false,
    mayOriginate: [],
    majority: majorityOfVotes,
    ...fictional,
  },
  notice: { period: 'P5BD', mayBeWaived: true, ...fictional },
  readings: { count: 2, gap: 'P7D', sameMeeting: false, ...fictional },
  meetings: {
    seats: 32,
    quorum: {
      base: 'statutory',
      cmp: '>=',
      fraction: [1, 2],
      secondCall: { cmp: '>=', fraction: [1, 3] },
    },
    secondCallAfter: 'PT24H',
    rollCall: 'required',
    conflictLeavesBase: false,
    deferralAlarm: 3,
    ...fictional,
  },
  majority: {
    ordinary: majorityOfVotes,
    emergency: { base: 'statutory', cmp: '>=', fraction: [2, 3] },
    emergencyFallsBack: true,
    ...fictional,
  },
  mayor: {
    presentWithin: 'P5BD',
    decideWithin: 'P15D',
    silence: 'escalates',
    recall: false,
    veto: {
      allowed: false,
      lines: false,
      override: { base: 'statutory', cmp: '>=', fraction: [2, 3] },
      overrideWithin: 'P30D',
    },
    objection: { allowed: true, newVoteAfter: 'P3D', newVoteWithin: 'P14D' },
    ...fictional,
  },
  mayorsAct: {
    actingMayorSigns: true,
    signWithin: 'P10BD',
    fileWithin: 'P2BD',
    publishWithin: 'P5BD',
    effect: 'filing',
    effectAfter: 'PT0S',
    urgentEffect: 'signature',
    ratifyWithin: 'P30D',
    confirmWithin: 'P30D',
    ...fictional,
  },
  publication: { within: 'P5BD', ...fictional },
  effect: { from: 'publication', after: 'P15D', emergencyAfter: 'PT0S', ...fictional },
  sunset: { warnBefore: 'P180D', ...fictional },
  session: { end: 'keeps', caretaker: 'urgentOnly', ...fictional },
});
