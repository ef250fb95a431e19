import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { online } from './online.ts';
import { preparing } from './preparing.ts';
import { datasetSetup, spec } from './spec.ts';

const machine = datasetSetup.createMachine({
  id: 'dataset',
  context: {
    datasetId: cel('input.datasetId'),
    title: cel('input.title'),
    departmentId: cel('input.departmentId'),
    catalogue: cel('input.catalogue'),
    publisher: cel('input.publisher'),
    openLicences: cel(
      `has(input.openLicences) ? input.openLicences
        : ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "IODL-2.0"]`,
    ),
    recheckEvery: cel('has(input.recheckEvery) ? input.recheckEvery : "P7D"'),
    staleAfter: cel('has(input.staleAfter) ? input.staleAfter : "P30D"'),
    grace: cel('has(input.grace) ? input.grace : "P14D"'),
    identifier: '',
    preparedBy: [],
    privacy: null,
    conditions: [],
    licence: null,
    quality: null,
    publishedAt: null,
    publishers: [],
    accessUrls: [],
    lastCheck: null,
    lastGoodAt: null,
    checks: 0,
    openedAt: null,
    counted: false,
    fault: null,
    faultySince: null,
    findings: [],
    incidents: [],
    supersededBy: null,
    outcome: null,
  },
  initial: 'preparing',
  output: {
    datasetId: cel('context.datasetId'),
    outcome: cel('context.outcome'),
    supersededBy: cel('context.supersededBy'),
  },
  states: {
    preparing,
    online,
    withdrawn: {
      meta: {
        title: { en: 'Withdrawn', it: 'Ritirato' },
        responsible: ['departmentHead', 'dataSteward'],
      },
      on: {
        'dataset.published': {
          guard: 'conditionsAreFulfilled',
          target: 'online',
          actions: 'publishIt',
        },
        // Copies may be about, so what is found later is an incident too.
        'dataset.takenDown': { target: 'takenDown', actions: 'takeDown' },
        'dataset.dropped': { target: 'dropped', actions: 'drop' },
        'dataset.superseded': {
          guard: 'successorIsAnother',
          target: 'superseded',
          actions: 'supersede',
        },
      },
    },
    takenDown: {
      meta: {
        title: { en: 'Taken down: open incident', it: 'Oscurato: incidente aperto' },
        responsible: ['dataProtectionOfficer', 'dataSteward'],
      },
      on: {
        'incident.closed': {
          guard: 'incidentIsOpen',
          target: 'preparing.reworking',
          actions: 'closeIncident',
        },
      },
      after: { incidentDue: { actions: 'alarmIncident' } },
    },
    superseded: { type: 'final', meta: { title: { en: 'Superseded', it: 'Sostituito' } } },
    dropped: { type: 'final', meta: { title: { en: 'Given up', it: 'Abbandonato' } } },
  },
});

/**
 * One dataset on its way into the open and its life there. Input: `datasetId`, `title`, `departmentId`, `catalogue`, `publisher`.
 * Tells the parent `dataset.opened`, `dataset.lost`, `dataset.restored`. Output: `datasetId`, `outcome` (superseded, dropped).
 */
export const dataset = defineProcess(spec, machine);
