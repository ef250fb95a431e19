import type {
  ActionRef,
  StateNodeConfig,
  Transitions,
} from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { notify, record, set } from './act-actions.ts';
import { opinionKinds, type OpinionKind } from './opinion-guards.ts';

const officers = {
  legal: 'legalOfficer',
  finance: 'financeOfficer',
  department: 'departmentHead',
  dataProtection: 'dataProtectionOfficer',
} as const;

const titles = {
  legal: { en: 'Legal opinion', it: 'Parere legale' },
  finance: { en: 'Financial opinion', it: 'Parere contabile' },
  department: { en: 'Opinion of the department', it: 'Parere del settore' },
  dataProtection: { en: 'Data protection opinion', it: 'Parere sulla protezione dei dati' },
} as const;

type Said = ReturnType<typeof cel> | string;

const opine = (kind: OpinionKind, decision: Said, findings: Said): ActionRef =>
  record('opinions', {
    kind,
    decision,
    textHash: cel('context.textHash'),
    substance: cel('context.substance'),
    findings,
  });

function heard(kind: OpinionKind): Record<string, Transitions> {
  const actions = opine(
    kind,
    cel('event.decision'),
    cel('has(event.findings) ? event.findings : ""'),
  );
  const own = ['aboutThisText', 'reviewedByAnother'];
  return {
    [`${kind}Opinion.given`]: [
      {
        target: 'negative',
        guard: { type: 'and', params: { guards: [...own, 'isNegative'] } },
        actions,
      },
      { target: 'given', guard: { type: 'and', params: { guards: own } }, actions },
    ],
  };
}

/** One opinion: asked for on the present text, given by somebody who did not draft it. */
function opinion(kind: OpinionKind): StateNodeConfig {
  const responsible = [officers[kind]];
  const on = heard(kind);
  return {
    meta: { title: titles[kind] },
    initial: 'open',
    states: {
      open: {
        meta: { title: { en: 'Asked for', it: 'Richiesto' }, responsible },
        always: [
          { target: 'notAsked', guard: `${kind}NotAsked` },
          { target: 'given', guard: `${kind}Favours` },
        ],
        on,
        after: {
          opinionsDue: [
            { target: 'given', guard: 'silenceConsents', actions: opine(kind, 'lapsed', '') },
            { target: 'overdue', actions: notify('opinion.overdue', officers[kind]) },
          ],
        },
      },
      overdue: {
        meta: { title: { en: 'Opinion overdue', it: 'Parere in ritardo' }, responsible },
        on,
      },
      negative: {
        meta: {
          title: { en: 'Negative opinion', it: 'Parere contrario' },
          responsible: ['initiativeLead'],
        },
        entry: notify('opinion.negative', 'initiativeLead'),
        on,
        after: { answerToOpinionDue: '#council-act.drafting' },
      },
      // A further opinion on the same text replaces the last; both stay on the record.
      given: {
        meta: { title: { en: 'Opinion given', it: 'Parere espresso' }, responsible },
        on,
      },
      notAsked,
    },
  };
}

const notAsked: StateNodeConfig = {
  meta: {
    title: { en: 'Not asked for', it: 'Non richiesto' },
    resting: {
      en: 'The rules here do not ask for this opinion.',
      it: 'Le regole di qui non richiedono questo parere.',
    },
  },
};

/** The opinions on a text, asked for all at once. A negative one sends it back, unless somebody with authority overrides it. */
export const reviewing: StateNodeConfig = {
  type: 'parallel',
  meta: {
    title: { en: 'Under review', it: 'In esame' },
    responsible: ['legalOfficer', 'financeOfficer', 'departmentHead', 'dataProtectionOfficer'],
  },
  always: { target: 'ready', guard: 'opinionsSettled' },
  states: Object.fromEntries(opinionKinds.map((kind) => [kind, opinion(kind)])),
  on: {
    'act.returnedToDrafting': { target: 'drafting', actions: 'addChange' },
    'opinion.overridden': {
      guard: { type: 'and', params: { guards: ['authorityNamed', 'isAgainst'] } },
      actions: [
        set({ overridden: cel('context.overridden + [event.kind]') }),
        record('changes', {
          what: 'opinion.overridden',
          kind: cel('event.kind'),
          reason: cel('event.reason'),
          authority: cel('event.actor.authority'),
        }),
      ],
    },
  },
};
