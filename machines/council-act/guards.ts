import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { floorGuards } from './floor-guards.ts';
import { lawGuards } from './law-guards.ts';
import { mayorGuards } from './mayor-guards.ts';
import { opinionGuards } from './opinion-guards.ts';

const general: Record<string, GuardDefinition> = {
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
  aboutThisText: {
    ...cel('event.textHash == context.textHash'),
    title: { en: 'it is about the present text', it: 'riguarda il testo attuale' },
  },
  notIntroduced: {
    ...cel('context.fileNumber == ""'),
    title: { en: 'it has not been introduced yet', it: 'non è ancora depositata' },
  },
  wasIntroduced: {
    ...cel('context.fileNumber != ""'),
    title: { en: 'it was introduced before', it: 'è già depositata' },
  },
  notReferred: {
    ...cel('size(context.committees) == 0'),
    title: { en: 'it was not referred before', it: 'non è stata ancora assegnata' },
  },
  wasReferred: {
    ...cel('size(context.committees) > 0'),
    title: { en: 'a committee has it already', it: 'è già assegnata a una commissione' },
  },
  notYetVoted: {
    ...cel('context.adopted == null'),
    title: {
      en: 'the council has not adopted it yet',
      it: 'il consiglio non l’ha ancora approvata',
    },
  },
  pending: {
    ...cel('context.enactedAt == ""'),
    title: { en: 'it is not yet law', it: 'non è ancora legge' },
  },
  endFiles: {
    ...cel('context.profile.session.end == "files"'),
    title: {
      en: 'pending matters end with the term',
      it: 'le proposte decadono con la consiliatura',
    },
  },
  committeeMayPrecede: {
    ...cel('context.profile.committee.mayPrecedeIntroduction'),
    title: {
      en: 'committees may work before introduction',
      it: 'le commissioni possono anticipare il deposito',
    },
  },
  committeeMayReport: {
    type: 'and',
    params: { guards: ['committeeMayPrecede', 'opinionsInOrder'] },
  },
  committeeMayOriginate: {
    ...cel('context.type in context.profile.committee.mayOriginate'),
    title: {
      en: 'a committee may itself bring such an act before the council',
      it: 'una commissione può proporre essa stessa un atto come questo',
    },
  },
  committeeFavours: {
    ...cel('context.committeeFavours'),
    title: {
      en: 'a committee has already reported in favour',
      it: 'una commissione è già favorevole',
    },
  },
  committeeDone: {
    ...cel('context.committeeFavours || !context.profile.committee.required'),
    title: {
      en: 'a committee has reported in favour',
      it: 'una commissione ha dato parere favorevole',
    },
  },
  committeeMajority: {
    type: 'majorityReached',
    params: { rule: cel('context.profile.committee.majority'), tally: cel('event.tally') },
    title: { en: 'the committee’s majority', it: 'la maggioranza della commissione' },
  },
  hasTally: {
    ...cel('has(event.tally)'),
    title: { en: 'the votes are counted', it: 'i voti sono contati' },
  },
  committeeCounted: { type: 'and', params: { guards: ['hasTally', 'committeeMajority'] } },
  committeeCarries: { type: 'or', params: { guards: ['isSummary', 'committeeCounted'] } },
  deferredOften: {
    ...cel('size(context.deferrals) + 1 >= context.profile.meetings.deferralAlarm'),
    title: { en: 'it has been deferred often', it: 'è stata rinviata più volte' },
  },
};

/** The conditions of an act, with those about the mayor or without. */
export function actGuards(withMayor: boolean): Record<string, GuardDefinition> {
  return {
    ...general,
    ...opinionGuards,
    ...floorGuards,
    ...(withMayor ? mayorGuards : {}),
    ...lawGuards,
  };
}
