import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

/** Every number comes from the jurisdiction's profile. */
const general = {
  opinionsDue: {
    title: { en: 'Opinions due', it: 'Termine per i pareri' },
    plus: cel('context.profile.opinions.answerWithin'),
  },
  answerToOpinionDue: {
    title: {
      en: 'Answer to a negative opinion due',
      it: 'Termine di risposta al parere contrario',
    },
    plus: cel('context.profile.opinions.answerNegativeWithin'),
  },
  noticeServed: {
    title: { en: 'Notice served', it: 'Termine di affissione compiuto' },
    from: cel('context.notice.postedAt'),
    plus: cel('context.profile.notice.period'),
  },
  secondCall: {
    title: { en: 'Second meeting possible', it: 'Seconda convocazione possibile' },
    plus: cel('context.profile.meetings.secondCallAfter'),
  },
  nextReadingFrom: {
    title: { en: 'Next reading possible', it: 'Lettura successiva possibile' },
    from: cel('context.readings[size(context.readings) - 1].at'),
    plus: cel('context.profile.readings.gap'),
  },
  publicationDue: {
    title: { en: 'Publication due', it: 'Termine di pubblicazione' },
    from: cel('context.enactedAt'),
    plus: cel('context.profile.publication.within'),
  },
  effectDue: {
    title: { en: 'In force by law', it: 'Entrata in vigore di legge' },
    from: cel(
      'context.profile.effect.from == "enactment" ? context.enactedAt : context.publishedAt',
    ),
    plus: cel(
      'context.emergency ? context.profile.effect.emergencyAfter : context.profile.effect.after',
    ),
  },
  effectOn: {
    title: { en: 'In force by its own text', it: 'Entrata in vigore secondo il testo' },
    // A state's deadlines are computed even when it is left at once, and a text need not name a day.
    from: cel('context.effectiveOn == "" ? dyn(now) : context.effectiveOn'),
  },
  expiryWarning: {
    title: { en: 'Expires soon', it: 'Prossima scadenza' },
    from: cel('context.expiresOn'),
    minus: cel('context.profile.sunset.warnBefore'),
  },
  expiry: { title: { en: 'Expires', it: 'Scadenza' }, from: cel('context.expiresOn') },
} satisfies Record<string, DelayDefinition>;

const ofMayor = {
  presentDue: {
    title: { en: 'To be presented to the mayor', it: 'Trasmissione al sindaco' },
    plus: cel('context.profile.mayor.presentWithin'),
  },
  mayorDue: {
    title: { en: 'The mayor’s time ends', it: 'Termine per il sindaco' },
    from: cel('context.presentedAt'),
    plus: cel('context.profile.mayor.decideWithin'),
  },
  overrideDue: {
    title: { en: 'Time to override the veto ends', it: 'Termine per superare il veto' },
    from: cel('context.vetoes[size(context.vetoes) - 1].at'),
    plus: cel('context.profile.mayor.veto.overrideWithin'),
  },
  newVoteFrom: {
    title: { en: 'New vote possible', it: 'Nuovo voto possibile' },
    from: cel('context.objectedAt'),
    plus: cel('context.profile.mayor.objection.newVoteAfter'),
  },
  newVoteDue: {
    title: { en: 'New vote due', it: 'Termine per il nuovo voto' },
    from: cel('context.objectedAt'),
    plus: cel('context.profile.mayor.objection.newVoteWithin'),
  },
} satisfies Record<string, DelayDefinition>;

/** The deadlines of an act, with those of the mayor or without. */
export function actDelays(withMayor: boolean): Record<string, DelayDefinition> {
  return { ...general, ...(withMayor ? ofMayor : {}) };
}
