import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, breach, cure, meta, not, notify, record, spawn } from './blocks.ts';
import { datasetsSuffice } from './facts.ts';
import { region } from './region.ts';

const its = { id: cel('event.datasetId') };

/** The datasets that the co-design opens: each is a process of its own, here they are counted. */
export const datasets: StateNodeConfig = region({
  meta: meta('Open datasets', 'Dataset aperti'),
  initial: 'below',
  on: {
    'dataset.registered': {
      guard: 'isNewDataset',
      actions: [
        record('datasets', {
          id: cel('event.id'),
          title: cel('event.title'),
          departmentId: cel('event.department'),
          status: 'preparing',
          openedAt: null,
          lostAt: null,
        }),
        spawn('dataset', cel('"dataset-" + event.id'), {
          datasetId: cel('event.id'),
          title: cel('event.title'),
          departmentId: cel('event.department'),
          catalogue: { kind: cel('event.catalogue'), url: cel('event.url') },
          publisher: cel('event.publisher'),
          recheckEvery: cel('has(event.recheckEvery) ? event.recheckEvery : "P7D"'),
          staleAfter: cel('has(event.staleAfter) ? event.staleAfter : "P30D"'),
          grace: cel('has(event.grace) ? event.grace : "P14D"'),
        }),
      ],
    },
    'dataset.opened': {
      actions: [
        amend('datasets', its, {
          status: 'open',
          departmentId: cel('event.departmentId'),
          openedAt: cel('now'),
        }),
        'reckon',
      ],
    },
    'dataset.lost': {
      actions: [
        amend('datasets', its, {
          status: 'lost',
          lostAt: cel('now'),
          reason: cel('event.reason'),
        }),
        'reckon',
      ],
    },
    'dataset.restored': {
      actions: [amend('datasets', its, { status: 'open', lostAt: null }), 'reckon'],
    },
  },
  states: {
    below: {
      meta: meta('Too few yet', 'Ancora troppo pochi', {
        responsible: ['initiativeLead', 'dataSteward'],
      }),
      always: { guard: 'datasetsSuffice', target: 'met' },
    },
    met: {
      meta: meta('Enough', 'Abbastanza', {
        resting: ['Enough datasets are open and used.', 'Abbastanza dataset sono aperti e usati.'],
      }),
      always: { guard: not('datasetsSuffice'), target: 'regressed' },
    },
    regressed: {
      meta: meta('No longer enough', 'Non più abbastanza', {
        responsible: ['dataSteward', 'departmentHead'],
      }),
      entry: notify(['dataSteward', 'departmentHead', 'initiativeLead'], 'datasets.regressed'),
      always: { guard: 'datasetsSuffice', target: 'met', actions: cure('datasets') },
      after: { datasetGrace: { actions: breach('datasets', 'serious') } },
    },
  },
});

export const datasetGuards = {
  isNewDataset: {
    ...cel('!context.datasets.exists(d, d.id == event.id)'),
    title: { en: 'it was not registered before', it: 'non era già registrato' },
  },
  datasetsSuffice: {
    ...cel(datasetsSuffice),
    title: {
      en: 'enough datasets of different departments are open and used by a result',
      it: 'abbastanza dataset di settori diversi sono aperti e usati da un risultato',
    },
  },
} satisfies Record<string, GuardDefinition>;
