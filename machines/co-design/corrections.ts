import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, and, meta, notify, publish, raise, record } from './blocks.ts';
import { region } from './region.ts';

/** Decisions made after the fact in question that relied on facts of its kind. */
const dependants = `context.decisions.filter(d, event.subject in d.reliesOn
  && timestamp(d.at) >= timestamp(event.effectiveAt)).map(d, d.what)`;

const note = (list: string, fields: object): ReturnType<typeof record> =>
  record(list, {
    id: cel('event.id'),
    subject: cel('event.subject'),
    reason: cel('event.reason'),
    /** When it was so, beside `at`, when we came to know. */
    effectiveAt: cel('event.effectiveAt'),
    dependants: cel(dependants),
    settled: cel(`${dependants}.size() == 0`),
    ...fields,
  });
const after = [
  publish('record.corrected', { id: cel('event.id'), dependants: cel(dependants) }),
  raise('impact.changed'),
];

/** What turns out to be wrong or comes late is added, never edited; what relied on it is listed. No stage changes by it. */
export const corrections: StateNodeConfig = region({
  meta: meta('Corrections', 'Rettifiche'),
  initial: 'settled',
  on: {
    'record.corrected': {
      guard: and('isNewCorrection', 'mayCorrect'),
      actions: [
        note('corrections', {
          entry: cel('event.entry'),
          kind: cel('event.kind'),
          before: cel('event.before'),
          after: cel('event.after'),
          authority: cel('event.authority'),
        }),
        ...after,
      ],
    },
    'entry.addedLate': {
      guard: and('isNewCorrection', 'isOfThePast'),
      actions: [
        note('lateEntries', { what: cel('event.what'), evidence: cel('event.evidence') }),
        ...after,
      ],
    },
    'impact.changed': [
      { target: '.impactOpen', guard: 'someImpactIsOpen' },
      { target: '.settled' },
    ],
    'impact.settled': {
      guard: 'impactIsOpen',
      actions: [
        ...['corrections', 'lateEntries'].map((list) =>
          amend(
            list,
            { id: cel('event.correction') },
            {
              settled: true,
              settledAt: cel('now'),
              findings: cel('event.findings'),
              standing: cel('event.standing'),
            },
          ),
        ),
        raise('impact.changed'),
      ],
    },
  },
  states: {
    settled: {
      meta: meta('None open', 'Nessuna aperta', {
        resting: [
          'No correction waits for its consequences.',
          'Nessuna rettifica attende seguiti.',
        ],
      }),
    },
    impactOpen: {
      meta: meta('Consequences to be settled', 'Conseguenze da definire', {
        responsible: ['initiativeLead', 'auditor'],
      }),
      after: { impactDue: { actions: notify(['initiativeLead', 'auditor'], 'impact.overdue') } },
    },
  },
});

const open = (list: string): string => `context.${list}.exists(c, !c.settled)`;
const isThis = (list: string): string =>
  `context.${list}.exists(c, c.id == event.correction && !c.settled)`;

export const correctionGuards = {
  isNewCorrection: {
    ...cel(
      '!context.corrections.exists(c, c.id == event.id) && !context.lateEntries.exists(c, c.id == event.id)',
    ),
    title: { en: 'it has a name of its own', it: 'ha un nome proprio' },
  },
  isClerical: {
    ...cel('event.kind == "clerical"'),
    title: { en: 'only the writing is corrected', it: 'si corregge solo la scrittura' },
  },
  correctsAnother: {
    type: 'separateFrom',
    params: { others: [cel('event.author')] },
    title: {
      en: 'nobody corrects the substance of their own entry',
      it: 'nessuno rettifica nel merito una propria iscrizione',
    },
  },
  mayCorrect: {
    type: 'or',
    params: {
      guards: ['isClerical', 'correctsAnother'],
    },
    title: {
      en: 'the writing is corrected by anyone who may, the substance only by somebody other than its author',
      it: 'la scrittura la corregge chi può, il merito solo chi non ne è autore',
    },
  },
  isOfThePast: {
    ...cel('timestamp(event.effectiveAt) <= now'),
    title: { en: 'it is about something that has happened', it: 'riguarda un fatto già accaduto' },
  },
  someImpactIsOpen: {
    ...cel(`${open('corrections')} || ${open('lateEntries')}`),
    title: {
      en: 'decisions relied on what was corrected',
      it: 'alcune decisioni si fondavano su quanto rettificato',
    },
  },
  impactIsOpen: {
    ...cel(`${isThis('corrections')} || ${isThis('lateEntries')}`),
    title: { en: 'its consequences are open', it: 'le sue conseguenze sono aperte' },
  },
} satisfies Record<string, GuardDefinition>;
