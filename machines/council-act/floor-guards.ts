import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const not = (guard: string): GuardDefinition => ({ type: 'not', params: { guard } });
const all = (...of: string[]): GuardDefinition => ({ type: 'and', params: { guards: of } });
const any = (...of: string[]): GuardDefinition => ({ type: 'or', params: { guards: of } });

/** A roll call must be of different members, and its sum must be the tally. */
const rollCallAgrees = `(!has(event.rollCall) ? context.profile.meetings.rollCall == "optional"
  : size(distinct(event.rollCall.map(v, v.voter))) == size(event.rollCall)
    && size(event.rollCall.filter(v, v.option == "yes")) == event.tally.yes
    && size(event.rollCall.filter(v, v.option == "no")) == event.tally.no
    && size(event.rollCall.filter(v, v.option == "abstain")) == event.tally.abstain
    && !event.rollCall.exists(v, v.voter in context.conflicts && v.option in ["yes", "no", "abstain"]))`;

/** Members in conflict leave the number that the majority is counted from only where the profile says so. */
const inConflict = `(context.profile.meetings.conflictLeavesBase ? size(distinct(context.conflicts)) : 0)`;
export const tallyForMajority = cel(`{
  "yes": event.tally.yes, "no": event.tally.no, "abstain": event.tally.abstain,
  "present": event.tally.present - ${inConflict}, "seated": event.tally.seated - ${inConflict},
  "statutory": event.tally.statutory - ${inConflict},
  "chairVote": has(event.tally.chairVote) ? event.tally.chairVote : "no" }`);

const majority = (rule: string): GuardDefinition => ({
  type: 'majorityReached',
  params: { rule: cel(`context.profile.majority.${rule}`), tally: tallyForMajority },
});

const quorum = (counts: { present: string; seated: string; statutory: string }): object => ({
  type: 'quorumReached',
  params: {
    rule: cel('context.profile.meetings.quorum'),
    counts: {
      present: cel(counts.present),
      seated: cel(counts.seated),
      statutory: cel(counts.statutory),
    },
    call: cel('context.call'),
  },
});
const seats = 'context.profile.meetings.seats';

/** Conditions about notice, meetings, readings and votes of the council. */
export const floorGuards: Record<string, GuardDefinition> = {
  noticePosted: {
    ...cel('context.notice != null && context.notice.substance == context.substance'),
    title: { en: 'notice of this text was posted', it: 'questo testo è stato affisso' },
  },
  noticeServed: {
    ...cel(
      'context.noticeWaived || (context.notice != null && context.notice.substance == context.substance && context.notice.served)',
    ),
    title: {
      en: 'notice of this text was posted long enough ago',
      it: 'questo testo è stato affisso nei termini',
    },
  },
  mayWaiveNotice: {
    ...cel('context.profile.notice.mayBeWaived'),
    title: { en: 'notice may be waived', it: 'si può rinunciare ai termini' },
  },
  mayBeDealtWith: {
    ...cel(
      '!context.caretaker || context.emergency || context.profile.session.caretaker != "urgentOnly"',
    ),
    title: {
      en: 'in a caretaker period only what is urgent is dealt with',
      it: 'in ordinaria amministrazione si trattano solo le urgenze',
    },
  },
  quorumPresent: quorum({
    present: 'event.present',
    seated: 'event.seated',
    statutory: seats,
  }) as GuardDefinition,
  quorumGone: {
    type: 'not',
    params: {
      guard: quorum({ present: 'event.present', seated: 'context.seated', statutory: seats }),
    } as never,
    title: { en: 'too few members are left', it: 'manca il numero legale' },
  },
  noQuorumPresent: not('quorumPresent'),
  gapRuns: {
    ...cel('size(context.readings) > 0 && !context.gapOver'),
    title: { en: 'the time between readings runs', it: 'corre il termine tra le letture' },
  },
  gapOver: {
    ...cel('context.gapOver || has(event.waiver)'),
    title: {
      en: 'enough time has passed since the last reading, or the gap was waived',
      it: 'è passato il tempo richiesto dall’ultima lettura, o vi si è rinunciato',
    },
  },
  mayReadAgain: {
    ...cel(
      'context.profile.readings.sameMeeting || has(event.waiver) || !context.readings.exists(r, r.session == context.session)',
    ),
    title: { en: 'not two readings at one meeting', it: 'non due letture nella stessa seduta' },
  },
  readingsDone: {
    ...cel('size(context.readings) >= context.profile.readings.count'),
    title: { en: 'all readings were held', it: 'tutte le letture sono state svolte' },
  },
  motionMoved: {
    ...cel('context.motion != null'),
    title: { en: 'a motion was moved', it: 'è stata presentata una mozione' },
  },
  attests: {
    ...cel('has(event.attested) && event.attested'),
    title: {
      en: 'the clerk attests quorum and result',
      it: 'il segretario attesta numero legale ed esito',
    },
  },
  attested: all('isSummary', 'attests'),
  noTally: not('hasTally'),
  /** A register need not count, but what it counts must bear out what it says. */
  recountCarries: {
    ...any('noTally', 'ordinaryMajority'),
    title: {
      en: 'the votes that were counted make a majority',
      it: 'i voti contati fanno la maggioranza',
    },
  },
  voteOnThisText: {
    ...cel('event.textHash == context.textHash && has(event.tally)'),
    title: {
      en: 'the vote is on the present text and has a tally',
      it: 'il voto è sul testo attuale e ha i conteggi',
    },
  },
  recorderIsNoVoter: {
    ...cel('!has(event.rollCall) || !event.rollCall.exists(v, v.voter == event.actor.subject)'),
    title: { en: 'who records the vote has no vote in it', it: 'chi verbalizza non vota' },
  },
  tallyHolds: {
    ...cel(
      `has(event.tally) && event.tally.yes + event.tally.no + event.tally.abstain <= event.tally.present
        && event.tally.present <= event.tally.seated && event.tally.seated <= event.tally.statutory
        && event.tally.statutory == ${seats} && ${rollCallAgrees}`,
    ),
    title: {
      en: 'tally and roll call agree, and members in conflict did not vote',
      it: 'conteggi e appello nominale concordano e chi è in conflitto non ha votato',
    },
  },
  /** A vote that is what it says, whether or not it had a quorum. */
  counted: all('isFull', 'voteOnThisText', 'recorderIsNoVoter', 'tallyHolds'),
  voteHadQuorum: quorum({
    present: 'event.tally.present',
    seated: 'event.tally.seated',
    statutory: 'event.tally.statutory',
  }) as GuardDefinition,
  countedWithQuorum: all('counted', 'voteHadQuorum'),
  countedWithoutQuorum: {
    type: 'and',
    params: { guards: ['counted', { type: 'not', params: { guard: 'voteHadQuorum' } }] },
  },
  ordinaryMajority: majority('ordinary'),
  emergencyMajority: majority('emergency'),
  isEmergency: {
    ...cel('context.emergency'),
    title: { en: 'it is an emergency act', it: 'è un atto urgente' },
  },
  emergencyFallsBack: {
    ...cel('context.emergency && context.profile.majority.emergencyFallsBack'),
    title: {
      en: 'an emergency act may pass as an ordinary one',
      it: 'un atto urgente può passare come ordinario',
    },
  },
  emergencyCarried: all('isEmergency', 'emergencyMajority'),
  isOrdinary: not('isEmergency'),
  ordinaryCarried: all('isOrdinary', 'ordinaryMajority'),
  majorityFor: any('emergencyCarried', 'ordinaryCarried'),
  majorityMissed: {
    ...not('majorityFor'),
    title: { en: 'the majority was missed', it: 'manca la maggioranza' },
  },
  declaredCarried: {
    ...cel('event.declared == "carried"'),
    title: { en: 'declared carried', it: 'proclamato approvato' },
  },
  declaredOrdinary: {
    ...cel('event.declared == "carriedAsOrdinary"'),
    title: { en: 'declared carried as ordinary', it: 'proclamato approvato come ordinario' },
  },
  declaredLost: {
    ...cel('event.declared == "lost"'),
    title: { en: 'declared lost', it: 'proclamato respinto' },
  },
  isSubstantive: {
    ...cel('event.substantive'),
    title: { en: 'the change is substantive', it: 'la modifica è sostanziale' },
  },
  newSubstance: all('isFull', 'isSubstantive'),
};
