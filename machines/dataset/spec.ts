import { setup } from 'xstate';
import { z } from '../../contracts/zod.ts';
import { cel } from '../authoring/cel.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { events } from './events.ts';
import { guards } from './guards.ts';

/** Everything about a dataset but its states. */
export const spec = {
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

/** XState's `setup` for it, with which its states are written. */
export const datasetSetup = setup(setupFor(spec));
