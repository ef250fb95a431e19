import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

export const opinionKinds = ['legal', 'finance', 'department', 'dataProtection'] as const;
export type OpinionKind = (typeof opinionKinds)[number];

/** Opinions of one kind on the present text. Of several the last one counts; all stay on the record. */
const onThisText = (kind: OpinionKind): string =>
  `context.opinions.filter(o, o.kind == "${kind}" && o.substance == context.substance)`;
const lastSays = (kind: OpinionKind, decisions: string): string =>
  `(size(${onThisText(kind)}) > 0 && ${onThisText(kind)}[size(${onThisText(kind)}) - 1].decision in ${decisions})`;
const favours = (kind: OpinionKind): string =>
  lastSays(kind, '["positive", "conditional", "lapsed"]');
const isAsked = (kind: OpinionKind): string => `"${kind}" in context.profile.opinions.required`;
const settled = (kind: OpinionKind): string =>
  `(!(${isAsked(kind)}) || "${kind}" in context.overridden || ${favours(kind)})`;

const ofKind = (
  suffix: string,
  source: (kind: OpinionKind) => string,
  title: { readonly en: string; readonly it: string },
): Record<string, GuardDefinition> =>
  Object.fromEntries(
    opinionKinds.map((kind) => [`${kind}${suffix}`, { ...cel(source(kind)), title }]),
  );

/** Conditions about the opinions that a text needs before it may be introduced or voted. */
export const opinionGuards: Record<string, GuardDefinition> = {
  ...ofKind('NotAsked', (kind) => `!(${isAsked(kind)})`, {
    en: 'this opinion is not asked for here',
    it: 'questo parere qui non è richiesto',
  }),
  ...ofKind('Favours', favours, {
    en: 'there is a favourable opinion on this text already',
    it: 'su questo testo c’è già un parere favorevole',
  }),
  opinionsSettled: {
    ...cel(opinionKinds.map(settled).join(' && ')),
    title: {
      en: 'every opinion that the rules ask for is in favour of this text, or was overridden with reasons',
      it: 'tutti i pareri richiesti su questo testo sono favorevoli, o se ne è prescisso motivando',
    },
  },
  opinionsInOrder: {
    type: 'or',
    params: { guards: ['isSummary', 'opinionsSettled'] },
  },
  reviewedByAnother: {
    type: 'separateFrom',
    params: { others: [cel('context.drafter')] as never },
    title: { en: 'somebody other than the drafter', it: 'una persona diversa da chi ha redatto' },
  },
  isNegative: {
    ...cel('event.decision == "negative"'),
    title: { en: 'the opinion is negative', it: 'il parere è contrario' },
  },
  isAgainst: {
    ...cel(
      opinionKinds
        .map((kind) => `(event.kind == "${kind}" && ${lastSays(kind, '["negative"]')})`)
        .join(' || '),
    ),
    title: {
      en: 'there is a negative opinion of this kind',
      it: 'c’è un parere contrario di questo tipo',
    },
  },
  authorityNamed: {
    ...cel('has(event.actor.authority) && event.actor.authority != ""'),
    title: {
      en: 'the authority relied on is named',
      it: 'è indicata l’autorità su cui ci si fonda',
    },
  },
  silenceConsents: {
    ...cel('context.profile.opinions.silence == "consents"'),
    title: { en: 'silence counts as consent', it: 'il silenzio vale assenso' },
  },
};
