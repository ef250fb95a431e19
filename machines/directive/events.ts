import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';

const open = (): z.ZodString => z.string().min(1).meta({ publicity: 'public' });

export const events = {
  'directive.acknowledged': {
    title: { en: 'Directive acknowledged', it: 'Direttiva accettata' },
    by: ['departmentHead'],
    schema: z.object({ department: open() }),
  },
  'directive.refused': {
    title: { en: 'Directive refused', it: 'Direttiva rifiutata' },
    by: ['departmentHead'],
    schema: z.object({ department: open(), reason: open() }),
  },
  'refusal.confirmed': {
    title: { en: 'Refusal confirmed', it: 'Rifiuto confermato' },
    by: ['departmentHead'],
    schema: z.object({ department: open(), reason: open() }),
  },
  'directive.insisted': {
    title: { en: 'Department ordered to comply', it: 'Ordine di eseguire la direttiva' },
    by: ['secretaryGeneral', 'mayor'],
    schema: z.object({ department: open(), reason: open() }),
  },
  'department.released': {
    title: { en: 'Department released', it: 'Settore esonerato' },
    by: ['mayor'],
    schema: z.object({ department: open(), reason: open() }),
  },
  'department.merged': {
    title: { en: 'Department merged', it: 'Settore accorpato' },
    by: ['cityClerk', 'secretaryGeneral', 'process'],
    schema: z.object({
      department: open(),
      into: open(),
      effectiveAt: z.iso.datetime({ offset: true }).meta({ publicity: 'public' }),
    }),
  },
  'department.abolished': {
    title: { en: 'Department abolished', it: 'Settore soppresso' },
    by: ['cityClerk', 'secretaryGeneral', 'process'],
    schema: z.object({ department: open(), reason: open() }),
  },
  'directive.reassigned': {
    title: { en: 'Directive reassigned', it: 'Direttiva riassegnata' },
    by: ['secretaryGeneral', 'mayor'],
    schema: z.object({ department: open(), to: open(), reason: open() }),
  },
  'sop.recorded': {
    title: { en: 'Operating procedure recorded', it: 'Procedura operativa registrata' },
    by: ['departmentHead'],
    schema: z.object({
      department: open(),
      docId: open(),
      version: open(),
      section: z.string().optional().meta({ publicity: 'public' }),
      hash: z.string().optional().meta({ publicity: 'public' }),
    }),
  },
  'sop.verified': {
    title: { en: 'Operating procedure verified', it: 'Procedura operativa verificata' },
    by: ['cityClerk', 'legalOfficer', 'secretaryGeneral'],
    schema: z.object({ department: open(), version: open() }),
  },
  'sop.returned': {
    title: { en: 'Operating procedure returned', it: 'Procedura operativa rinviata' },
    by: ['cityClerk', 'legalOfficer', 'secretaryGeneral'],
    schema: z.object({ department: open(), version: open(), findings: open() }),
  },
  'directive.superseded': {
    title: { en: 'Directive superseded', it: 'Direttiva sostituita' },
    by: ['mayor', 'secretaryGeneral', 'process'],
    schema: z.object({ by: open(), reason: open() }),
  },
  'answers.reopened': {
    title: { en: 'An answer is awaited anew', it: 'Si attende una nuova risposta' },
    by: ['process'],
  },
  'basis.lost': {
    title: { en: 'Legal basis lost', it: 'Base giuridica venuta meno' },
    by: ['process', 'legalOfficer', 'cityClerk'],
    schema: z.object({ reason: open() }),
  },
  'basis.restored': {
    title: { en: 'Legal basis restored', it: 'Base giuridica ripristinata' },
    by: ['process', 'legalOfficer', 'cityClerk'],
    schema: z.object({}),
  },
} satisfies Record<string, AuthoredEvent>;
