import { JurisdictionProfile } from './jurisdiction-profile.ts';

const charter = 'New York City Charter';
const homeRule = 'New York Municipal Home Rule Law';
const majorityOfSeats = { base: 'statutory', cmp: '>', fraction: [1, 2] } as const;

/** New York City, for conformance with the real histories of its council. */
export const usNy = JurisdictionProfile.parse({
  id: 'us-ny',
  version: '1.0.0',
  title: { en: 'New York City', it: 'Città di New York' },
  calendar: { timezone: 'America/New_York', holidays: 'US-NY' },
  opinions: {
    required: ['finance'],
    answerWithin: 'P30D',
    silence: 'waits',
    answerNegativeWithin: 'P30D',
    verified: true,
    source: `${charter}: a fiscal impact statement before the vote; the days are ours.`,
  },
  committee: {
    required: true,
    mayPrecedeIntroduction: true,
    mayOriginate: ['resolution'],
    majority: { base: 'cast', cmp: '>', fraction: [1, 2], tie: 'fails' },
    verified: false,
    source: 'Practice seen in the public register of the council.',
  },
  notice: { period: 'P8D', mayBeWaived: true, verified: true, source: charter },
  readings: { count: 1, gap: 'PT0S', sameMeeting: true, verified: false, source: charter },
  meetings: {
    seats: 51,
    quorum: { base: 'statutory', cmp: '>', fraction: [1, 2] },
    secondCallAfter: 'PT24H',
    rollCall: 'required',
    conflictLeavesBase: false,
    deferralAlarm: 3,
    verified: false,
    source: `${charter}; no second call with a lower quorum is known to us.`,
  },
  majority: {
    ordinary: majorityOfSeats,
    emergency: { base: 'statutory', cmp: '>=', fraction: [2, 3] },
    emergencyFallsBack: false,
    verified: false,
    source: `${charter}; no roll call of the register that passed an act lies below it.`,
  },
  mayor: {
    presentWithin: 'P30D',
    decideWithin: 'P30D',
    silence: 'enacts',
    recall: true,
    veto: {
      allowed: true,
      lines: false,
      override: { base: 'statutory', cmp: '>=', fraction: [2, 3] },
      overrideWithin: 'P30D',
    },
    objection: { allowed: false, newVoteAfter: 'P3D', newVoteWithin: 'P14D' },
    verified: true,
    source: `${homeRule} §§ 20-21; the time to present is ours.`,
  },
  mayorsAct: {
    actingMayorSigns: true,
    signWithin: 'P10BD',
    fileWithin: 'P5BD',
    publishWithin: 'P30D',
    effect: 'signature',
    effectAfter: 'PT0S',
    urgentEffect: 'signature',
    ratifyWithin: 'P30D',
    confirmWithin: 'P30D',
    verified: false,
    source: 'Executive orders as commonly issued; the numbers of days are ours.',
  },
  publication: { within: 'P30D', verified: false, source: charter },
  effect: {
    from: 'enactment',
    after: 'PT0S',
    emergencyAfter: 'PT0S',
    verified: false,
    source: `${homeRule}: on enactment or on the date in the text.`,
  },
  sunset: { warnBefore: 'P180D', verified: false, source: 'Ours.' },
  session: {
    end: 'files',
    caretaker: 'none',
    verified: false,
    source: 'Practice seen in the public register of the council.',
  },
});
