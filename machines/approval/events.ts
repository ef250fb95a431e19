import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import type { RoleId } from '../roles.ts';

/** Whoever may be asked for an approval; the guard `isAsked` narrows it to the role that was. */
export const deciders = [
  'initiativeLead',
  'partnerRepresentative',
  'citizenPanel',
  'departmentHead',
  'legalOfficer',
  'financeOfficer',
  'dataProtectionOfficer',
  'dataSteward',
  'cityClerk',
  'secretaryGeneral',
  'councilChair',
  'committeeChair',
  'mayor',
  'communications',
] as const satisfies readonly RoleId[];

export const events = {
  'approval.decided': {
    title: { en: 'Approval decided', it: 'Approvazione decisa' },
    description: {
      en: 'The decision binds to the text whose hash it names. A second decision by the same approver replaces the first.',
      it: 'La decisione vale per il testo di cui indica l’impronta. Una seconda decisione della stessa persona sostituisce la prima.',
    },
    by: [...deciders],
    schema: z.object({
      decision: z
        .enum(['approved', 'rejected', 'conditional', 'abstained'])
        .meta({ publicity: 'public' }),
      hash: z.string().meta({ publicity: 'public' }),
      conditions: z.array(z.string()).optional().meta({ publicity: 'public' }),
      reason: z.string().optional().meta({ publicity: 'public' }),
    }),
  },
  'approval.recalled': {
    title: { en: 'Request recalled', it: 'Richiesta ritirata' },
    by: [...deciders, 'process'],
    schema: z.object({ reason: z.string().meta({ publicity: 'public' }) }),
  },
  'subject.changed': {
    title: { en: 'The text to approve has changed', it: 'Il testo da approvare è cambiato' },
    by: ['process'],
    schema: z.object({ hash: z.string().meta({ publicity: 'public' }) }),
  },
} satisfies Record<string, AuthoredEvent>;
