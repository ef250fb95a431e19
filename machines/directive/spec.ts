import { setup } from 'xstate';
import { z } from '../../contracts/zod.ts';
import { cel } from '../authoring/cel.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { overdueDelays } from '../overdue-delays.ts';
import { reminderDelays } from '../reminder-delays.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { events } from './events.ts';
import { guards } from './guards.ts';

/** Everything about a directive but its states. */
export const spec = {
  id: 'directive',
  version: '1.0.0',
  title: { en: 'Directive', it: 'Direttiva' },
  description: {
    en: 'Departments are told to put a service into their standard procedures. It is done when every department’s procedure is verified by somebody else; a refusal is never silent.',
    it: 'Si dispone che i settori inseriscano un servizio nelle procedure ordinarie. È conclusa quando la procedura di ogni settore è verificata da altri; un rifiuto non resta mai senza seguito.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([
    'departmentHead',
    'secretaryGeneral',
    'mayor',
    'cityClerk',
    'legalOfficer',
    'initiativeLead',
    'committeeChair',
    'process',
  ]),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    directiveId: z.string(),
    basedOnActId: z.string(),
    instruction: z.string(),
    addressees: z.array(z.string()).min(1),
    sop: z.union([z.string(), z.looseObject({ docId: z.string() })]),
    /** For the verified procedure, from the issue. */
    dueIn: z.string(),
    /** For the acknowledgement; ten working days unless said. */
    acknowledgeIn: z.string().optional(),
    /** How long a lost basis may be cured; 90 days unless said. */
    cureIn: z.string().optional(),
    /** True keeps the directive alive once incorporated, so that it can still lose its basis. */
    staysInForce: z.boolean().optional(),
  }),
  events,
  guards,
  actions,
  delays: {
    acknowledgementDue: {
      title: { en: 'Acknowledgement due', it: 'Termine per accettare' },
      from: cel('context.answersFrom'),
      plus: cel('context.acknowledgeIn'),
    },
    incorporationDue: {
      title: { en: 'Procedure due', it: 'Termine per la procedura' },
      from: cel('context.clockFrom'),
      plus: cel('context.dueIn'),
    },
    ...reminderDelays({ from: 'context.clockFrom', plus: 'context.dueIn' }),
    ...overdueDelays('context.breachedAt'),
    rungDue: { title: { en: 'Next superior', it: 'Superiore successivo' }, plus: 'P5BD' },
    mayorDue: {
      title: { en: 'Mayor’s decision due', it: 'Termine per la decisione del sindaco' },
      plus: 'P10BD',
    },
    cureDue: {
      title: { en: 'Basis to be restored by', it: 'Termine per ripristinare la base' },
      from: cel('context.basisLostAt'),
      plus: cel('context.cureIn'),
    },
  },
};

/** XState's `setup` for it, with which its states are written. */
export const directiveSetup = setup(setupFor(spec));
