import type { StateNodeConfig, TransitionConfig } from '../../contracts/definition/state-node.ts';
import { set } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});

interface CommitteeWork {
  /** What must hold for a committee to work at all. */
  readonly guard?: string;
  /** Where its report leads if a condition holds; without any the act stays where it is. */
  readonly reports?: readonly { readonly to: string; readonly guard?: string }[];
  /** Where a text goes that it has changed in substance; without it that waits for the report. */
  readonly changed?: string;
}

/** What a committee does, before or after introduction. Its approval is a report to the council, never the council's approval. */
export function committeeWork({
  guard,
  reports = [],
  changed,
}: CommitteeWork): NonNullable<StateNodeConfig['on']> {
  const own = guard === undefined ? {} : { guard };
  const also = guard === undefined ? [] : [guard];
  const goes = (to: string | undefined): { target?: string } =>
    to === undefined ? {} : { target: to };
  const report = (favours: boolean, conditions: string[]): TransitionConfig[] => {
    const actions = ['addHearing', set({ committeeFavours: favours })];
    const leads = reports.map(({ to, guard: when }) => {
      const all = [...conditions, ...(when === undefined ? [] : [when])];
      return { target: to, ...(all.length === 0 ? {} : { guard: and(...all) }), actions };
    });
    const last = reports.at(-1);
    if (last !== undefined && last.guard === undefined) return leads;
    const stays = [...conditions, ...also];
    return [...leads, { ...(stays.length === 0 ? {} : { guard: and(...stays) }), actions }];
  };
  return {
    'committee.heard': { ...own, actions: 'addHearing' },
    'committee.recessed': { ...own, actions: 'addHearing' },
    'committee.subreported': { ...own, actions: 'addHearing' },
    'committee.amendmentProposed': { ...own, actions: 'addHearing' },
    'committee.deferred': [
      { guard: and(...also, 'deferredOften'), actions: ['addDeferral', 'alarmDeferral'] },
      { ...own, actions: 'addDeferral' },
    ],
    'committee.amended': [
      {
        ...goes(changed),
        guard: and(...also, 'newSubstance'),
        actions: ['addVersion', 'newSubstance'],
      },
      { ...own, actions: 'addVersion' },
    ],
    'committee.approved': report(true, ['committeeCarries']),
    'committee.disapproved': report(false, []),
  };
}

export const committee: StateNodeConfig = {
  meta: { title: { en: 'In committee', it: 'In commissione' }, responsible: ['committeeChair'] },
  on: {
    'act.referred': { actions: 'addCommittee' },
    'committee.discharged': [
      { target: 'floor', guard: 'opinionsInOrder', actions: set({ committeeFavours: true }) },
      { target: 'reviewing', actions: set({ committeeFavours: true }) },
    ],
    // A text that the committee has changed goes by its reviewers before it comes to the council.
    ...committeeWork({
      reports: [{ to: 'floor', guard: 'opinionsInOrder' }, { to: 'reviewing' }],
    }),
  },
};
