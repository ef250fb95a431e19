import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import {
  count,
  date,
  id,
  ids,
  number,
  oneOf,
  optionalDuration,
  optionalIds,
  optionalText,
  text,
  texts,
} from './fields.ts';

const stage = oneOf(['coDesigning', 'piloting', 'goingOfficial', 'official']);

/** What the partnership wants to reach, by when, and what comes next. */
export const planningEvents = {
  'planning.begun': {
    title: { en: 'Planning begins', it: 'Inizia la pianificazione' },
    by: ['initiativeLead'],
  },
  'objective.proposed': {
    title: { en: 'An objective is proposed', it: 'È proposto un obiettivo' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({
      statement: text,
      metric: text,
      baseline: number,
      target: number,
    }),
  },
  'objective.agreed': {
    title: { en: 'A partner agrees to the objective', it: 'Un partner approva l’obiettivo' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ version: count }),
  },
  'objective.objected': {
    title: { en: 'A partner objects', it: 'Un partner obietta' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ version: count, reason: text }),
  },
  'milestone.planned': {
    title: { en: 'A milestone is planned', it: 'È pianificata una tappa' },
    by: ['initiativeLead'],
    schema: z.object({
      id,
      title: text,
      stage,
      due: date,
      tolerance: optionalDuration,
      acceptance: texts,
      dependsOn: optionalIds,
    }),
  },
  'milestone.cancelled': {
    title: { en: 'A milestone is cancelled', it: 'Una tappa è annullata' },
    by: ['initiativeLead'],
    schema: z.object({ id, reason: text, authority: text }),
  },
  'rebaseline.proposed': {
    title: { en: 'Another date is proposed', it: 'È proposta un’altra data' },
    by: ['initiativeLead'],
    schema: z.object({ milestone: id, due: date, reason: text, authority: text }),
  },
  'rebaseline.agreed': {
    title: { en: 'A partner agrees to the date', it: 'Un partner accetta la data' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ milestone: id }),
  },
  'nextSteps.proposed': {
    title: { en: 'Next steps proposed', it: 'Proposti i passi successivi' },
    description: {
      en: 'Ranges are allowed; an exact day only up to the horizon.',
      it: 'Sono ammessi intervalli; un giorno esatto solo entro l’orizzonte.',
    },
    by: ['initiativeLead'],
    schema: z.object({
      horizon: date,
      steps: z
        .array(
          z.strictObject({
            what: z.string().min(1),
            who: z.string().min(1),
            from: z.iso.date(),
            to: z.iso.date(),
            confidence: z.enum(['low', 'medium', 'high']),
          }),
        )
        .min(1)
        .max(50)
        .meta({ publicity: 'public' }),
      openQuestions: texts,
    }),
  },
  'nextSteps.agreed': {
    title: { en: 'A partner agrees to the next steps', it: 'Un partner approva i passi' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ version: count }),
  },
  'result.expected': {
    title: { en: 'A result is expected', it: 'È atteso un risultato' },
    by: ['initiativeLead', 'partnerRepresentative'],
    schema: z.object({
      id,
      title: text,
      kind: oneOf(['concept', 'mockup', 'prototype', 'dataset', 'pilot', 'report', 'service']),
      scale: oneOf(['service', 'trl', 'srl']),
      level: count,
      on: date,
    }),
  },
  'result.described': {
    title: { en: 'Role and value described', it: 'Descritti ruolo e valore' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({ result: id, roleAndValue: text, audience: text }),
  },
  'result.recorded': {
    title: { en: 'A result is delivered', it: 'È consegnato un risultato' },
    by: ['initiativeLead'],
    schema: z.object({ result: id, evidence: text, datasets: ids, ownership: text }),
  },
  'maturity.assessed': {
    title: { en: 'Maturity assessed', it: 'Valutata la maturità' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({ result: id, level: count, evidence: text }),
  },
  'result.disseminated': {
    title: { en: 'A result is shared', it: 'Un risultato è condiviso' },
    by: ['initiativeLead', 'partnerRepresentative', 'communications'],
    schema: z.object({ result: id, channel: text, url: optionalText }),
  },
} satisfies Record<string, AuthoredEvent>;
