import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { tallyForMajority } from './floor-guards.ts';

const all = (...of: string[]): GuardDefinition => ({ type: 'and', params: { guards: of } });
const any = (...of: string[]): GuardDefinition => ({ type: 'or', params: { guards: of } });
const summaryOr = (source: string, title: { en: string; it: string }): GuardDefinition => ({
  ...cel(`context.record == "summary" || (${source})`),
  title,
});

/** Conditions about the mayor: what may be signed, vetoed, objected to, overridden. */
export const mayorGuards: Record<string, GuardDefinition> = {
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
    ...cel('context.profile.mayor.objection.allowed && context.objectedAt == ""'),
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
  signsThisText: summaryOr('event.textHash == context.adopted.textHash', {
    en: 'the text signed is the adopted one',
    it: 'il testo firmato è quello approvato',
  }),
  presentsThisText: summaryOr('event.textHash == context.adopted.textHash', {
    en: 'the text presented is the adopted one',
    it: 'il testo trasmesso è quello approvato',
  }),
  signerIsAnother: {
    type: 'separateFrom',
    params: {
      others: cel(
        '[context.drafter] + context.opinions.filter(o, has(o.by)).map(o, o.by)',
      ) as never,
    },
    title: {
      en: 'the signer neither drafted nor reviewed it',
      it: 'chi firma non l’ha né redatta né esaminata',
    },
  },
  /** Where this system keeps the time, silence needs nobody to write it down. */
  silenceMayBeRecorded: {
    ...cel('context.record == "summary" && context.profile.mayor.silence == "enacts"'),
    title: {
      en: 'the register says that the mayor’s time is over, and silence is consent',
      it: 'il registro dice che il termine del sindaco è decorso, e il silenzio vale assenso',
    },
  },
  overrideMajority: {
    type: 'majorityReached',
    params: {
      rule: cel('context.profile.mayor.veto.override'),
      tally: tallyForMajority,
    },
  },
  overrideCarried: all('countedWithQuorum', 'overrideMajority'),
  recountOverrides: any('noTally', 'overrideMajority'),
  overrideAttested: all('attested', 'recountOverrides'),
  overrideHolds: {
    ...any('overrideAttested', 'overrideCarried'),
    title: {
      en: 'the majority that overrides a veto was reached, with quorum',
      it: 'raggiunta la maggioranza che supera il veto, con numero legale',
    },
  },
  overrideMissed: {
    type: 'and',
    params: {
      guards: ['countedWithQuorum', { type: 'not', params: { guard: 'overrideMajority' } }],
    },
  },
  overrideFails: any('attested', 'overrideMissed'),
  newVoteCarried: all('countedWithQuorum', 'ordinaryMajority'),
  newVoteHolds: any('attested', 'newVoteCarried'),
  newVoteMissed: {
    type: 'and',
    params: {
      guards: ['countedWithQuorum', { type: 'not', params: { guard: 'ordinaryMajority' } }],
    },
  },
  newVoteFails: any('attested', 'newVoteMissed'),
  linesVetoed: {
    ...cel('size(context.vetoedLines) > 0 && !context.overrideTried'),
    title: { en: 'lines of it were vetoed', it: 'alcune voci hanno ricevuto il veto' },
  },
};
