import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, and, meta, notify, or, publish, raise, record } from './blocks.ts';
import { nextResult } from './delays.ts';
import { region } from './region.ts';
import { scales } from './scales.ts';

const result = 'context.results.filter(r, r.id == event.result)[0]';
const next = { id: cel(`${nextResult}.id`) };
const changed = raise('expectations.changed');

const nearing = {
  target: '#expectations.sorting',
  actions: [
    notify(['initiativeLead', 'partnerRepresentative'], 'result.expectedSoon', next),
    amend('results', next, { near: true }),
  ],
};
const overdue = {
  target: '#expectations.sorting',
  actions: [publish('result.late', next), amend('results', next, { late: true, near: false })],
};

/** What is expected of each result, on which scale, by when: said before it is delivered, so that nobody is surprised. */
export const expectations: StateNodeConfig = region({
  id: 'expectations',
  meta: meta('Expectations', 'Aspettative'),
  initial: 'sorting',
  on: {
    'expectations.changed': '.sorting',
    'result.expected': [
      {
        guard: and('isNewResult', 'levelIsOnScale'),
        actions: [
          record('results', {
            id: cel('event.id'),
            title: cel('event.title'),
            kind: cel('event.kind'),
            scale: cel('event.scale'),
            expectedLevel: cel('event.level'),
            expectedOn: cel('event.on'),
            level: 0,
            assessments: 0,
            deliveredAt: null,
            datasets: [],
            roleAndValue: '',
            audience: '',
            disseminatedAt: null,
            near: false,
            late: false,
            history: [],
          }),
          changed,
        ],
      },
      {
        guard: and('isUnmetResult', 'levelIsOnScale'),
        actions: [
          amend(
            'results',
            { id: cel('event.id') },
            {
              expectedLevel: cel('event.level'),
              expectedOn: cel('event.on'),
              near: false,
              late: false,
              history: cel(
                `context.results.filter(r, r.id == event.id)[0].history + [{"at": now,
                  "level": context.results.filter(r, r.id == event.id)[0].expectedLevel,
                  "on": context.results.filter(r, r.id == event.id)[0].expectedOn}]`,
              ),
            },
          ),
          changed,
        ],
      },
    ],
    'result.described': {
      guard: 'resultIsExpected',
      actions: amend(
        'results',
        { id: cel('event.result') },
        { roleAndValue: cel('event.roleAndValue'), audience: cel('event.audience') },
      ),
    },
    'result.recorded': {
      guard: and('resultIsExpected', 'datasetsAreKnown'),
      actions: [
        amend(
          'results',
          { id: cel('event.result') },
          {
            deliveredAt: cel('now'),
            evidence: cel('event.evidence'),
            datasets: cel('event.datasets'),
            ownership: cel('event.ownership'),
          },
        ),
        'reckon',
        changed,
      ],
    },
    'maturity.assessed': {
      guard: and('resultIsDelivered', 'assessedLevelIsOnScale'),
      actions: [
        amend(
          'results',
          { id: cel('event.result') },
          {
            level: cel('event.level'),
            assessedOn: cel('now'),
            assessor: cel('event.actor.subject'),
            assessments: cel(`${result}.assessments + 1`),
            late: cel(`${result}.late && event.level < ${result}.expectedLevel`),
            near: cel(`${result}.near && event.level < ${result}.expectedLevel`),
          },
        ),
        changed,
      ],
    },
    'result.disseminated': {
      guard: and('resultIsDelivered', 'roleAndValueAreSaid'),
      actions: [
        amend(
          'results',
          { id: cel('event.result') },
          { disseminatedAt: cel('now'), channel: cel('event.channel') },
        ),
        publish('result', { id: cel('event.result'), roleAndValue: cel(`${result}.roleAndValue`) }),
      ],
    },
  },
  states: {
    sorting: {
      meta: meta('Weighing', 'Valutazione'),
      always: [
        { guard: or('someResultIsLate', 'someMilestoneIsLate'), target: 'late' },
        { guard: 'someResultIsNear', target: 'atRisk' },
        { guard: 'someResultIsAwaited', target: 'onTrack' },
        { guard: 'someResultExceeds', target: 'exceeded' },
        { target: 'settled' },
      ],
    },
    settled: {
      meta: meta('Nothing is expected', 'Nulla è atteso', {
        resting: ['No result is awaited.', 'Nessun risultato è atteso.'],
      }),
    },
    onTrack: {
      meta: meta('On track', 'In linea', { responsible: ['initiativeLead'] }),
      after: { resultNear: nearing },
    },
    atRisk: {
      meta: meta('Expected soon', 'A breve', { responsible: ['initiativeLead'] }),
      after: { resultDue: overdue },
    },
    late: {
      meta: meta('Late', 'In ritardo', {
        responsible: ['initiativeLead', 'partnerRepresentative'],
      }),
      initial: 'sortingLate',
      states: {
        sortingLate: {
          meta: meta('Looking what else is awaited', 'Verifica delle altre attese'),
          always: [{ guard: 'someResultIsAwaited', target: 'othersAwaited' }, { target: 'alone' }],
        },
        othersAwaited: {
          meta: meta('Late, others awaited', 'In ritardo, altri attesi'),
          after: { resultDue: overdue },
        },
        alone: { meta: meta('Late, none awaited', 'In ritardo, nessun altro atteso') },
      },
    },
    exceeded: {
      meta: meta('Exceeded', 'Superate', {
        resting: ['More came than was expected.', 'È arrivato più del previsto.'],
      }),
    },
  },
});

const onScale = (level: string, scale: string): string =>
  Object.entries(scales)
    .map(([name, levels]) => `(${scale} == "${name}" && ${level} <= ${levels.length})`)
    .join(' || ');
const awaited = 'r.level < r.expectedLevel && !r.late';

export const expectationGuards = {
  isNewResult: {
    ...cel('!context.results.exists(r, r.id == event.id)'),
    title: { en: 'no result has this name yet', it: 'nessun risultato ha già questo nome' },
  },
  isUnmetResult: {
    ...cel('context.results.exists(r, r.id == event.id && r.level < r.expectedLevel)'),
    title: {
      en: 'the result has not come up to its expectation',
      it: 'il risultato non ha ancora raggiunto l’atteso',
    },
  },
  levelIsOnScale: {
    ...cel(`event.level >= 1 && (${onScale('event.level', 'event.scale')})`),
    title: { en: 'the level is on the scale', it: 'il livello è sulla scala' },
  },
  assessedLevelIsOnScale: {
    ...cel(`(${onScale('event.level', `${result}.scale`)})`),
    title: { en: 'the level is on the scale', it: 'il livello è sulla scala' },
  },
  resultIsExpected: {
    ...cel('context.results.exists(r, r.id == event.result)'),
    title: {
      en: 'an expectation was stated before the result',
      it: 'prima del risultato è stata dichiarata un’aspettativa',
    },
  },
  resultIsDelivered: {
    ...cel('context.results.exists(r, r.id == event.result && r.deliveredAt != null)'),
    title: { en: 'the result is delivered', it: 'il risultato è consegnato' },
  },
  datasetsAreKnown: {
    ...cel('event.datasets.all(d, context.datasets.exists(k, k.id == d))'),
    title: { en: 'the datasets used are registered', it: 'i dataset usati sono registrati' },
  },
  roleAndValueAreSaid: {
    ...cel('context.results.exists(r, r.id == event.result && r.roleAndValue != "")'),
    title: {
      en: 'it is said what the result is for and what it is worth',
      it: 'è detto a che cosa serve il risultato e quanto vale',
    },
  },
  someResultIsLate: {
    ...cel('context.results.exists(r, r.late)'),
    title: { en: 'a result is late', it: 'un risultato è in ritardo' },
  },
  someResultIsNear: {
    ...cel(`context.results.exists(r, r.near && ${awaited})`),
    title: { en: 'a result is expected soon', it: 'un risultato è atteso a breve' },
  },
  someResultIsAwaited: {
    ...cel(`context.results.exists(r, ${awaited})`),
    title: { en: 'a result is awaited', it: 'un risultato è atteso' },
  },
  someResultExceeds: {
    ...cel('context.results.exists(r, r.level > r.expectedLevel)'),
    title: { en: 'a result exceeds its expectation', it: 'un risultato supera l’atteso' },
  },
} satisfies Record<string, GuardDefinition>;
