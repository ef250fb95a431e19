import { setup } from 'xstate';
import { z } from '../../contracts/zod.ts';
import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { events } from './events.ts';
import { guards } from './guards.ts';

const spec = {
  id: 'dataset',
  version: '1.0.0',
  title: { en: 'Open dataset', it: 'Dataset aperto' },
  description: {
    en: 'A dataset of one department on its way into the open, and its life there. It counts once somebody other than its publisher has seen it public, under an open licence and reachable.',
    it: 'Un dataset di un settore nel suo percorso di apertura, e la sua vita pubblica. Conta quando una persona diversa da chi lo ha pubblicato lo ha visto pubblico, con licenza aperta e raggiungibile.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([
    'departmentHead',
    'dataSteward',
    'dataProtectionOfficer',
    'legalOfficer',
    'initiativeLead',
    'communications',
    'mayor',
    'process',
  ]),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    datasetId: z.string(),
    title: z.string(),
    departmentId: z.string(),
    catalogue: z.object({ kind: z.enum(['ckan', 'dcat']), url: z.string() }),
    publisher: z.string(),
    openLicences: z.array(z.string()).optional(),
    /** How often the catalogue is looked up; a week unless said. */
    recheckEvery: z.string().optional(),
    /** Without a conclusive check for so long it is stale; 30 days unless said. */
    staleAfter: z.string().optional(),
    /** How long a stale or broken dataset still counts; 14 days unless said. */
    grace: z.string().optional(),
  }),
  events,
  guards,
  actions,
  delays: {
    inventoryDue: { title: { en: 'Inventory due', it: 'Termine per l’inventario' }, plus: 'P30D' },
    privacyDue: {
      title: { en: 'Privacy opinion due', it: 'Termine per il parere sui dati personali' },
      plus: 'P30D',
    },
    reworkDue: { title: { en: 'Rework due', it: 'Termine per la rielaborazione' }, plus: 'P90D' },
    licenceDue: { title: { en: 'Licence due', it: 'Termine per la licenza' }, plus: 'P15BD' },
    qualityDue: { title: { en: 'Quality check due', it: 'Termine per la qualità' }, plus: 'P15BD' },
    publicationDue: {
      title: { en: 'Publication due', it: 'Termine per la pubblicazione' },
      plus: 'P15BD',
    },
    verificationDue: {
      title: { en: 'Verification due', it: 'Termine per la verifica' },
      plus: 'P5BD',
    },
    recheckDue: {
      title: { en: 'Next look at the catalogue', it: 'Prossima consultazione del catalogo' },
      plus: cel('context.recheckEvery'),
    },
    staleAt: {
      title: { en: 'Stale without a check', it: 'Non aggiornato senza verifica' },
      from: cel('context.lastGoodAt'),
      plus: cel('context.staleAfter'),
    },
    graceEnds: {
      title: { en: 'End of grace', it: 'Fine della tolleranza' },
      from: cel('context.faultySince'),
      plus: cel('context.grace'),
    },
    incidentDue: {
      title: { en: 'Incident to be closed', it: 'Incidente da chiudere' },
      plus: 'PT72H',
    },
  },
};

const machine = setup(setupFor(spec)).createMachine({
  id: 'dataset',
  context: {
    datasetId: cel('input.datasetId') as never,
    title: cel('input.title') as never,
    departmentId: cel('input.departmentId') as never,
    catalogue: cel('input.catalogue') as never,
    publisher: cel('input.publisher') as never,
    openLicences: cel(
      `has(input.openLicences) ? input.openLicences
        : ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "IODL-2.0"]`,
    ) as never,
    recheckEvery: cel('has(input.recheckEvery) ? input.recheckEvery : "P7D"') as never,
    staleAfter: cel('has(input.staleAfter) ? input.staleAfter : "P30D"') as never,
    grace: cel('has(input.grace) ? input.grace : "P14D"') as never,
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
  } as never,
  states: {
    preparing: {
      meta: { title: { en: 'Being prepared', it: 'In preparazione' } },
      initial: 'proposed',
      on: { 'dataset.dropped': { target: 'dropped', actions: 'drop' } },
      states: {
        proposed: {
          meta: {
            title: { en: 'Proposed', it: 'Proposto' },
            responsible: ['departmentHead', 'dataSteward'],
          },
          on: {
            'dataset.inventoried': {
              guard: 'ownerIsMapped',
              target: 'inventoried',
              actions: 'inventory',
            },
          },
          after: { inventoryDue: { actions: 'remindOwner' } },
        },
        inventoried: {
          meta: { title: { en: 'Inventoried', it: 'Inventariato' } },
          always: { target: 'privacyReview' },
        },
        privacyReview: {
          meta: {
            title: { en: 'Privacy review', it: 'Valutazione della riservatezza' },
            responsible: ['dataProtectionOfficer'],
          },
          on: {
            'privacy.cleared': {
              guard: 'reviewerIsAnother',
              target: 'licensing',
              actions: 'clear',
            },
            'privacy.conditioned': {
              guard: 'reviewerIsAnother',
              target: 'licensing',
              actions: 'condition',
            },
            'privacy.refused': {
              guard: 'reviewerIsAnother',
              target: 'reworking',
              actions: 'refuse',
            },
          },
          after: { privacyDue: { actions: 'remindPrivacy' } },
        },
        reworking: {
          meta: {
            title: { en: 'Being reworked', it: 'In rielaborazione' },
            responsible: ['departmentHead', 'dataSteward'],
          },
          on: { 'dataset.reworked': { target: 'privacyReview', actions: 'rework' } },
          after: { reworkDue: { actions: 'remindOwner' } },
        },
        licensing: {
          meta: {
            title: { en: 'Licence', it: 'Licenza' },
            responsible: ['departmentHead', 'legalOfficer'],
          },
          on: {
            'licence.chosen': { guard: 'licenceIsOpen', target: 'quality', actions: 'license' },
            'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
          },
          after: { licenceDue: { actions: 'remindOwner' } },
        },
        quality: {
          meta: {
            title: { en: 'Quality check', it: 'Controllo di qualità' },
            responsible: ['dataSteward'],
          },
          on: {
            'quality.assessed': [
              { guard: 'qualityConforms', target: 'ready', actions: 'assess' },
              { actions: 'findFaults' },
            ],
            'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
          },
          after: { qualityDue: { actions: 'remindSteward' } },
        },
        ready: {
          meta: {
            title: { en: 'Ready for publication', it: 'Pronto per la pubblicazione' },
            responsible: ['departmentHead', 'dataProtectionOfficer'],
          },
          on: {
            'dataset.published': {
              guard: 'conditionsAreFulfilled',
              target: '#dataset.online',
              actions: 'publishIt',
            },
            'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
          },
          after: { publicationDue: { actions: 'remindOwner' } },
        },
      },
    },
    online: {
      meta: { title: { en: 'Online', it: 'In linea' } },
      initial: 'published',
      on: {
        'dataset.withdrawn': [
          { guard: 'isCounted', target: 'withdrawn', actions: 'withdrawFromCount' },
          { target: 'withdrawn', actions: 'withdraw' },
        ],
        'dataset.takenDown': [
          {
            guard: 'isCounted',
            target: 'takenDown',
            actions: ['takeDown', 'leaveCountForIncident'],
          },
          { target: 'takenDown', actions: 'takeDown' },
        ],
        'dataset.superseded': [
          {
            guard: { type: 'and', params: { guards: ['successorIsAnother', 'isCounted'] } },
            target: 'superseded',
            actions: ['supersede', 'leaveCountForSuccessor'],
          },
          { guard: 'successorIsAnother', target: 'superseded', actions: 'supersede' },
        ],
      },
      states: {
        published: {
          meta: {
            title: { en: 'Published, to be verified', it: 'Pubblicato, da verificare' },
            responsible: ['dataSteward'],
          },
          entry: 'lookUp',
          on: {
            'dataset.verified': [
              {
                guard: {
                  type: 'and',
                  params: { guards: ['verifierIsAnother', 'isOpenToAll', 'wasOpened'] },
                },
                target: 'verified',
                actions: 'reopen',
              },
              {
                guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
                target: 'verified',
                actions: 'open',
              },
            ],
            'dataset.probed': [
              {
                guard: { type: 'and', params: { guards: ['isProbedOpen', 'wasOpened'] } },
                target: 'verified',
                actions: 'reopen',
              },
              { guard: 'isProbedOpen', target: 'verified', actions: 'open' },
              { guard: 'isAboutThis', actions: 'see' },
            ],
          },
          after: {
            verificationDue: { target: 'published', reenter: true, actions: 'remindSteward' },
          },
        },
        verified: {
          meta: { title: { en: 'Open', it: 'Aperto' } },
          initial: 'current',
          on: {
            'dataset.probed': [
              { guard: 'isProbedOpen', target: '.current', actions: 'confirm' },
              { guard: 'catalogueAnswered', target: '.broken', actions: 'findBroken' },
              { guard: 'isAboutThis', actions: 'see' },
            ],
            'dataset.verified': {
              guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
              target: '.current',
              actions: 'confirm',
            },
          },
          states: {
            current: {
              meta: {
                title: { en: 'Verified', it: 'Verificato' },
                responsible: ['dataSteward'],
              },
              after: {
                recheckDue: { target: 'current', reenter: true, actions: 'lookUp' },
                staleAt: { target: 'stale', actions: 'findStale' },
              },
            },
            stale: {
              meta: {
                title: { en: 'Stale: not checked for long', it: 'Non verificato da tempo' },
                responsible: ['dataSteward'],
              },
              entry: ['lookUp', 'remindSteward'],
              after: { graceEnds: { target: '#dataset.online.lost', actions: 'lose' } },
            },
            broken: {
              meta: {
                title: { en: 'Broken, within grace', it: 'Non accessibile, in tolleranza' },
                responsible: ['departmentHead', 'dataSteward'],
              },
              entry: 'alarmFaulty',
              on: {
                'dataset.repaired': { actions: ['repair', 'lookUp'] },
                'dataset.probed': [
                  { guard: 'isProbedOpen', target: 'current', actions: 'confirm' },
                  { guard: 'isAboutThis', actions: 'see' },
                ],
              },
              after: { graceEnds: { target: '#dataset.online.lost', actions: 'lose' } },
            },
          },
        },
        lost: {
          meta: {
            title: { en: 'No longer open', it: 'Non più aperto' },
            responsible: ['departmentHead', 'dataSteward'],
          },
          entry: 'alarmLost',
          on: {
            'dataset.repaired': { actions: ['repair', 'lookUp'] },
            'dataset.probed': [
              { guard: 'isProbedOpen', target: 'verified', actions: 'reopen' },
              { guard: 'isAboutThis', actions: 'see' },
            ],
            'dataset.verified': {
              guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
              target: 'verified',
              actions: 'reopen',
            },
          },
        },
      },
    },
    withdrawn: {
      meta: {
        title: { en: 'Withdrawn', it: 'Ritirato' },
        responsible: ['departmentHead', 'dataSteward'],
      },
      on: {
        'dataset.published': { target: 'online', actions: 'publishIt' },
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
