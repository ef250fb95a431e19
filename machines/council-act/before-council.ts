import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set, tellParent } from './act-actions.ts';

const opinionKinds = ['legal', 'finance', 'department', 'dataProtection'] as const;
const officers = {
  legal: 'legalOfficer',
  finance: 'financeOfficer',
  department: 'departmentHead',
  dataProtection: 'dataProtectionOfficer',
} as const;

const titles = {
  legal: { en: 'Legal opinion', it: 'Parere legale' },
  finance: { en: 'Financial opinion', it: 'Parere contabile' },
  department: { en: 'Opinion of the department', it: 'Parere del settore' },
  dataProtection: { en: 'Data protection opinion', it: 'Parere sulla protezione dei dati' },
} as const;

/** One opinion: asked for on the present text, given by somebody who did not draft it. */
function opinion(kind: (typeof opinionKinds)[number]): StateNodeConfig {
  const give = record('opinions', {
    kind,
    decision: cel('event.decision'),
    textHash: cel('event.textHash'),
    findings: cel('has(event.findings) ? event.findings : ""'),
  });
  const event = `${kind}Opinion.given`;
  const own = { type: 'and', params: { guards: ['aboutThisText', 'reviewedByAnother'] } };
  return {
    initial: 'open',
    states: {
      open: {
        meta: { title: titles[kind], responsible: [officers[kind]] },
        always: { target: 'given', guard: `${kind}NotAsked` },
        on: { [event]: { target: 'given', guard: own, actions: give } },
        after: {
          opinionsDue: [
            {
              target: 'given',
              guard: 'silenceConsents',
              actions: record('opinions', {
                kind,
                decision: 'lapsed',
                textHash: cel('context.textHash'),
                findings: '',
              }),
            },
            {
              target: 'overdue',
              actions: {
                type: 'notify',
                params: { roles: [officers[kind]], template: 'opinion.overdue' },
              },
            },
          ],
        },
      },
      overdue: {
        meta: {
          title: { en: 'Opinion overdue', it: 'Parere in ritardo' },
          responsible: [officers[kind]],
        },
        on: { [event]: { target: 'given', guard: own, actions: give } },
      },
      // A second opinion on the same text replaces the first; both stay on the record.
      given: {
        meta: {
          title: { en: 'Opinion given', it: 'Parere espresso' },
          responsible: [officers[kind]],
        },
        on: { [event]: { guard: own, actions: give } },
      },
    },
  };
}

const newText = { actions: ['addVersion', set({ drafter: cel('event.actor.subject') })] };

/** From the first draft to a text that may be introduced. */
export const beforeCouncil: Record<string, StateNodeConfig> = {
  beginning: {
    meta: { title: { en: 'Beginning', it: 'Avvio' } },
    always: [{ target: 'ready', guard: 'isSummary' }, { target: 'drafting' }],
  },
  drafting: {
    meta: { title: { en: 'Being drafted', it: 'In redazione' }, responsible: ['initiativeLead'] },
    on: {
      'text.submitted': newText,
      'act.submitted': { target: 'reviewing', guard: 'hasText', actions: set({ overridden: [] }) },
      'act.withdrawn': '#council-act.withdrawn',
    },
  },
  reviewing: {
    type: 'parallel',
    meta: {
      title: { en: 'Under review', it: 'In esame' },
      responsible: ['legalOfficer', 'financeOfficer', 'departmentHead', 'dataProtectionOfficer'],
    },
    always: { target: 'ready', guard: 'opinionsSettled' },
    states: Object.fromEntries(opinionKinds.map((kind) => [kind, opinion(kind)])),
    on: {
      'act.returnedToDrafting': 'drafting',
      'opinion.overridden': {
        actions: [
          set({ overridden: cel('context.overridden + [event.kind]') }),
          record('changes', {
            what: 'opinion.overridden',
            kind: cel('event.kind'),
            reason: cel('event.reason'),
          }),
        ],
      },
      'act.withdrawn': '#council-act.withdrawn',
    },
  },
  ready: {
    meta: {
      title: { en: 'Ready to be introduced', it: 'Pronta per il deposito' },
      responsible: ['cityClerk'],
    },
    on: {
      'act.introduced': [
        { target: 'floor', guard: 'committeeReported', actions: introduce() },
        { target: 'introduced', actions: introduce() },
      ],
      'text.submitted': { target: 'drafting', ...newText },
      'act.withdrawn': '#council-act.withdrawn',
      ...committeeWork('committeeMayPrecede', 'reported'),
    },
  },
  introduced: {
    meta: {
      title: { en: 'Introduced', it: 'Depositata' },
      responsible: ['cityClerk', 'councilChair'],
    },
    on: {
      'act.referred': {
        target: 'committee',
        actions: record('committees', { committee: cel('event.committee') }),
      },
      'act.placedOnAgenda': { target: 'floor', guard: 'committeeDone' },
    },
  },
  committee: {
    meta: { title: { en: 'In committee', it: 'In commissione' }, responsible: ['committeeChair'] },
    on: {
      'act.referred': { actions: record('committees', { committee: cel('event.committee') }) },
      'committee.discharged': { target: 'floor', actions: set({ committeeFavours: true }) },
      'committee.disapproved': {
        actions: [
          record('hearings', { committee: cel('event.committee'), what: 'committee.disapproved' }),
          set({ committeeFavours: false }),
        ],
      },
      ...committeeWork(undefined, 'floor'),
    },
  },
};

function introduce(): ReturnType<typeof set>[] {
  return [
    set({
      fileNumber: cel('event.fileNumber'),
      emergency: cel('has(event.emergency) && event.emergency'),
    }),
    tellParent('act.introduced', { fileNumber: cel('event.fileNumber') }),
  ];
}

/** What a committee does, before or after introduction. Its approval is a report to the council, never the council's approval. */
function committeeWork(
  guard: string | undefined,
  reported: 'reported' | 'floor',
): NonNullable<StateNodeConfig['on']> {
  const own = guard === undefined ? {} : { guard };
  const carries =
    guard === undefined
      ? 'committeeCarries'
      : { type: 'and', params: { guards: [guard, 'committeeCarries'] } };
  return {
    'committee.heard': { ...own, actions: 'addHearing' },
    'committee.recessed': { ...own, actions: 'addHearing' },
    'committee.subreported': { ...own, actions: 'addHearing' },
    'committee.amendmentProposed': { ...own, actions: 'addHearing' },
    'committee.deferred': { ...own, actions: 'addDeferral' },
    'committee.amended': { ...own, actions: 'addVersion' },
    'committee.approved': {
      guard: carries,
      ...(reported === 'floor' ? { target: 'floor' } : {}),
      actions: ['addHearing', set({ committeeFavours: true })],
    },
  };
}
