import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

/** Every number comes from the jurisdiction's profile. */
export const delays = {
  opinionsDue: {
    title: { en: 'Opinions due', it: 'Termine per i pareri' },
    plus: cel('context.profile.opinions.answerWithin'),
  },
  noticeServed: {
    title: { en: 'Notice served', it: 'Termine di affissione compiuto' },
    plus: cel('context.profile.notice.period'),
  },
  secondCall: {
    title: { en: 'Second meeting possible', it: 'Seconda convocazione possibile' },
    plus: cel('context.profile.meetings.secondCallAfter'),
  },
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
    plus: cel('context.profile.mayor.veto.overrideWithin'),
  },
  newVoteFrom: {
    title: { en: 'New vote possible', it: 'Nuovo voto possibile' },
    plus: cel('context.profile.mayor.objection.newVoteAfter'),
  },
  newVoteDue: {
    title: { en: 'New vote due', it: 'Termine per il nuovo voto' },
    plus: cel('context.profile.mayor.objection.newVoteWithin'),
  },
  publicationDue: {
    title: { en: 'Publication due', it: 'Termine di pubblicazione' },
    plus: cel('context.profile.publication.within'),
  },
  effectDue: {
    title: { en: 'In force', it: 'Entrata in vigore' },
    from: cel('context.effectiveAt'),
    plus: cel(
      'context.emergency ? context.profile.effect.emergencyAfter : context.profile.effect.after',
    ),
  },
  expiryWarning: {
    title: { en: 'Expires soon', it: 'Prossima scadenza' },
    from: cel('context.expiresOn'),
    minus: cel('context.profile.sunset.warnBefore'),
  },
  expiry: { title: { en: 'Expires', it: 'Scadenza' }, from: cel('context.expiresOn') },
} satisfies Record<string, DelayDefinition>;
