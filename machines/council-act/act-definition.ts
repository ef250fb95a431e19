import { Definition } from '../../contracts/definition/definition.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { z } from '../../contracts/zod.ts';
import { cel } from '../authoring/cel.ts';
import { JurisdictionProfile } from '../profiles/jurisdiction-profile.ts';
import { rolesOf } from '../roles.ts';
import { actions, mayorActions, record, set } from './act-actions.ts';
import { actEvents } from './act-events.ts';
import { beforeCouncil } from './before-council.ts';
import { context } from './context.ts';
import { actDelays } from './delays.ts';
import { failures } from './failures.ts';
import { adopted, floor } from './floor.ts';
import { actGuards } from './guards.ts';
import { ends, law } from './law.ts';
import { mayor, toMayor } from './mayor.ts';

const input = z.object({
  actId: z.string().min(1),
  title: z.string().min(1),
  profile: JurisdictionProfile,
  textHash: z.string(),
  initiativeId: z.string().optional(),
  subject: z.json().optional(),
  replaces: z.string().optional(),
  record: z.enum(['full', 'summary']).optional(),
});

const roles = [
  'initiativeLead',
  'departmentHead',
  'legalOfficer',
  'financeOfficer',
  'dataProtectionOfficer',
  'cityClerk',
  'councilChair',
  'councilMember',
  'committeeChair',
  'supervisoryAuthority',
  'operator',
  'process',
] as const;

interface Variant {
  readonly id: 'council-act' | 'resolution';
  readonly title: { readonly en: string; readonly it: string };
  readonly description: { readonly en: string; readonly it: string };
  /** Whether what the council has adopted goes to the mayor. */
  readonly withMayor: boolean;
}

/** An act of the council as a definition; a resolution is the same without the mayor. */
export function actDefinition({ id, title, description, withMayor }: Variant): Definition {
  const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(input, {
    unrepresentable: 'any',
    io: 'input',
  });
  const events = Object.entries(actEvents(withMayor)).map(([type, { schema, ...event }]) => {
    const { $schema: _own, ...fields } =
      schema === undefined ? {} : z.toJSONSchema(schema, { io: 'input' });
    return [type, { ...event, ...(schema === undefined ? {} : { schema: fields }) }];
  });
  const document = {
    format: 'statehouse/1',
    id,
    version: '1.0.0',
    title,
    description,
    languages: ['en', 'it'],
    roles: withMayor ? rolesOf([...roles, 'mayor']) : rolesOf(roles),
    events: Object.fromEntries(events) as unknown,
    input: inputSchema,
    calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
    guards: actGuards(withMayor),
    delays: actDelays(withMayor),
    actions: { ...actions, ...(withMayor ? mayorActions : {}) },
    outlivesParent: true,
    machine: machine(withMayor),
    properties: [{ never: 'inForce', before: 'adopted' }],
  };
  return Definition.parse(JSON.parse(JSON.stringify(document)));
}

function machine(withMayor: boolean): StateNodeConfig {
  return {
    id: 'council-act',
    context: { ...context, type: withMayor ? 'ordinance' : 'resolution' },
    initial: 'beginning',
    states: {
      ...beforeCouncil,
      floor,
      adopted: withMayor ? { ...adopted, ...toMayor } : { ...adopted, always: 'law' },
      ...(withMayor ? mayor : {}),
      law: { ...law(withMayor), entry: set({ enactedAt: cel('now') }) },
      ...ends,
      ...failures(withMayor),
    },
    on: {
      'text.printed': {
        guard: 'notYetVoted',
        actions: record('publications', { what: 'printed', textHash: cel('event.textHash') }),
      },
      'act.withdrawn': { target: '.withdrawn', guard: 'notYetVoted', actions: 'addChange' },
      'act.filed': {
        target: '.filed',
        guard: 'pending',
        actions: set({ filedBy: cel('event.by') }),
      },
      'session.ended': [
        { target: '.lapsed', guard: { type: 'and', params: { guards: ['pending', 'endFiles'] } } },
        { guard: 'pending', actions: 'addChange' },
      ],
      'caretaker.began': { actions: set({ caretaker: true }) },
      'caretaker.ended': { actions: set({ caretaker: false }) },
    },
    output: {
      actId: cel('context.actId'),
      outcome: cel('context.outcome'),
      number: cel('context.number'),
      effectiveAt: cel('context.effectiveAt'),
    },
  };
}
