import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { Expression } from '../../contracts/definition/expression.ts';
import { cel } from '../authoring/cel.ts';
import { amend, and, decided, meta, notify, publish, raise, record, set } from './blocks.ts';
import { designing } from './designing.ts';
import { ended, obligations } from './ended.ts';
import { goingOfficial } from './going-official.ts';
import { official } from './official.ts';

const close = (reason: string | Expression, because: Expression | string): object[] => [
  set({
    ending: { reason, because, since: cel('now') },
    obligations: obligations.map((id) => ({ id, settledAt: '', evidence: '' })),
  }),
  decided(typeof reason === 'string' ? `closing: ${reason}` : 'closing', [
    'act',
    'review',
    'budget',
  ]),
];
const closing = (reason: string, because = 'event.reason'): { target: string; actions: never } => ({
  target: 'closing',
  actions: close(reason, cel(because)) as never,
});
const suspendUntil = (
  cause: Expression | string,
  from: string,
  plus: string,
): ReturnType<typeof set> =>
  set({ suspension: { cause, since: cel('now'), from: cel(from), plus: cel(plus) } });

/** What was asked of others for the old direction is taken back; what goes on under the new one is said. */
const changeDirection = [
  set({
    directionChanged: true,
    directionSince: cel('now'),
    draft: null,
    instrument: '',
    bodies: [],
  }),
  record('cancelled', {
    why: 'direction changed',
    adopted: cel('context.datasets.filter(d, d.status != "lost").map(d, d.id)'),
    withdrawn: cel('context.acts.filter(a, a.status == "pending").map(a, a.actId)'),
  }),
  raise('acts.withdrawn', { index: 0 }),
  raise('directives.withdrawn', { index: 0 }),
  notify(['initiativeLead', 'partnerRepresentative', 'citizenPanel'], 'direction.changed'),
];

const departmentEvents: NonNullable<StateNodeConfig['on']> = {
  'department.identified': {
    guard: 'isNewDepartment',
    actions: [
      record('departments', {
        id: cel('event.id'),
        name: cel('event.name'),
        part: cel('event.part'),
        status: 'identified',
      }),
      notify(['departmentHead'], 'department.identified', { id: cel('event.id') }),
    ],
  },
  'department.confirmed': become('confirmed', and('isDepartment', 'speaksForDepartment'), {
    resources: cel('event.resources'),
  }),
  'department.refused': become('refused', and('isDepartment', 'speaksForDepartment'), {
    reason: cel('event.reason'),
  }),
  'department.ordered': become('ordered', 'departmentRefuses', {
    reason: cel('event.reason'),
    authority: cel('event.authority'),
  }),
  'department.released': become('released', 'isDepartment', { reason: cel('event.reason') }),
  'department.merged': {
    guard: 'isMergingDepartment',
    actions: [
      amend(
        'departments',
        { id: cel('event.department') },
        { status: 'merged', into: cel('event.into'), mergedAt: cel('event.effectiveAt') },
      ),
      // The successor has confirmed nothing yet.
      set({
        departments: cel(
          `context.departments.exists(d, d.id == event.into && d.status != "merged") ? context.departments
            : context.departments + [{"id": event.into, "name": event.into, "status": "identified",
                "part": "successor of " + event.department, "at": now}]`,
        ),
      }),
      'reckon',
      raise('directives.merged', {
        index: 0,
        department: cel('event.department'),
        into: cel('event.into'),
        effectiveAt: cel('event.effectiveAt'),
      }),
    ],
  },
};

function become(
  status: string,
  guard: string | ReturnType<typeof and>,
  fields: object,
): Exclude<NonNullable<StateNodeConfig['on']>[string], string | readonly unknown[]> {
  return {
    guard,
    actions: [
      amend('departments', { id: cel('event.id') }, { status, since: cel('now'), ...fields }),
      'reckon',
    ],
  };
}

const endings = {
  'initiative.stopped': closing('stopped'),
  'initiative.withdrawn': closing('withdrawn'),
  'initiative.merged': closing('merged'),
};

/** The one thing an initiative is at a time: from the first exploring to the end of its service. */
export const lifecycle: StateNodeConfig = {
  id: 'lifecycle',
  meta: meta('Stage', 'Fase'),
  initial: 'underWay',
  on: {
    'strategy.linked': {
      actions: record('strategyLinks', {
        document: cel('event.document'),
        goal: cel('event.goal'),
        contribution: cel('event.contribution'),
      }),
    },
    ...departmentEvents,
    'transitionalBasis.granted': {
      actions: [
        set({
          transitionalBasis: {
            until: cel('event.until'),
            reason: cel('event.reason'),
            authority: cel('event.authority'),
          },
        }),
        decided('transitional basis granted', ['act']),
        publish('transitionalBasis.granted', { until: cel('event.until') }),
        raise('basis.transitional'),
        raise('basis.changed'),
      ],
    },
  },
  states: {
    underWay: {
      meta: meta('Under way', 'In corso'),
      initial: 'exploring',
      states: {
        ...designing,
        goingOfficial,
        official,
        before: { type: 'history', history: 'deep' },
      },
      on: {
        ...endings,
        'closing.ordered': [
          {
            target: 'closing',
            guard: 'wasAnnulled',
            actions: close('annulled', 'the act was annulled') as never,
          },
          { target: 'closing', actions: close('sunset', 'its time was over') as never },
        ],
        'outcome.decided': [
          { target: 'closing', guard: 'isStop', actions: close('stopped', 'checkpoint') as never },
          {
            target: 'suspended',
            guard: 'isPause',
            actions: suspendUntil('checkpoint', 'now', 'context.policy.cureIn'),
          },
          { target: '.planning', guard: 'isChangeOfDirection', actions: changeDirection },
        ],
        'halt.needed': {
          target: 'suspended',
          actions: suspendUntil(cel('event.cause'), 'now', 'context.policy.cureIn'),
        },
        'initiative.suspended': {
          target: 'suspended',
          actions: [
            suspendUntil('authority', 'event.resumeBy', '"P0D"'),
            decided('initiative suspended', ['budget', 'partner']),
          ],
        },
      },
    },
    suspended: {
      meta: meta('Suspended', 'Sospesa', {
        responsible: ['initiativeLead', 'departmentHead', 'mayor'],
      }),
      entry: notify(
        ['initiativeLead', 'departmentHead', 'partnerRepresentative'],
        'initiative.suspended',
      ),
      on: {
        ...endings,
        'initiative.resumed': {
          target: 'underWay.before',
          guard: 'causeIsCured',
          actions: [
            set({ suspension: null }),
            decided('initiative resumed', ['budget', 'partner']),
          ],
        },
      },
      after: {
        resumeDue: {
          target: 'closing',
          actions: close('stopped', 'not resumed in time') as never,
        },
      },
    },
    ...ended,
  },
};
