import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { reminderTransitions } from '../reminder-transitions.ts';
import {
  amend,
  and,
  breach,
  cure,
  given,
  meta,
  notify,
  publish,
  raise,
  record,
  set,
} from './blocks.ts';
import { nextMilestone } from './delays.ts';
import { theMilestone } from './plan-guards.ts';
import { agreeing } from './region.ts';

const due = { id: cel(`${nextMilestone}.id`) };

/** The deadlines of the milestone that comes next. */
const clock: NonNullable<StateNodeConfig['after']> = {
  milestoneDue: {
    target: '#milestones.sorting',
    guard: 'someMilestoneIsPlanned',
    actions: amend(
      'milestones',
      { id: cel(`${nextMilestone}.id`), status: 'planned' },
      { status: 'due' },
    ),
  },
  milestoneLate: {
    target: '#milestones.sorting',
    actions: [
      publish('milestone.late', due),
      notify(['initiativeLead', 'departmentHead'], 'milestone.late', due),
      breach(cel(`"milestone " + ${nextMilestone}.id`), 'minor'),
      amend('milestones', due, { status: 'late', lateSince: cel('now') }),
      raise('expectations.changed'),
    ],
  },
  ...reminderTransitions({ roles: ['initiativeLead'], template: 'milestone.reminder' }),
};
const startClock = set({ milestoneClockFrom: cel('now') });

const milestones: StateNodeConfig = {
  id: 'milestones',
  meta: meta('Milestones', 'Tappe'),
  initial: 'sorting',
  on: {
    'milestones.changed': '.sorting',
    'milestone.planned': {
      guard: and('isNewMilestone', 'dependsOnPlanned'),
      actions: [
        record('milestones', {
          id: cel('event.id'),
          title: cel('event.title'),
          stage: cel('event.stage'),
          plannedFor: cel('event.due'),
          due: cel('event.due'),
          actual: null,
          tolerance: cel('has(event.tolerance) ? event.tolerance : context.policy.tolerance'),
          acceptance: cel('event.acceptance'),
          dependsOn: given('dependsOn', '[]'),
          status: 'planned',
          history: [],
        }),
        raise('milestones.changed'),
      ],
    },
    'milestone.cancelled': {
      guard: 'milestoneIsOpen',
      actions: [
        amend(
          'milestones',
          { id: cel('event.id') },
          { status: 'cancelled', reason: cel('event.reason'), authority: cel('event.authority') },
        ),
        cure(cel('"milestone " + event.id')),
        raise('milestones.changed'),
        raise('expectations.changed'),
      ],
    },
    'rebaseline.proposed': {
      guard: 'canBeRebaselined',
      actions: set({
        rebaseline: {
          milestone: cel('event.milestone'),
          due: cel('event.due'),
          reason: cel('event.reason'),
          authority: cel('event.authority'),
          by: cel('event.actor.subject'),
        },
        rebaselineBy: [],
      }),
    },
    'rebaseline.agreed': agreeing(
      'rebaselineBy',
      'completesAgreement',
      ['isTheRebaseline'],
      [
        amend(
          'milestones',
          { id: cel('event.milestone') },
          {
            due: cel('context.rebaseline.due'),
            status: 'planned',
            history: cel(
              `${theMilestone}.history + [{"what": "milestone.rebaselined", "at": now, "from": ${theMilestone}.due,
              "to": context.rebaseline.due, "reason": context.rebaseline.reason,
              "authority": context.rebaseline.authority, "by": context.rebaseline.by}]`,
            ),
          },
        ),
        publish('milestone.rebaselined', { id: cel('event.milestone') }),
        set({ rebaseline: null }),
        cure(cel('"milestone " + event.milestone')),
        raise('milestones.changed'),
        raise('expectations.changed'),
      ],
    ),
  },
  states: {
    sorting: {
      meta: meta('Looking what is due', 'Verifica delle scadenze'),
      always: [
        { guard: 'someMilestoneIsLate', target: 'late' },
        { guard: 'someMilestoneIsAhead', target: 'ahead' },
        { target: 'quiet' },
      ],
    },
    quiet: {
      meta: meta('Nothing ahead', 'Nessuna in vista', {
        resting: ['No milestone is open.', 'Nessuna tappa è aperta.'],
      }),
    },
    ahead: {
      meta: meta('On the way', 'In cammino', { responsible: ['initiativeLead'] }),
      entry: startClock,
      after: clock,
    },
    late: {
      meta: meta('Late', 'In ritardo', {
        responsible: ['initiativeLead', 'partnerRepresentative'],
      }),
      initial: 'sortingLate',
      states: {
        sortingLate: {
          meta: meta('Looking what else is due', 'Verifica delle altre scadenze'),
          always: [{ guard: 'someMilestoneIsAhead', target: 'othersAhead' }, { target: 'alone' }],
        },
        othersAhead: {
          meta: meta('Late, others ahead', 'In ritardo, altre in vista'),
          entry: startClock,
          after: clock,
        },
        alone: { meta: meta('Late, none ahead', 'In ritardo, nessun’altra in vista') },
      },
    },
  },
};

const nextSteps: StateNodeConfig = {
  meta: meta('Next steps', 'Passi successivi'),
  initial: 'none',
  on: {
    'nextSteps.proposed': {
      guard: and('stepsAreOpenBeyondHorizon', 'horizonIsAhead'),
      actions: set({
        planBy: [],
        planDraft: {
          version: cel('context.plan == null ? dyn(1) : context.plan.version + 1'),
          horizon: cel('event.horizon'),
          steps: cel('event.steps'),
          openQuestions: cel('event.openQuestions'),
        },
      }),
    },
    'nextSteps.agreed': agreeing(
      'planBy',
      'completesAgreement',
      ['isThePlanDraft'],
      [
        set({
          plan: {
            version: cel('context.planDraft.version'),
            horizon: cel('context.planDraft.horizon'),
            steps: cel('context.planDraft.steps'),
            openQuestions: cel('context.planDraft.openQuestions'),
            agreedAt: cel('now'),
            inDate: true,
          },
          planDraft: null,
        }),
        raise('plan.agreed'),
      ],
    ),
    'plan.agreed': { target: '.agreed', actions: cure('next steps') },
  },
  states: {
    none: { meta: meta('None yet', 'Ancora nessuno', { responsible: ['initiativeLead'] }) },
    agreed: {
      meta: meta('Agreed', 'Concordati'),
      after: {
        horizonPassed: [
          {
            target: 'outdated',
            guard: 'isOfficialNow',
            actions: ['outdatePlan', breach('next steps', 'minor')],
          },
          { target: 'outdated', actions: 'outdatePlan' },
        ],
      },
    },
    outdated: {
      meta: meta('The horizon has passed', 'Oltre l’orizzonte', {
        responsible: ['initiativeLead', 'partnerRepresentative'],
      }),
      entry: notify(['initiativeLead'], 'nextSteps.outdated'),
    },
  },
};

/** The eleventh region: milestones with their dates, and the next steps, exact nearby and open further off. */
export const plan: StateNodeConfig = {
  meta: meta('Plan', 'Piano'),
  initial: 'kept',
  on: { 'initiative.closed': '.closed' },
  states: {
    kept: {
      type: 'parallel',
      meta: meta('Kept up to date', 'Tenuto aggiornato'),
      states: { milestones, nextSteps },
    },
    closed: { type: 'final', meta: { title: { en: 'Closed', it: 'Chiuso' } } },
  },
};
