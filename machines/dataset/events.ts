import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';

const open = (): z.ZodString => z.string().min(1).meta({ publicity: 'public' });

export const events = {
  'dataset.inventoried': {
    title: { en: 'Dataset inventoried', it: 'Dataset inventariato' },
    by: ['departmentHead', 'dataSteward'],
    schema: z.object({
      owningDepartmentId: open(),
      identifier: open(),
      system: z.string().optional().meta({ publicity: 'internal' }),
    }),
  },
  'privacy.cleared': {
    title: { en: 'Cleared for privacy', it: 'Nulla osta sui dati personali' },
    by: ['dataProtectionOfficer'],
    schema: z.object({ opinion: open() }),
  },
  'privacy.conditioned': {
    title: { en: 'Cleared with conditions', it: 'Nulla osta con condizioni' },
    by: ['dataProtectionOfficer'],
    schema: z.object({
      opinion: open(),
      conditions: z.array(z.string().min(1)).min(1).meta({ publicity: 'public' }),
    }),
  },
  'privacy.refused': {
    title: { en: 'Refused for privacy', it: 'Parere negativo sui dati personali' },
    by: ['dataProtectionOfficer'],
    schema: z.object({ opinion: open(), reason: open() }),
  },
  'condition.fulfilled': {
    title: { en: 'Privacy condition fulfilled', it: 'Condizione soddisfatta' },
    by: ['dataProtectionOfficer'],
    schema: z.object({ condition: open(), evidence: open() }),
  },
  'dataset.reworked': {
    title: { en: 'Dataset reworked', it: 'Dataset rielaborato' },
    by: ['departmentHead', 'dataSteward'],
    schema: z.object({ measures: open() }),
  },
  'licence.chosen': {
    title: { en: 'Licence chosen', it: 'Licenza scelta' },
    by: ['departmentHead', 'dataSteward', 'legalOfficer'],
    schema: z.object({ licence: open() }),
  },
  'quality.assessed': {
    title: { en: 'Quality assessed', it: 'Qualità valutata' },
    by: ['dataSteward'],
    schema: z.object({
      conforms: z.boolean().meta({ publicity: 'public' }),
      violations: z.int().min(0).meta({ publicity: 'public' }),
      report: open(),
    }),
  },
  'dataset.published': {
    title: { en: 'Dataset published', it: 'Dataset pubblicato' },
    by: ['departmentHead', 'dataSteward', 'initiativeLead', 'communications'],
    schema: z.object({
      accessUrls: z.array(z.string().min(1)).min(1).meta({ publicity: 'public' }),
      formats: z.array(z.string()).optional().meta({ publicity: 'public' }),
    }),
  },
  'dataset.verified': {
    title: { en: 'Dataset verified', it: 'Dataset verificato' },
    by: ['dataSteward'],
    schema: z.object({
      public: z.boolean().meta({ publicity: 'public' }),
      licence: open(),
      distributionsReachable: z.int().min(0).meta({ publicity: 'public' }),
      hash: z.string().optional().meta({ publicity: 'public' }),
    }),
  },
  'dataset.probed': {
    title: { en: 'Catalogue looked up', it: 'Catalogo consultato' },
    by: ['process'],
    schema: z.object({
      datasetId: open(),
      catalogue: z.enum(['answered', 'down']).meta({ publicity: 'public' }),
      public: z.boolean().optional().meta({ publicity: 'public' }),
      licence: z.string().optional().meta({ publicity: 'public' }),
      distributionsReachable: z.int().min(0).optional().meta({ publicity: 'public' }),
      hash: z.string().optional().meta({ publicity: 'public' }),
    }),
  },
  'dataset.repaired': {
    title: { en: 'Dataset repaired', it: 'Dataset riparato' },
    by: ['departmentHead', 'dataSteward'],
    schema: z.object({ measures: open() }),
  },
  'dataset.withdrawn': {
    title: { en: 'Dataset withdrawn', it: 'Dataset ritirato' },
    by: ['departmentHead', 'dataSteward'],
    schema: z.object({ reason: open() }),
  },
  'dataset.takenDown': {
    title: { en: 'Dataset taken down at once', it: 'Dataset oscurato con urgenza' },
    description: {
      en: 'Needs nobody’s consent. The incident stays on the record and must be closed.',
      it: 'Non serve il consenso di nessuno. L’incidente resta agli atti e va chiuso.',
    },
    by: ['dataProtectionOfficer', 'dataSteward', 'departmentHead'],
    schema: z.object({
      incident: open(),
      cause: z.enum(['personalData', 'security', 'law', 'wrongData']).meta({ publicity: 'public' }),
      details: z.string().optional().meta({ publicity: 'internal' }),
    }),
  },
  'incident.closed': {
    title: { en: 'Incident closed', it: 'Incidente chiuso' },
    by: ['dataProtectionOfficer'],
    schema: z.object({ incident: open(), measures: open() }),
  },
  'dataset.superseded': {
    title: { en: 'Dataset superseded', it: 'Dataset sostituito' },
    by: ['dataSteward', 'process'],
    schema: z.object({ by: open() }),
  },
  'dataset.dropped': {
    title: { en: 'Dataset given up', it: 'Dataset abbandonato' },
    by: ['departmentHead', 'dataSteward'],
    schema: z.object({ reason: open() }),
  },
} satisfies Record<string, AuthoredEvent>;
