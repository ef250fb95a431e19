import { z } from '../../contracts/zod.ts';
import { hash, number, optionalFlag, optionalText, text } from './fields.ts';

const opinion = z.object({
  decision: z.enum(['positive', 'negative', 'conditional']).meta({ publicity: 'public' }),
  textHash: hash,
  findings: optionalText,
});
const because = z.object({ reason: optionalText });
const kind = z
  .enum(['legal', 'finance', 'department', 'dataProtection'])
  .meta({ publicity: 'public' });

/** What happens to a text before the council has it. */
export const draftEvents = {
  'text.submitted': {
    title: { en: 'A text is submitted', it: 'Viene presentato un testo' },
    by: ['initiativeLead', 'departmentHead'],
    schema: z.object({ textHash: hash, language: optionalText, summary: optionalText }),
  },
  'act.submitted': {
    title: { en: 'The draft goes to review', it: 'La bozza va in esame' },
    by: ['initiativeLead', 'departmentHead'],
  },
  'act.returnedToDrafting': {
    title: { en: 'The draft goes back', it: 'La bozza torna in redazione' },
    by: ['initiativeLead', 'departmentHead'],
    schema: because,
  },
  'legalOpinion.given': {
    title: { en: 'Legal opinion', it: 'Parere legale' },
    by: ['legalOfficer'],
    schema: opinion,
  },
  'financeOpinion.given': {
    title: { en: 'Financial opinion', it: 'Parere contabile' },
    by: ['financeOfficer'],
    schema: opinion,
  },
  'departmentOpinion.given': {
    title: { en: 'Opinion of the department', it: 'Parere del settore' },
    by: ['departmentHead'],
    schema: opinion,
  },
  'dataProtectionOpinion.given': {
    title: { en: 'Data protection opinion', it: 'Parere sulla protezione dei dati' },
    by: ['dataProtectionOfficer'],
    schema: opinion,
  },
  'opinion.overridden': {
    title: { en: 'A negative opinion is overridden', it: 'Si prescinde da un parere contrario' },
    by: ['mayor', 'councilChair'],
    schema: z.object({ kind, reason: text }),
  },
  'act.introduced': {
    title: { en: 'Introduced', it: 'Depositata in consiglio' },
    by: ['cityClerk'],
    schema: z.object({
      fileNumber: number,
      session: optionalText,
      sponsor: optionalText,
      emergency: optionalFlag,
    }),
  },
  'text.printed': {
    title: {
      en: 'Printed and laid before the members',
      it: 'Stampata e distribuita ai consiglieri',
    },
    by: ['cityClerk'],
    schema: z.object({ textHash: hash, note: optionalText }),
  },
  'act.withdrawn': {
    title: { en: 'Withdrawn', it: 'Ritirata' },
    by: ['initiativeLead', 'councilMember', 'cityClerk'],
    schema: because,
  },
  'act.filed': {
    title: { en: 'Filed without adoption', it: 'Archiviata senza approvazione' },
    by: ['cityClerk'],
    schema: z.object({
      by: z.enum(['council', 'administration']).meta({ publicity: 'public' }),
      reason: optionalText,
    }),
  },
  'session.ended': {
    title: { en: 'The council’s term ends', it: 'Fine della consiliatura' },
    by: ['cityClerk'],
    schema: z.object({ session: optionalText }),
  },
  'caretaker.began': {
    title: { en: 'Caretaker period begins', it: 'Inizia l’ordinaria amministrazione' },
    by: ['cityClerk'],
  },
  'caretaker.ended': {
    title: { en: 'Caretaker period ends', it: 'Finisce l’ordinaria amministrazione' },
    by: ['cityClerk'],
  },
} as const;
