import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import type { RoleId } from '../roles.ts';

const open = { publicity: 'public' } as const;
const text = (): z.ZodString => z.string().min(1).max(2000).meta(open);
const texts = z.array(z.string().min(1).max(2000)).min(1).max(100);

/** Who may take part in a review; the guards say who not, for its kind. */
export const reviewers = [
  'initiativeLead',
  'partnerRepresentative',
  'citizenPanel',
  'departmentHead',
  'cityClerk',
  'secretaryGeneral',
  'councilChair',
  'committeeChair',
  'mayor',
] as const satisfies readonly RoleId[];

export const events = {
  'review.held': {
    title: { en: 'Review held', it: 'Verifica svolta' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel', 'cityClerk', 'committeeChair'],
    schema: z.object({
      participants: z.array(z.string().min(1)).max(200).optional().meta(open),
      minutes: z.string().max(2000).optional().meta(open),
    }),
  },
  'indicator.recorded': {
    title: { en: 'Indicator recorded', it: 'Indicatore registrato' },
    description: {
      en: 'An indicator of trust comes from those who took part: it says how many were asked and what share answered.',
      it: 'Un indicatore di fiducia viene da chi ha partecipato: dice a quante persone si è chiesto e quale quota ha risposto.',
    },
    by: [...reviewers, 'dataSteward', 'financeOfficer'],
    schema: z.object({
      name: text(),
      value: z.number().meta(open),
      unit: z.string().max(100).optional().meta(open),
      source: text(),
      asked: z.int().min(1).optional().meta(open),
      responseRate: z.number().min(0).max(1).optional().meta(open),
    }),
  },
  'findings.recorded': {
    title: { en: 'Findings recorded', it: 'Risultati della verifica registrati' },
    by: [...reviewers],
    schema: z.object({ findings: text(), lessons: texts.optional().meta(open) }),
  },
  'review.concluded': {
    title: { en: 'Review concluded', it: 'Verifica conclusa' },
    description: {
      en: 'Not by the department that operates the service. What the decision asks for is done elsewhere.',
      it: 'Non dal settore che gestisce il servizio. Ciò che la decisione richiede si fa altrove.',
    },
    by: [...reviewers],
    schema: z.object({
      decision: z.enum(['continue', 'amend', 'reCoDesign', 'suspend', 'end']).meta(open),
      reason: text(),
    }),
  },
} satisfies Record<string, AuthoredEvent>;
