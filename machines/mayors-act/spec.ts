import { setup } from 'xstate';
import { z } from '../../contracts/zod.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { JurisdictionProfile } from '../profiles/jurisdiction-profile.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { delays } from './delays.ts';
import { events } from './events.ts';
import { guards } from './guards.ts';

const { id, version, opinions, mayorsAct, sunset } = JurisdictionProfile.shape;

/** Everything about an act of the mayor but its states. */
export const spec = {
  id: 'mayors-act',
  version: '1.0.0',
  title: { en: 'Act of the mayor', it: 'Atto del sindaco' },
  description: {
    en: 'What the mayor may decide alone: from the question whether the office has the power, through opinions and signature, to force and the end of force. An urgent act must be ratified in time.',
    it: 'Ciò che il sindaco può decidere da solo: dalla verifica della competenza, attraverso i pareri e la firma, fino alla vigenza e alla sua fine. Un atto urgente va ratificato in tempo.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([
    'initiativeLead',
    'departmentHead',
    'legalOfficer',
    'financeOfficer',
    'secretaryGeneral',
    'mayor',
    'cityClerk',
    'councilChair',
    'supervisoryAuthority',
    'process',
  ]),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    actId: z.string().min(1),
    title: z.string().min(1),
    /** The rules of the jurisdiction, of which an act of the mayor needs these. */
    profile: z.looseObject({ id, version, opinions, mayorsAct, sunset }),
    textHash: z.string(),
    type: z.enum(['decree', 'order']).optional(),
    initiativeId: z.string().optional(),
    subject: z.json().optional(),
    replaces: z.string().optional(),
    /** Whether the act costs or moves money; the finance officer is then asked too. */
    money: z.boolean().optional(),
    urgent: z.boolean().optional(),
    expiresOn: z.string().optional(),
  }),
  events,
  guards,
  delays,
  actions,
  outlivesParent: true,
  properties: [
    { never: 'signing', before: 'competence.assessed' },
    { never: 'inForce', before: 'act.signed' },
  ],
};

/** XState's `setup` for it, with which its states are written. */
export const mayorsActSetup = setup(setupFor(spec));
