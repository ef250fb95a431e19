import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { and, decided, meta, not, record, set } from './blocks.ts';
import { organisation } from './facts.ts';
import { agreeing } from './region.ts';

/** An objective in the making; agreed versions are kept for ever, the first above all. */
export const objectiveEvents: NonNullable<StateNodeConfig['on']> = {
  'objective.proposed': {
    actions: set({
      objectiveBy: [],
      objectiveDraft: {
        version: cel('context.objectives.size() + 1'),
        statement: cel('event.statement'),
        metric: cel('event.metric'),
        baseline: cel('event.baseline'),
        target: cel('event.target'),
        proposedBy: cel('event.actor.subject'),
      },
    }),
  },
  'objective.agreed': agreeing(
    'objectiveBy',
    'completesAgreement',
    ['isTheObjectiveDraft'],
    [
      record('objectives', {
        version: cel('context.objectiveDraft.version'),
        statement: cel('context.objectiveDraft.statement'),
        metric: cel('context.objectiveDraft.metric'),
        baseline: cel('context.objectiveDraft.baseline'),
        target: cel('context.objectiveDraft.target'),
        agreedBy: cel(`context.objectiveBy + [${organisation}]`),
        supersedes: cel('context.objectives.size()'),
      }),
      set({ objectiveDraft: null, directionChanged: false }),
      decided('objective agreed', ['partner', 'objective']),
    ],
  ),
  'objective.objected': {
    guard: and('speaksForPartner', 'isTheObjectiveDraft'),
    actions: record('objections', {
      partner: cel(organisation),
      version: cel('event.version'),
      reason: cel('event.reason'),
    }),
  },
};

/** Unpack, ideate, prototype, evaluate, and round again. */
export const designLoop: Record<string, StateNodeConfig> = {
  unpacking: {
    meta: meta('Unpacking the problem', 'Scomposizione del problema', {
      responsible: ['initiativeLead', 'citizenPanel', 'partnerRepresentative'],
    }),
    on: { 'problem.unpacked': 'ideating' },
  },
  ideating: {
    meta: meta('Finding ideas', 'Ricerca di idee', {
      responsible: ['initiativeLead', 'citizenPanel', 'partnerRepresentative'],
    }),
    on: { 'ideas.selected': 'prototyping' },
  },
  prototyping: {
    meta: meta('Prototyping', 'Prototipazione', {
      responsible: ['initiativeLead', 'partnerRepresentative'],
    }),
    on: {
      'prototype.built': {
        target: 'evaluating',
        guard: 'resultWasDelivered',
      },
    },
  },
  evaluating: {
    meta: meta('Evaluating with those who use it', 'Valutazione con chi lo usa', {
      responsible: ['citizenPanel', 'partnerRepresentative', 'initiativeLead'],
    }),
    on: { 'iteration.begun': 'ideating' },
  },
};

/** From a problem and a funded origin to a service that has been tried out. */
export const designing: Record<string, StateNodeConfig> = {
  exploring: {
    meta: meta('Exploring', 'Esplorazione', {
      stage: 'exploring',
      maturity: 'idea',
      responsible: ['initiativeLead'],
    }),
    on: {
      'planning.begun': {
        target: 'planning',
        guard: and('fundedOriginIsRedirected', 'partnershipHolds'),
        actions: decided('planning begun', ['budget', 'partner']),
      },
    },
  },
  planning: {
    meta: meta('Planning', 'Pianificazione', {
      stage: 'planning',
      maturity: 'idea',
      responsible: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    }),
    on: {
      ...objectiveEvents,
      'coDesign.begun': {
        target: 'coDesigning',
        guard: and(
          'objectiveIsAgreed',
          'milestoneIsPlanned',
          'expectationIsStated',
          'planIsInDate',
          'partnershipHolds',
        ),
        actions: decided('co-design begun', ['objective', 'milestone', 'partner', 'result']),
      },
    },
  },
  coDesigning: {
    meta: meta('Co-designing', 'Co-progettazione', { stage: 'coDesigning', maturity: 'concept' }),
    initial: 'unpacking',
    states: designLoop,
    on: {
      'pilot.begun': {
        target: 'piloting',
        guard: and('designMilestonePassed', 'partnershipHolds'),
        actions: [
          set({
            pilot: {
              where: cel('event.where'),
              endsOn: cel('event.endsOn'),
              authority: cel('event.authority'),
              extended: false,
              incidents: [],
            },
          }),
          decided('pilot begun', ['checkpoint', 'milestone', 'result', 'partner']),
        ],
      },
    },
  },
  piloting: {
    meta: meta('Piloting', 'Sperimentazione', { stage: 'piloting', maturity: 'pilot' }),
    initial: 'running',
    on: {
      'pilot.failed': { target: 'coDesigning', actions: decided('pilot failed', ['result']) },
      'pilot.succeeded': {
        target: 'readyGate',
        guard: and('pilotMilestonePassed', 'partnershipHolds'),
        actions: decided('pilot succeeded', ['checkpoint', 'milestone', 'result']),
      },
    },
    states: {
      running: {
        meta: meta('Running', 'In corso', {
          responsible: ['initiativeLead', 'partnerRepresentative'],
        }),
        on: {
          'pilot.incident': [
            { target: 'measuring', guard: 'incidentStopsIt', actions: incident() },
            { actions: incident() },
          ],
          'pilot.extended': {
            target: 'running',
            reenter: true,
            guard: not('pilotWasExtended'),
            actions: set({
              pilot: cel(
                `{"where": context.pilot.where, "endsOn": event.endsOn, "authority": event.authority,
                  "extended": true, "incidents": context.pilot.incidents}`,
              ),
            }),
          },
        },
        // It stops on its legal day even if everybody forgets.
        after: { pilotEnds: 'measuring' },
      },
      measuring: {
        meta: meta('Stopped, being measured', 'Ferma, in misurazione', {
          responsible: ['initiativeLead', 'citizenPanel'],
        }),
      },
    },
  },
  readyGate: {
    meta: meta('At the gate', 'Alla soglia', {
      stage: 'readyGate',
      maturity: 'pilot',
      responsible: ['initiativeLead', 'departmentHead'],
    }),
    on: {
      'goingOfficial.begun': {
        target: 'goingOfficial',
        guard: and(
          'pilotMilestonePassed',
          'departmentsConfirmed',
          'datasetsSuffice',
          'strategyIsLinked',
          'budgetSecured',
          'partnershipHolds',
        ),
        actions: decided('going official begun', [
          'checkpoint',
          'milestone',
          'department',
          'dataset',
          'strategy',
          'budget',
          'partner',
        ]),
      },
    },
  },
};

function incident(): ReturnType<typeof set> {
  return set({
    pilot: cel(
      `{"where": context.pilot.where, "endsOn": context.pilot.endsOn, "authority": context.pilot.authority,
        "extended": context.pilot.extended,
        "incidents": context.pilot.incidents + [{"what": event.what, "at": now}]}`,
    ),
  });
}
