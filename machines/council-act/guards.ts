import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const required = ['legal', 'finance', 'department', 'dataProtection'] as const;

/** An opinion counts for the text it was given on: another text, another opinion. */
const given = (kind: string, decisions: string): string =>
  `context.opinions.exists(o, o.kind == "${kind}" && o.textHash == context.textHash && o.decision in ${decisions})`;
const settled = (kind: string): string =>
  `(!("${kind}" in context.profile.opinions.required) || ${given(kind, '["positive", "conditional", "lapsed"]')} || "${kind}" in context.overridden)`;

/** A roll call must be of different members, and its sum must be the tally. */
const rollCallAgrees = `(!has(event.rollCall) ? context.profile.meetings.rollCall == "optional"
  : size(distinct(event.rollCall.map(v, v.voter))) == size(event.rollCall)
    && size(event.rollCall.filter(v, v.option == "yes")) == event.tally.yes
    && size(event.rollCall.filter(v, v.option == "no")) == event.tally.no
    && size(event.rollCall.filter(v, v.option == "abstain")) == event.tally.abstain
    && !event.rollCall.exists(v, v.voter in context.conflicts && v.option in ["yes", "no"]))`;

export const guards = {
  isSummary: {
    ...cel('context.record == "summary"'),
    title: { en: 'the register keeps the record', it: 'il registro conserva gli atti' },
  },
  isFull: {
    ...cel('context.record != "summary"'),
    title: { en: 'the whole record is kept here', it: 'gli atti sono conservati qui' },
  },
  hasText: {
    ...cel('context.textHash != ""'),
    title: { en: 'there is a text', it: 'c’è un testo' },
  },
  opinionsSettled: {
    ...cel(required.map(settled).join(' && ')),
    title: {
      en: 'every opinion that the rules ask for is in favour of this text, or was overridden with reasons',
      it: 'tutti i pareri richiesti su questo testo sono favorevoli, o se ne è prescisso motivando',
    },
  },
  reviewedByAnother: {
    type: 'separateFrom',
    params: { others: [cel('context.drafter')] as never },
    title: { en: 'somebody other than the drafter', it: 'una persona diversa da chi ha redatto' },
  },
  aboutThisText: {
    ...cel('event.textHash == context.textHash'),
    title: { en: 'it is about the present text', it: 'riguarda il testo attuale' },
  },
  isNegative: {
    ...cel('event.decision == "negative"'),
    title: { en: 'the opinion is negative', it: 'il parere è contrario' },
  },
  committeeMayPrecede: {
    ...cel('context.profile.committee.mayPrecedeIntroduction'),
    title: {
      en: 'committees may work before introduction',
      it: 'le commissioni possono anticipare il deposito',
    },
  },
  committeeDone: {
    ...cel('context.committeeFavours || !context.profile.committee.required'),
    title: {
      en: 'a committee has reported in favour',
      it: 'una commissione ha dato parere favorevole',
    },
  },
  committeeCarries: {
    type: 'or',
    params: {
      guards: [
        'isSummary',
        {
          type: 'majorityReached',
          params: { rule: cel('context.profile.committee.majority'), tally: cel('event.tally') },
        },
      ],
    } as never,
    title: { en: 'the committee’s majority', it: 'la maggioranza della commissione' },
  },
  noticeServed: {
    ...cel(
      'context.noticeWaived || (context.notice != null && context.notice.textHash == context.textHash && context.notice.served)',
    ),
    title: {
      en: 'notice of this text was posted long enough ago',
      it: 'questo testo è stato affisso nei termini',
    },
  },
  quorumPresent: {
    type: 'quorumReached',
    params: {
      rule: cel('context.profile.meetings.quorum'),
      counts: {
        present: cel('event.present'),
        seated: cel('event.seated'),
        statutory: cel('context.profile.meetings.seats'),
      },
      call: cel('context.call'),
    } as never,
  },
  quorumGone: {
    type: 'not',
    params: {
      guard: {
        type: 'quorumReached',
        params: {
          rule: cel('context.profile.meetings.quorum'),
          counts: {
            present: cel('event.present'),
            seated: cel('context.seated'),
            statutory: cel('context.profile.meetings.seats'),
          },
          call: cel('context.call'),
        },
      },
    } as never,
    title: { en: 'too few members are left', it: 'manca il numero legale' },
  },
  mayReadAgain: {
    ...cel(
      'size(context.readings) == 0 || context.profile.readings.sameMeeting || has(event.waiver) || !context.readings.exists(r, r.session == context.session)',
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
  attested: {
    ...cel('context.record == "summary" && has(event.attested) && event.attested'),
    title: {
      en: 'the clerk attests quorum and result',
      it: 'il segretario attesta numero legale ed esito',
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
      `event.tally.yes + event.tally.no + event.tally.abstain <= event.tally.present && event.tally.present <= event.tally.seated && ${rollCallAgrees}`,
    ),
    title: {
      en: 'tally and roll call agree, members in conflict aside',
      it: 'conteggi e appello nominale concordano',
    },
  },
  voteHadQuorum: {
    type: 'quorumReached',
    params: {
      rule: cel('context.profile.meetings.quorum'),
      counts: {
        present: cel('event.tally.present'),
        seated: cel('event.tally.seated'),
        statutory: cel('event.tally.statutory'),
      },
      call: cel('context.call'),
    } as never,
  },
  ordinaryMajority: {
    type: 'majorityReached',
    params: { rule: cel('context.profile.majority.ordinary'), tally: cel('event.tally') } as never,
  },
  emergencyMajority: {
    type: 'majorityReached',
    params: { rule: cel('context.profile.majority.emergency'), tally: cel('event.tally') } as never,
  },
  overrideMajority: {
    type: 'majorityReached',
    params: {
      rule: cel('context.profile.mayor.veto.override'),
      tally: cel('event.tally'),
    } as never,
  },
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
  mayVeto: {
    ...cel('context.profile.mayor.veto.allowed'),
    title: { en: 'the mayor has a veto here', it: 'il sindaco ha potere di veto' },
  },
  mayVetoLines: {
    ...cel('context.profile.mayor.veto.lines'),
    title: {
      en: 'the mayor may veto single lines',
      it: 'il sindaco può porre il veto su singole voci',
    },
  },
  mayObject: {
    ...cel('context.profile.mayor.objection.allowed && !context.objected'),
    title: { en: 'the mayor may object once', it: 'il sindaco può opporsi una volta' },
  },
  mayRecall: {
    ...cel('context.profile.mayor.recall'),
    title: { en: 'the council may recall it', it: 'il consiglio può richiamarla' },
  },
  silenceEnacts: {
    ...cel('context.profile.mayor.silence == "enacts"'),
    title: { en: 'silence is consent', it: 'il silenzio vale assenso' },
  },
  signerIsNotDrafter: {
    type: 'separateFrom',
    params: { others: [cel('context.drafter')] as never },
    title: { en: 'the signer did not draft it', it: 'chi firma non ha redatto' },
  },
  overrideUntried: {
    ...cel('!context.overrideTried'),
    title: { en: 'the council may try once', it: 'il consiglio può provare una volta' },
  },
  unnumbered: {
    ...cel('context.number == ""'),
    title: { en: 'it has no number yet', it: 'non ha ancora un numero' },
  },
  isNumbered: {
    ...cel('context.number != ""'),
    title: { en: 'it has a number', it: 'ha un numero' },
  },
  adoptedText: {
    ...cel('event.textHash == context.adopted.textHash'),
    title: {
      en: 'the published text is the adopted one',
      it: 'il testo pubblicato è quello approvato',
    },
  },
  expires: {
    ...cel('context.expiresOn != ""'),
    title: { en: 'it has an end', it: 'ha una scadenza' },
  },
  endFiles: {
    ...cel('context.profile.session.end == "files"'),
    title: {
      en: 'pending matters end with the term',
      it: 'le proposte decadono con la consiliatura',
    },
  },
  mayWaiveNotice: {
    ...cel('context.profile.notice.mayBeWaived'),
    title: { en: 'notice may be waived', it: 'si può rinunciare ai termini' },
  },
} satisfies Record<string, GuardDefinition>;

const not = (guard: string): GuardDefinition => ({ type: 'not', params: { guard } });
const all = (...of: string[]): GuardDefinition => ({ type: 'and', params: { guards: of } });
const any = (...of: string[]): GuardDefinition => ({ type: 'or', params: { guards: of } });
const summaryOr = (source: string, title: { en: string; it: string }): GuardDefinition => ({
  ...cel(`context.record == "summary" || (${source})`),
  title,
});

const notAsked = Object.fromEntries(
  required.map((kind) => [
    `${kind}NotAsked`,
    {
      ...cel(`!("${kind}" in context.profile.opinions.required)`),
      title: { en: 'this opinion is not asked for here', it: 'questo parere qui non è richiesto' },
    },
  ]),
);

/** Guards made of others, and those that a register's summary need not meet. */
export const composedGuards: Record<string, GuardDefinition> = {
  ...notAsked,
  pending: {
    ...cel('context.enactedAt == ""'),
    title: { en: 'it is not yet law', it: 'non è ancora legge' },
  },
  silenceConsents: {
    ...cel('context.profile.opinions.silence == "consents"'),
    title: { en: 'silence counts as consent', it: 'il silenzio vale assenso' },
  },
  committeeReported: {
    ...cel('context.committeeFavours'),
    title: {
      en: 'a committee has already reported in favour',
      it: 'una commissione è già favorevole',
    },
  },
  isSubstantive: {
    ...cel('event.substantive && context.record != "summary"'),
    title: { en: 'the change is substantive', it: 'la modifica è sostanziale' },
  },
  emergencyCarried: all('isEmergency', 'emergencyMajority'),
  isOrdinary: not('isEmergency'),
  ordinaryCarried: all('isOrdinary', 'ordinaryMajority'),
  emergencyOrOrdinary: any('emergencyCarried', 'ordinaryCarried'),
  majorityMissed: {
    ...not('emergencyOrOrdinary'),
    title: { en: 'the majority was missed', it: 'manca la maggioranza' },
  },
  signsThisText: summaryOr('event.textHash == context.adopted.textHash', {
    en: 'the text signed is the adopted one',
    it: 'il testo firmato è quello approvato',
  }),
  presentsThisText: summaryOr('event.textHash == context.adopted.textHash', {
    en: 'the text presented is the adopted one',
    it: 'il testo trasmesso è quello approvato',
  }),
  silenceMayBeRecorded: summaryOr(
    'context.silentAt != "" && context.profile.mayor.silence == "enacts"',
    {
      en: 'the mayor’s time is over and silence is consent',
      it: 'il termine del sindaco è decorso e il silenzio vale assenso',
    },
  ),
  overrideCounted: all('isFull', 'tallyHolds', 'overrideMajority'),
  overrideHolds: any('attested', 'overrideCounted'),
  newVoteCounted: all('isFull', 'tallyHolds', 'ordinaryMajority'),
  newVoteHolds: any('attested', 'newVoteCounted'),
};
