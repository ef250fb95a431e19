import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, breach, cure, meta, notify, raise, record, set } from './blocks.ts';
import { region } from './region.ts';

const secure = {
  target: '.secured',
  actions: [
    cure('budget'),
    set({
      rescoped: true,
      budget: {
        status: 'secured',
        amount: cel('event.amount'),
        currency: cel('event.currency'),
        line: cel('event.line'),
        until: cel('has(event.until) ? event.until : ""'),
      },
    }),
  ],
};
const status = (status: string): ReturnType<typeof set> =>
  set({
    budget: cel(
      `{"status": "${status}", "amount": context.budget.amount, "currency": context.budget.currency,
        "line": context.budget.line, "until": context.budget.until}`,
    ),
  });
const lose = {
  target: 'lost',
  actions: [status('lost'), raise('halt.needed', { cause: 'budget' })],
};
const reduce = {
  target: 'reduced',
  actions: [
    set({
      rescoped: false,
      budget: cel(
        `{"status": "reduced", "amount": event.amount, "currency": context.budget.currency,
          "line": context.budget.line, "until": context.budget.until}`,
      ),
    }),
    notify(['initiativeLead'], 'budget.reduced'),
  ],
};

/** Where the means come from: a funded initiative given a new direction, and the budget line itself. */
export const budget: StateNodeConfig = region({
  meta: meta('Budget', 'Bilancio'),
  initial: 'unsecured',
  on: {
    'funding.found': {
      guard: 'isNewOrigin',
      actions: record('origins', {
        id: cel('event.origin'),
        programme: cel('event.programme'),
        funder: cel('event.funder'),
        budgetLine: cel('event.budgetLine'),
        amount: cel('event.amount'),
        currency: cel('event.currency'),
        evidence: cel('event.evidence'),
        was: '',
        becomes: '',
        withdrawn: false,
      }),
    },
    'redirection.agreed': {
      guard: 'isKnownOrigin',
      actions: [
        amend(
          'origins',
          { id: cel('event.origin') },
          {
            was: cel('event.was'),
            becomes: cel('event.becomes'),
            authority: cel('event.authority'),
            redirectedAt: cel('now'),
          },
        ),
        'reckon',
      ],
    },
    'funding.withdrawn': {
      guard: 'isKnownOrigin',
      actions: [amend('origins', { id: cel('event.origin') }, { withdrawn: true }), 'reckon'],
    },
    'budget.secured': secure,
  },
  states: {
    unsecured: {
      meta: meta('Not secured', 'Non assicurato', {
        responsible: ['financeOfficer', 'initiativeLead'],
      }),
    },
    secured: {
      meta: meta('Secured', 'Assicurato', {
        resting: ['The means are there.', 'I mezzi ci sono.'],
      }),
      on: { 'budget.reduced': reduce, 'budget.lost': lose },
    },
    reduced: {
      meta: meta('Reduced: the scope is to be agreed anew', 'Ridotto: l’ambito va riconcordato', {
        responsible: ['initiativeLead', 'partnerRepresentative'],
      }),
      on: {
        'budget.reduced': { ...reduce, target: 'reduced' },
        'budget.lost': lose,
        'outcome.decided': {
          target: 'secured',
          guard: 'rescopes',
          actions: [set({ rescoped: true }), status('secured')],
        },
      },
    },
    lost: {
      meta: meta('Lost', 'Venuto meno', { responsible: ['financeOfficer', 'mayor'] }),
      entry: notify(['financeOfficer', 'mayor', 'initiativeLead'], 'budget.lost'),
      after: { cureDue: { actions: breach('budget', 'serious') } },
    },
  },
});

export const budgetGuards = {
  isNewOrigin: {
    ...cel('!context.origins.exists(o, o.id == event.origin)'),
    title: { en: 'it was not found before', it: 'non era già stata trovata' },
  },
  isKnownOrigin: {
    ...cel('context.origins.exists(o, o.id == event.origin && !o.withdrawn)'),
    title: { en: 'this funding was found', it: 'questo finanziamento è stato trovato' },
  },
  budgetSecured: {
    ...cel('context.budget != null && context.budget.status == "secured"'),
    title: {
      en: 'the budget is secured, and the scope fits it',
      it: 'il bilancio è assicurato, e l’ambito vi corrisponde',
    },
  },
} satisfies Record<string, GuardDefinition>;
