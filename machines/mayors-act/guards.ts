import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const principal = '(has(event.actor.onBehalfOf) ? event.actor.onBehalfOf : event.actor.subject)';

/** An opinion counts for the text it was given on: another text, another opinion. */
const stands = (kind: string, decisions: string): string =>
  `context.opinions.exists(o, o.standing && o.kind == "${kind}" && o.textHash == context.textHash && o.decision in ${decisions})`;
const overridden = (kind: string): string =>
  `context.overridden.exists(o, o.kind == "${kind}" && o.textHash == context.textHash)`;
const settled = (kind: string): string =>
  `(${stands(kind, '["positive", "conditional", "lapsed"]')} || ${overridden(kind)})`;
const objected = (kind: string): string =>
  `(${stands(kind, '["negative"]')} && !${overridden(kind)})`;

/** Whether the instant from which the profile counts the effect is there. */
const reached = (moment: string): string =>
  `((${moment} == "signature" && context.signedAt != "")
    || (${moment} == "filing" && context.filedAt != "")
    || (${moment} == "publication" && context.publishedAt != ""))`;
const urgentMoment = 'context.profile.mayorsAct.urgentEffect';
const ordinaryMoment = 'context.profile.mayorsAct.effect';

export const guards = {
  isCompetent: {
    ...cel('event.withinPowers && !has(event.conflictsWith)'),
    title: {
      en: 'the mayor has the power to do this, and no ordinance stands against it',
      it: 'il sindaco ne ha il potere, e nessun regolamento vi si oppone',
    },
  },
  findingsAnswered: {
    ...cel(`context.textHash != "" && !${objected('legal')} && !${objected('finance')}`),
    title: {
      en: 'negative opinions are answered with another text, or overridden',
      it: 'ai pareri contrari si è risposto con un altro testo, o se ne è prescisso',
    },
  },
  isAnotherText: {
    ...cel('event.textHash != context.textHash'),
    title: { en: 'the text is another one', it: 'il testo è un altro' },
  },
  drafterIsNoReviewer: {
    type: 'separateFrom',
    params: { others: cel('context.reviewers') },
    title: {
      en: 'who has given an opinion does not draft',
      it: 'chi ha espresso un parere non redige',
    },
  },
  aboutThisText: {
    ...cel('event.textHash == context.textHash'),
    title: { en: 'it is about the present text', it: 'riguarda il testo attuale' },
  },
  reviewedByAnother: {
    type: 'separateFrom',
    params: { others: cel('context.drafters') },
    title: { en: 'somebody other than the drafter', it: 'una persona diversa da chi ha redatto' },
  },
  isNegative: {
    ...cel('event.decision == "negative"'),
    title: { en: 'the opinion is negative', it: 'il parere è contrario' },
  },
  authorityIsStated: {
    ...cel('has(event.actor.authority) && event.actor.authority != ""'),
    title: { en: 'the authority for it is named', it: 'è indicato in base a quale potere' },
  },
  opinionStandsAgainst: {
    ...cel(
      `context.opinions.exists(o, o.standing && o.kind == event.kind && o.textHash == context.textHash && o.decision == "negative")`,
    ),
    title: {
      en: 'such an opinion stands against this text',
      it: 'su questo testo c’è un parere contrario di questo tipo',
    },
  },
  moneyIsInvolved: {
    ...cel('context.money'),
    title: { en: 'money is involved', it: 'comporta una spesa' },
  },
  legalSettled: {
    ...cel(settled('legal')),
    title: { en: 'the legal opinion is settled', it: 'il parere legale è acquisito' },
  },
  financeSettled: {
    ...cel(settled('finance')),
    title: { en: 'the financial opinion is settled', it: 'il parere contabile è acquisito' },
  },
  opinionsSettled: {
    ...cel(`${settled('legal')} && (!context.money || ${settled('finance')})`),
    title: {
      en: 'every opinion on this text is in favour, or was overridden with authority',
      it: 'tutti i pareri su questo testo sono favorevoli, o se ne è prescisso',
    },
  },
  silenceConsents: {
    ...cel('context.profile.opinions.silence == "consents"'),
    title: { en: 'silence counts as consent', it: 'il silenzio vale assenso' },
  },
  holdsTheOffice: {
    ...cel(`context.mayor == "" || ${principal} == context.mayor`),
    title: {
      en: 'the mayor now in office, or somebody acting for them',
      it: 'il sindaco in carica, o chi ne fa le veci',
    },
  },
  delegationIsStated: {
    ...cel(
      `!has(event.actor.onBehalfOf) || (context.profile.mayorsAct.actingMayorSigns
        && ((has(event.delegation) && event.delegation != "") || (has(event.actor.authority) && event.actor.authority != "")))`,
    ),
    title: {
      en: 'an acting mayor may do this and names the instrument of delegation',
      it: 'chi fa le veci del sindaco può farlo e indica l’atto di delega',
    },
  },
  signerIsAnother: {
    type: 'separateFrom',
    params: { others: cel('context.drafters + context.reviewers') },
    title: {
      en: 'the signer has neither drafted nor reviewed it',
      it: 'chi firma non ha né redatto né esaminato',
    },
  },
  isNumbered: {
    ...cel('context.number != "" || has(event.number)'),
    title: { en: 'it has a number', it: 'ha un numero' },
  },
  numberIsTheSame: {
    ...cel('context.number == "" || !has(event.number) || event.number == context.number'),
    title: {
      en: 'a number once given stays',
      it: 'il numero una volta assegnato non cambia',
    },
  },
  unnumbered: {
    ...cel('context.number == ""'),
    title: { en: 'it has no number yet', it: 'non ha ancora un numero' },
  },
  isUrgent: {
    ...cel('context.urgent'),
    title: { en: 'it is an urgent act', it: 'è un atto urgente' },
  },
  mayHaveEffectAtOnce: {
    ...cel(
      `context.urgent ? ${reached(urgentMoment)}
        : (${reached(ordinaryMoment)} && context.profile.mayorsAct.effectAfter == "PT0S")`,
    ),
    title: {
      en: 'it was signed, filed or published as the rules ask for its effect',
      it: 'è stato firmato, depositato o pubblicato come richiesto per l’efficacia',
    },
  },
  hasADateOfEffect: {
    ...cel(`!context.urgent && ${reached(ordinaryMoment)}`),
    title: {
      en: 'the day of its effect is known',
      it: 'il giorno dell’efficacia è noto',
    },
  },
  effectNeedsPublication: {
    ...cel(`(context.urgent ? ${urgentMoment} : ${ordinaryMoment}) == "publication"`),
    title: {
      en: 'it has effect only when the right text is published',
      it: 'ha effetto solo con la pubblicazione del testo giusto',
    },
  },
  hasEffect: {
    ...cel('context.effectiveAt != ""'),
    title: { en: 'it has effect', it: 'ha effetto' },
  },
  everHadEffect: {
    ...cel('context.effectiveAt != "" || context.interrupted'),
    title: { en: 'it has or had effect', it: 'ha o ha avuto effetto' },
  },
  wasInterrupted: {
    ...cel('context.interrupted'),
    title: { en: 'its effect was interrupted', it: 'la sua efficacia si era interrotta' },
  },
  isTheSignedText: {
    ...cel('event.textHash == context.signature.textHash'),
    title: {
      en: 'the published text is the signed one',
      it: 'il testo pubblicato è quello firmato',
    },
  },
  erratumIsGiven: {
    ...cel('!context.erratumDue || (has(event.erratum) && event.erratum != "")'),
    title: {
      en: 'after a wrong text there is an erratum',
      it: 'dopo un testo sbagliato c’è un’errata corrige',
    },
  },
  wrongTextIsAnother: {
    ...cel('event.textHash != context.signature.textHash'),
    title: {
      en: 'what was published is not the signed text',
      it: 'il testo pubblicato non è quello firmato',
    },
  },
  hasAnEnd: {
    ...cel('context.expiresOn != ""'),
    title: { en: 'it has an end', it: 'ha una scadenza' },
  },
  endIsLater: {
    ...cel('context.expiresOn != "" && event.until > context.expiresOn && event.until > event.at'),
    title: {
      en: 'it has an end, and the new one is later',
      it: 'ha una scadenza, e la nuova è successiva',
    },
  },
  reminderIsAhead: {
    ...cel('now - timestamp(context.signedAt) > duration("1h")'),
    title: {
      en: 'the reminder was not yet past at the signature',
      it: 'il promemoria non era già passato alla firma',
    },
  },
} satisfies Record<string, GuardDefinition>;
