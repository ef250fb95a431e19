import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import { draftEvents } from '../council-act/draft-events.ts';
import { lawEvents } from '../council-act/law-events.ts';
import { flag, hash, number, optionalText, text, texts } from '../council-act/fields.ts';

const day = z.iso.date().meta({ publicity: 'public' });

/** What an act of the mayor shares with an act of the council has the same name and the same fields. */
const shared = {
  'text.submitted': draftEvents['text.submitted'],
  'act.submitted': draftEvents['act.submitted'],
  'legalOpinion.given': draftEvents['legalOpinion.given'],
  'financeOpinion.given': draftEvents['financeOpinion.given'],
  'act.numbered': lawEvents['act.numbered'],
  'publication.failed': lawEvents['publication.failed'],
  'wrongText.found': lawEvents['wrongText.found'],
  'act.suspended': lawEvents['act.suspended'],
  'act.reinstated': lawEvents['act.reinstated'],
  'act.annulled': lawEvents['act.annulled'],
  'act.superseded': lawEvents['act.superseded'],
  'act.changed': lawEvents['act.changed'],
} satisfies Record<string, AuthoredEvent>;

export const events = {
  ...shared,
  'competence.assessed': {
    title: { en: 'Competence assessed', it: 'Competenza verificata' },
    description: {
      en: 'Names the article of the charter or the delegation that the mayor acts under, and every ordinance that stands against it.',
      it: 'Indica la norma o la delega in base a cui il sindaco agisce, e ogni regolamento che vi si oppone.',
    },
    by: ['legalOfficer'],
    schema: z.object({
      withinPowers: flag,
      basis: text,
      conflictsWith: texts.optional().meta({ publicity: 'public' }),
      reason: optionalText,
    }),
  },
  'act.returnedToDrafting': {
    title: { en: 'The draft goes back', it: 'La bozza torna in redazione' },
    by: ['initiativeLead', 'departmentHead', 'mayor'],
    schema: z.object({ reason: text }),
  },
  'opinion.overridden': {
    title: { en: 'A negative opinion is overridden', it: 'Si prescinde da un parere contrario' },
    description: {
      en: 'Whoever does so names the authority for it.',
      it: 'Chi lo fa indica in base a quale potere.',
    },
    by: ['mayor', 'secretaryGeneral'],
    schema: z.object({
      kind: z.enum(['legal', 'finance']).meta({ publicity: 'public' }),
      textHash: hash,
      reason: text,
    }),
  },
  'act.signed': {
    title: { en: 'Signed', it: 'Firmato' },
    description: {
      en: 'An acting mayor names the instrument of delegation, here or as the authority acted under.',
      it: 'Chi fa le veci del sindaco indica l’atto di delega.',
    },
    by: ['mayor'],
    schema: z.object({
      textHash: hash,
      number: number.optional().meta({ publicity: 'public' }),
      delegation: optionalText,
    }),
  },
  'act.filedWithClerk': {
    title: { en: 'Filed with the clerk', it: 'Depositato presso il segretario' },
    by: ['cityClerk'],
    schema: z.object({ fileNumber: number.optional().meta({ publicity: 'public' }) }),
  },
  'act.published': {
    title: { en: 'Published', it: 'Pubblicato' },
    by: ['cityClerk'],
    schema: z.object({
      textHash: hash,
      gazette: text,
      issue: optionalText,
      url: optionalText,
      erratum: optionalText,
    }),
  },
  'act.ratified': {
    title: { en: 'Ratified', it: 'Ratificato' },
    by: ['councilChair', 'cityClerk', 'process'],
    schema: z.object({ by: text }),
  },
  'ratification.refused': {
    title: { en: 'Ratification refused', it: 'Ratifica negata' },
    by: ['councilChair', 'cityClerk', 'process'],
    schema: z.object({ reason: text, effects: optionalText }),
  },
  'act.extended': {
    title: { en: 'Extended', it: 'Prorogato' },
    by: ['mayor'],
    schema: z.object({ until: day, reason: text }),
  },
  'act.revoked': {
    title: { en: 'Revoked by the mayor', it: 'Revocato dal sindaco' },
    by: ['mayor'],
    schema: z.object({ reason: text, by: optionalText }),
  },
  'act.withdrawn': {
    title: { en: 'Withdrawn', it: 'Ritirato' },
    by: ['initiativeLead', 'departmentHead', 'mayor'],
    schema: z.object({ reason: text }),
  },
  'mayor.changed': {
    title: { en: 'The mayor has changed', it: 'È cambiato il sindaco' },
    by: ['cityClerk', 'process'],
    schema: z.object({ successor: text }),
  },
  'draft.confirmed': {
    title: { en: 'Confirmed by the successor', it: 'Confermato dal successore' },
    by: ['mayor'],
    schema: z.object({ delegation: optionalText }),
  },
} satisfies Record<string, AuthoredEvent>;
