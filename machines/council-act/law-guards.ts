import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

/** Conditions about number, publication and force. */
export const lawGuards: Record<string, GuardDefinition> = {
  unnumbered: {
    ...cel('context.number == ""'),
    title: { en: 'it has no number yet', it: 'non ha ancora un numero' },
  },
  isNumbered: {
    ...cel('context.number != ""'),
    title: { en: 'it has a number', it: 'ha un numero' },
  },
  lawfulText: {
    ...cel('event.textHash == context.lawHash'),
    title: {
      en: 'the published text is the one that became law',
      it: 'il testo pubblicato è quello divenuto legge',
    },
  },
  erratumGiven: {
    ...cel('!context.wrongText || has(event.erratum)'),
    title: {
      en: 'after a wrong publication an erratum says so',
      it: 'dopo una pubblicazione errata un’errata corrige lo dice',
    },
  },
  mayPublish: {
    type: 'and',
    params: { guards: ['isNumbered', 'lawfulText', 'erratumGiven'] },
  },
  noDateInText: {
    ...cel('context.effectiveOn == ""'),
    title: { en: 'the text names no later date', it: 'il testo non indica una data successiva' },
  },
  wasInForce: {
    ...cel('context.inForceSince != ""'),
    title: { en: 'it was in force before', it: 'era già in vigore' },
  },
  expires: {
    ...cel('context.expiresOn != ""'),
    title: { en: 'it has an end', it: 'ha una scadenza' },
  },
};
