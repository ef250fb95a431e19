import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const principal = '(has(event.actor.onBehalfOf) ? event.actor.onBehalfOf : event.actor.subject)';
const last = 'context.decisions[context.decisions.size() - 1]';

const set = (params: object): object => ({ type: 'set', params });
/** Somebody's earlier decision stays on the record and stands no more. */
const replace = (list: string, more: object = {}): object => ({
  type: 'amend',
  params: {
    list,
    where: { approver: cel(principal), standing: true },
    set: { standing: false, ...more },
  },
});
const tellOffice = (template: string): object => ({
  type: 'notify',
  params: {
    roles: cel('[context.requestedFrom]'),
    template,
    about: { kind: cel('context.subject.kind'), id: cel('context.subject.id') },
  },
});
const climb = (to: 'departmentHead' | 'secretaryGeneral' | 'mayor'): object[] => [
  set({ superiors: cel(`context.superiors + ["${to}"]`) }),
  { type: 'record', params: { list: 'escalations', fields: { to } } },
  { type: 'notify', params: { roles: [to], template: 'approval.overdue' } },
];
const end = (outcome: string, standsAs: string | null): object =>
  set({ outcome, standsAs, decidedAt: cel('now') });

const blocks = {
  ask: [tellOffice('approval.requested')],
  decide: [
    replace('decisions', { supersededAt: cel('now') }),
    replace('conditions'),
    {
      type: 'record',
      params: {
        list: 'decisions',
        fields: {
          approver: cel(principal),
          decision: cel('event.decision'),
          reason: cel('has(event.reason) ? event.reason : ""'),
          authority: cel('has(event.actor.authority) ? event.actor.authority : ""'),
          hash: cel('event.hash'),
          standing: true,
        },
      },
    },
    set({
      conditions: cel(
        `event.decision == "conditional"
          ? context.conditions + event.conditions.map(c, {"approver": ${principal}, "text": c, "standing": true})
          : context.conditions`,
      ),
    }),
  ],
  rule: [set({ ruling: cel('event.decision') })],
  count: [set({ counted: true })],
  close: [set({ decidedBy: cel(`${last}.approver`), reason: cel(`${last}.reason`) })],
  approve: [end('approved', 'approved')],
  approveWithConditions: [end('conditional', 'approved')],
  reject: [end('rejected', 'rejected')],
  // Whoever abstains is not silent: where silence would be consent, abstention is none.
  leaveUndecided: [end('abstained', 'rejected')],
  consentBySilence: [end('lapsed', 'approved')],
  refuseBySilence: [end('lapsed', 'rejected')],
  recall: [
    end('recalled', null),
    set({ reason: cel('event.reason') }),
    tellOffice('approval.recalled'),
  ],
  voidIt: [end('void', null), set({ reason: cel('event.hash') }), tellOffice('approval.void')],
  breach: [set({ breachedAt: cel('now') }), tellOffice('approval.overdue')],
  climbToHead: climb('departmentHead'),
  climbToSecretaryGeneral: climb('secretaryGeneral'),
  climbToMayor: climb('mayor'),
} satisfies Record<string, object[]>;

/** What a decision does, and who is told. */
export const actions = blocks as unknown as Record<keyof typeof blocks, ActionDefinition>;
