import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import { date, flag, id, ids, instant, oneOf, optionalText, text } from './fields.ts';

const lead = ['initiativeLead'] as const;

/** Designing together, trying out, and looking together at how far it has come. */
export const designEvents = {
  'coDesign.begun': {
    title: { en: 'Co-design begins', it: 'Inizia la co-progettazione' },
    by: lead,
  },
  'problem.unpacked': {
    title: { en: 'The problem is unpacked', it: 'Il problema è stato scomposto' },
    by: ['initiativeLead', 'citizenPanel', 'partnerRepresentative'],
    schema: z.object({ findings: text }),
  },
  'ideas.selected': {
    title: { en: 'Ideas selected', it: 'Scelte le idee' },
    by: ['initiativeLead', 'citizenPanel', 'partnerRepresentative'],
    schema: z.object({ ideas: text }),
  },
  'prototype.built': {
    title: { en: 'A prototype is built', it: 'È pronto un prototipo' },
    by: ['initiativeLead', 'partnerRepresentative'],
    schema: z.object({ result: id }),
  },
  'iteration.begun': {
    title: { en: 'Another round begins', it: 'Inizia un altro giro' },
    by: lead,
    schema: z.object({ lessons: text }),
  },
  'pilot.begun': {
    title: { en: 'The pilot begins', it: 'Inizia la sperimentazione' },
    by: lead,
    schema: z.object({ where: text, endsOn: date, authority: text }),
  },
  'pilot.incident': {
    title: { en: 'Incident in the pilot', it: 'Incidente nella sperimentazione' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({ what: text, stops: flag }),
  },
  'pilot.extended': {
    title: { en: 'The pilot is extended', it: 'La sperimentazione è prorogata' },
    by: ['departmentHead', 'mayor'],
    schema: z.object({ endsOn: date, reason: text, authority: text }),
  },
  'pilot.succeeded': {
    title: { en: 'The pilot has succeeded', it: 'La sperimentazione è riuscita' },
    by: lead,
    schema: z.object({ measures: text }),
  },
  'pilot.failed': {
    title: { en: 'The pilot has failed', it: 'La sperimentazione non è riuscita' },
    by: lead,
    schema: z.object({ reason: text }),
  },
  'checkpoint.scheduled': {
    title: { en: 'A checkpoint is scheduled', it: 'È fissata una verifica' },
    by: ['initiativeLead', 'departmentHead', 'committeeChair'],
    schema: z.object({ id, milestone: id, on: instant, place: optionalText }),
  },
  'checkpoint.convened': {
    title: { en: 'Partners meet for the checkpoint', it: 'I partner si riuniscono' },
    by: ['initiativeLead', 'departmentHead', 'committeeChair'],
    schema: z.object({ attendees: ids }),
  },
  'checkpoint.assessed': {
    title: { en: 'A partner assesses', it: 'Un partner valuta' },
    description: {
      en: 'Each partner for itself and once; what it says against the others is kept.',
      it: 'Ciascun partner per sé e una volta sola; il dissenso resta agli atti.',
    },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({
      rating: oneOf(['onTrack', 'atRisk', 'offTrack']),
      criteriaMet: flag,
      comment: text,
    }),
  },
  'checkpoint.concluded': {
    title: { en: 'The checkpoint is concluded', it: 'La verifica è conclusa' },
    by: ['initiativeLead', 'departmentHead', 'committeeChair'],
    schema: z.object({
      outcome: oneOf([
        'continue',
        'adjust',
        'changeDirection',
        'changePartnership',
        'pause',
        'stop',
      ]),
      /** Both are named, so that nobody forgets where it began. */
      againstOriginal: text,
      againstCurrent: text,
      minutes: text,
    }),
  },
} satisfies Record<string, AuthoredEvent>;
