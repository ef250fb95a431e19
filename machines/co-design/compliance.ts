import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, meta, not, notify, publish, raise, record, set } from './blocks.ts';

const ladder: NonNullable<StateNodeConfig['after']> = {
  overdue1: { actions: notify(['departmentHead', 'initiativeLead'], 'deadline.overdue') },
  overdue5: { actions: notify(['secretaryGeneral'], 'deadline.overdue') },
  overdue10: { actions: notify(['mayor', 'committeeChair'], 'deadline.overdue') },
};

const deadlines: StateNodeConfig = {
  id: 'deadlines',
  meta: meta('Deadlines', 'Termini'),
  initial: 'clean',
  on: {
    'deadline.breached': {
      target: '.breached',
      guard: 'isNewBreach',
      actions: [
        record('breaches', {
          about: cel('event.about'),
          severity: cel('event.severity'),
          curedAt: '',
        }),
        set({ breachedAt: cel('now') }),
      ],
    },
    'breach.cured': {
      guard: 'isOpenBreach',
      actions: amend(
        'breaches',
        { about: cel('event.about'), curedAt: '' },
        { curedAt: cel('now'), evidence: cel('event.evidence') },
      ),
    },
  },
  states: {
    clean: {
      meta: meta('In time', 'Nei termini', {
        resting: ['Nothing is overdue.', 'Nulla è in ritardo.'],
      }),
    },
    breached: {
      meta: meta('Breached', 'Non rispettati', {
        responsible: ['initiativeLead', 'departmentHead'],
      }),
      initial: 'minor',
      always: { guard: not('someBreachIsOpen'), target: 'clean' },
      after: ladder,
      states: {
        minor: {
          meta: meta('Overdue', 'In ritardo'),
          always: { guard: 'someBreachIsSerious', target: 'serious' },
        },
        serious: {
          meta: meta('Seriously overdue', 'In grave ritardo'),
          entry: publish('deadline.breached', {
            about: cel(
              'context.breaches.filter(b, b.curedAt == "" && b.severity == "serious").map(b, b.about)',
            ),
          }),
          always: { guard: not('someBreachIsSerious'), target: 'minor' },
        },
      },
    },
  },
};

const legalHold: StateNodeConfig = {
  meta: meta('Legal hold', 'Vincolo di conservazione'),
  initial: 'off',
  states: {
    off: {
      meta: meta('None', 'Nessuno', {
        resting: [
          'Nobody has asked to keep everything.',
          'Nessuno ha chiesto di conservare tutto.',
        ],
      }),
      on: { 'hold.placed': { target: 'on', actions: placeHold() } },
    },
    on: {
      meta: meta('Everything is kept', 'Tutto è conservato', { responsible: ['legalOfficer'] }),
      always: { guard: not('someHoldIsOn'), target: 'off' },
      on: {
        'hold.placed': { actions: placeHold() },
        'hold.lifted': {
          actions: amend(
            'holds',
            { id: cel('event.id') },
            { liftedAt: cel('now'), liftReason: cel('event.reason') },
          ),
        },
      },
    },
  },
};

function placeHold(): ReturnType<typeof record> {
  return record('holds', {
    id: cel('event.id'),
    reason: cel('event.reason'),
    authority: cel('event.authority'),
    liftedAt: '',
  });
}

const rung = (next?: string): Pick<StateNodeConfig, 'after'> =>
  next === undefined ? {} : { after: { rungDue: next } };

/** A department that refuses is not left alone: its case climbs. */
const departments: StateNodeConfig = {
  meta: meta('Departments', 'Settori'),
  initial: 'settled',
  states: {
    settled: {
      meta: meta('No refusal', 'Nessun rifiuto', {
        resting: ['No department has refused.', 'Nessun settore ha rifiutato.'],
      }),
      always: { guard: 'someDepartmentRefuses', target: 'disputed' },
    },
    disputed: {
      meta: meta('A department refuses', 'Un settore rifiuta'),
      initial: 'toHead',
      always: { guard: not('someDepartmentRefuses'), target: 'settled' },
      states: {
        toHead: {
          meta: meta('Before its head', 'Al suo dirigente', { responsible: ['departmentHead'] }),
          ...rung('toSecretaryGeneral'),
        },
        toSecretaryGeneral: {
          meta: meta('Before the secretary general', 'Al direttore generale', {
            responsible: ['secretaryGeneral'],
          }),
          entry: notify(['secretaryGeneral'], 'department.refused'),
          ...rung('toMayor'),
        },
        toMayor: {
          meta: meta('Before the mayor', 'Al sindaco', { responsible: ['mayor'] }),
          entry: notify(['mayor'], 'department.refused'),
        },
      },
    },
  },
};

/** A basis that was granted for a while, until an act stands again. */
const basis: StateNodeConfig = {
  meta: meta('Legal basis', 'Base giuridica'),
  initial: 'own',
  on: { 'basis.transitional': '.transitional' },
  states: {
    own: {
      meta: meta('Its own acts', 'Atti propri', {
        resting: [
          'No transitional basis was granted.',
          'Nessuna base transitoria è stata concessa.',
        ],
      }),
    },
    transitional: {
      meta: meta('Transitional', 'Transitoria', { responsible: ['legalOfficer', 'mayor'] }),
      after: {
        transitionEnds: {
          target: 'own',
          actions: [set({ transitionalBasis: null }), raise('basis.changed')],
        },
      },
    },
  },
};

/** Whether what is due is done, what must be kept is kept, and who holds which post. */
export const compliance: StateNodeConfig = {
  meta: meta('Compliance', 'Conformità'),
  initial: 'watched',
  on: {
    'initiative.closed': '.closed',
    'post.reassigned': {
      actions: record('posts', {
        post: cel('event.post'),
        holder: cel('event.holder'),
        authority: cel('event.authority'),
        from: cel('event.from'),
      }),
    },
  },
  states: {
    watched: {
      type: 'parallel',
      meta: meta('Watched', 'Vigilata'),
      states: { deadlines, legalHold, departments, basis },
    },
    closed: { type: 'final', meta: { title: { en: 'Closed', it: 'Chiusa' } } },
  },
};

export const complianceGuards = {
  isNewBreach: {
    ...cel('!context.breaches.exists(b, b.about == event.about && b.curedAt == "")'),
    title: { en: 'it was not overdue before', it: 'non era già in ritardo' },
  },
  isOpenBreach: {
    ...cel('context.breaches.exists(b, b.about == event.about && b.curedAt == "")'),
    title: { en: 'this is overdue', it: 'è in ritardo' },
  },
  someBreachIsOpen: {
    ...cel('context.breaches.exists(b, b.curedAt == "")'),
    title: { en: 'something is overdue', it: 'qualcosa è in ritardo' },
  },
  someBreachIsSerious: {
    ...cel('context.breaches.exists(b, b.curedAt == "" && b.severity == "serious")'),
    title: { en: 'something is seriously overdue', it: 'qualcosa è in grave ritardo' },
  },
  someHoldIsOn: {
    ...cel('context.holds.exists(h, h.liftedAt == "")'),
    title: { en: 'a legal hold stands', it: 'vige un vincolo di conservazione' },
  },
  someDepartmentRefuses: {
    ...cel('context.departments.exists(d, d.status == "refused")'),
    title: { en: 'a department refuses', it: 'un settore rifiuta' },
  },
} satisfies Record<string, GuardDefinition>;
