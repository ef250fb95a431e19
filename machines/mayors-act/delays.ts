import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { reminderDelays } from '../reminder-delays.ts';

const ratification = { from: 'context.signedAt', plus: 'context.profile.mayorsAct.ratifyWithin' };

/** Every number comes from the jurisdiction's profile. */
export const delays = {
  competenceDue: {
    title: { en: 'Competence to be assessed', it: 'Termine per verificare la competenza' },
    plus: cel('context.profile.opinions.answerWithin'),
  },
  opinionsDue: {
    title: { en: 'Opinions due', it: 'Termine per i pareri' },
    plus: cel('context.profile.opinions.answerWithin'),
  },
  answerDue: {
    title: { en: 'Findings to be answered', it: 'Termine per rispondere ai rilievi' },
    plus: cel('context.profile.opinions.answerNegativeWithin'),
  },
  signDue: {
    title: { en: 'To be signed', it: 'Termine per la firma' },
    plus: cel('context.profile.mayorsAct.signWithin'),
  },
  confirmDue: {
    title: { en: 'To be confirmed by the successor', it: 'Termine per la conferma del successore' },
    plus: cel('context.profile.mayorsAct.confirmWithin'),
  },
  fileDue: {
    title: { en: 'To be filed with the clerk', it: 'Termine per il deposito' },
    from: cel('context.signedAt'),
    plus: cel('context.profile.mayorsAct.fileWithin'),
  },
  publicationDue: {
    title: { en: 'Publication due', it: 'Termine di pubblicazione' },
    plus: cel('context.profile.mayorsAct.publishWithin'),
  },
  effectDue: {
    title: { en: 'In force', it: 'Entrata in vigore' },
    from: cel(
      `context.profile.mayorsAct.effect == "signature" ? context.signedAt
        : (context.profile.mayorsAct.effect == "filing" ? context.filedAt : context.publishedAt)`,
    ),
    plus: cel('context.profile.mayorsAct.effectAfter'),
  },
  ratificationDue: {
    title: { en: 'Ratification due', it: 'Termine per la ratifica' },
    from: cel(ratification.from),
    plus: cel(ratification.plus),
  },
  ...reminderDelays(ratification),
  expiryWarning: {
    title: { en: 'Expires soon', it: 'Prossima scadenza' },
    from: cel('context.expiresOn'),
    minus: cel('context.profile.sunset.warnBefore'),
  },
  // A date means its whole day: the act ends when the day does.
  expiry: {
    title: { en: 'Expires', it: 'Scadenza' },
    from: cel('context.expiresOn'),
    plus: 'P0D',
  },
} satisfies Record<string, DelayDefinition>;
