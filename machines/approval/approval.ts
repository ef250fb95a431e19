import { z } from '../../contracts/zod.ts';
import { setup } from 'xstate';
import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { overdueDelays } from '../overdue-delays.ts';
import { reminderDelays } from '../reminder-delays.ts';
import { reminderTransitions } from '../reminder-transitions.ts';
import { rolesOf } from '../roles.ts';
import { deciders, events } from './events.ts';
import { guards } from './guards.ts';

const principal = '(has(event.actor.onBehalfOf) ? event.actor.onBehalfOf : event.actor.subject)';

const spec = {
  id: 'approval',
  version: '1.0.0',
  title: { en: 'Approval', it: 'Approvazione' },
  description: {
    en: 'An office is asked to approve one text by a date. The decision holds for that text only; silence has the effect that was announced beforehand.',
    it: 'Si chiede a un ufficio di approvare un testo entro una data. La decisione vale solo per quel testo; il silenzio ha l’effetto annunciato in anticipo.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([...deciders, 'process']),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    subject: z.object({ kind: z.string(), id: z.string(), hash: z.string() }),
    requestedBy: z.string(),
    /** The principal, when the request was made by a delegate. */
    requestedOnBehalfOf: z.string().optional(),
    requestedFrom: z.enum(deciders),
    /** Limits the office to one department or partner. */
    organisation: z.string().optional(),
    dueIn: z.string(),
    onSilence: z.enum(['approve', 'reject', 'escalate']),
    /** Named approvers; all must approve unless `needed` says how many. */
    approvers: z.array(z.string()).optional(),
    needed: z.int().min(1).optional(),
    /** True when the approvers decide one after the other, in the order given. */
    inOrder: z.boolean().optional(),
  }),
  events,
  guards,
  delays: {
    decisionDue: {
      title: { en: 'Decision due', it: 'Termine per decidere' },
      from: cel('context.requestedAt'),
      plus: cel('context.dueIn'),
    },
    ...reminderDelays({ from: 'context.requestedAt', plus: 'context.dueIn' }),
    ...overdueDelays('context.breachedAt'),
  },
  actions: {
    decide: [
      {
        type: 'amend',
        params: {
          list: 'decisions',
          where: { approver: cel(principal), standing: true },
          set: { standing: false, supersededAt: cel('now') },
        },
      },
      {
        type: 'amend',
        params: {
          list: 'conditions',
          where: { approver: cel(principal), standing: true },
          set: { standing: false },
        },
      },
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
      {
        type: 'set',
        params: {
          conditions: cel(
            `event.decision == "conditional"
              ? context.conditions + event.conditions.map(c, {"approver": ${principal}, "text": c, "standing": true})
              : context.conditions`,
          ),
        },
      },
    ],
    rule: [{ type: 'set', params: { ruling: cel('event.decision') } }],
    close: [
      {
        type: 'set',
        params: {
          decidedAt: cel('now'),
          decidedBy: cel('context.decisions[context.decisions.size() - 1].approver'),
        },
      },
    ],
    breach: [{ type: 'set', params: { breachedAt: cel('now') } }],
  },
};

const machine = setup(setupFor(spec)).createMachine({
  id: 'approval',
  context: {
    subject: cel('input.subject') as never,
    requesters: cel(
      '[input.requestedBy] + (has(input.requestedOnBehalfOf) ? [input.requestedOnBehalfOf] : [])',
    ) as never,
    requestedFrom: cel('input.requestedFrom') as never,
    organisation: cel('has(input.organisation) ? input.organisation : null') as never,
    requestedAt: cel('now') as never,
    dueIn: cel('input.dueIn') as never,
    onSilence: cel('input.onSilence') as never,
    approvers: cel('has(input.approvers) ? input.approvers : []') as never,
    needed: cel(
      'has(input.needed) ? input.needed : (has(input.approvers) && input.approvers.size() > 0 ? input.approvers.size() : 1)',
    ) as never,
    outOf: cel(
      'has(input.approvers) && input.approvers.size() > 0 ? input.approvers.size() : (has(input.needed) ? input.needed : 1)',
    ) as never,
    inOrder: cel('has(input.inOrder) ? input.inOrder : false') as never,
    superiors: [],
    decisions: [],
    conditions: [],
    reminders: [],
    escalations: [],
    breachedAt: null,
    ruling: '',
    outcome: null,
    standsAs: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  },
  initial: 'open',
  output: {
    decision: cel('context.outcome'),
    standsAs: cel('context.standsAs'),
    conditions: cel('context.conditions.filter(c, c.standing).map(c, c.text)'),
    decidedBy: cel('context.decidedBy'),
    decidedAt: cel('context.decidedAt'),
    hash: cel('context.subject.hash'),
    reason: cel('context.reason'),
  } as never,
  states: {
    open: {
      meta: { title: { en: 'Open', it: 'Aperta' }, responsible: [...deciders] },
      initial: 'waiting',
      on: {
        'approval.decided': {
          guard: {
            type: 'and',
            params: {
              guards: [
                'isAsked',
                'isNotRequester',
                'delegationIsStated',
                'decidesThisText',
                'isReasoned',
                'isTheirTurn',
              ],
            },
          },
          actions: 'decide',
        },
        'approval.recalled': {
          guard: 'isRequester',
          target: 'recalled',
          actions: [
            {
              type: 'set',
              params: { outcome: 'recalled', decidedAt: cel('now'), reason: cel('event.reason') },
            },
          ],
        },
        'subject.changed': {
          guard: 'textIsAnother',
          target: 'void',
          actions: [
            {
              type: 'set',
              params: { outcome: 'void', decidedAt: cel('now'), reason: cel('event.hash') },
            },
          ],
        },
      },
      always: [
        {
          guard: 'isRefused',
          target: 'rejected',
          actions: [
            'close',
            { type: 'set', params: { outcome: 'rejected', standsAs: 'rejected' } },
          ],
        },
        {
          guard: 'isGrantedWithConditions',
          target: 'approvedWithConditions',
          actions: [
            'close',
            { type: 'set', params: { outcome: 'conditional', standsAs: 'approved' } },
          ],
        },
        {
          guard: 'isGranted',
          target: 'approved',
          actions: [
            'close',
            { type: 'set', params: { outcome: 'approved', standsAs: 'approved' } },
          ],
        },
      ],
      states: {
        waiting: {
          meta: { title: { en: 'Waiting for the decision', it: 'In attesa della decisione' } },
          initial: 'requested',
          always: { guard: 'cannotBeDecided', target: 'silent' },
          after: {
            decisionDue: { target: 'silent' },
            ...reminderTransitions({
              roles: cel('[context.requestedFrom]'),
              template: 'approval.reminder',
              target: '.reminded',
            }),
          },
          states: {
            requested: {
              meta: {
                title: { en: 'Requested', it: 'Richiesta' },
                responsible: [...deciders],
              },
              entry: [
                {
                  type: 'notify',
                  params: {
                    roles: cel('[context.requestedFrom]'),
                    template: 'approval.requested',
                    about: { kind: cel('context.subject.kind'), id: cel('context.subject.id') },
                  },
                },
              ],
            },
            reminded: {
              meta: {
                title: { en: 'Reminded', it: 'Sollecitata' },
                responsible: [...deciders],
              },
            },
          },
        },
        silent: {
          meta: { title: { en: 'No decision in time', it: 'Nessuna decisione nei termini' } },
          always: [
            {
              guard: 'silenceApproves',
              target: '#approval.lapsed',
              actions: [
                {
                  type: 'set',
                  params: { outcome: 'lapsed', standsAs: 'approved', decidedAt: cel('now') },
                },
              ],
            },
            {
              guard: 'silenceRejects',
              target: '#approval.lapsed',
              actions: [
                {
                  type: 'set',
                  params: { outcome: 'lapsed', standsAs: 'rejected', decidedAt: cel('now') },
                },
              ],
            },
            { target: 'escalated', actions: 'breach' },
          ],
        },
        escalated: {
          meta: { title: { en: 'Escalated', it: 'Portata ai superiori' } },
          initial: 'toOffice',
          on: {
            'approval.decided': {
              guard: {
                type: 'and',
                params: {
                  guards: [
                    'isSuperior',
                    'isNotRequester',
                    'delegationIsStated',
                    'decidesThisText',
                    'isReasoned',
                    'takesPosition',
                  ],
                },
              },
              actions: ['decide', 'rule'],
            },
          },
          states: {
            toOffice: {
              meta: {
                title: { en: 'Overdue at the office asked', it: 'In ritardo presso l’ufficio' },
                responsible: [...deciders],
              },
              after: { overdue1: { target: 'toHead' } },
            },
            toHead: {
              meta: {
                title: { en: 'Before the head of department', it: 'Al dirigente di settore' },
                responsible: ['departmentHead'],
              },
              entry: [
                { type: 'set', params: { superiors: ['departmentHead'] } },
                {
                  type: 'record',
                  params: { list: 'escalations', fields: { to: 'departmentHead' } },
                },
                {
                  type: 'notify',
                  params: { roles: ['departmentHead'], template: 'approval.overdue' },
                },
              ],
              after: { overdue5: { target: 'toSecretaryGeneral' } },
            },
            toSecretaryGeneral: {
              meta: {
                title: { en: 'Before the secretary general', it: 'Al direttore generale' },
                responsible: ['secretaryGeneral'],
              },
              entry: [
                { type: 'set', params: { superiors: ['departmentHead', 'secretaryGeneral'] } },
                {
                  type: 'record',
                  params: { list: 'escalations', fields: { to: 'secretaryGeneral' } },
                },
                {
                  type: 'notify',
                  params: { roles: ['secretaryGeneral'], template: 'approval.overdue' },
                },
              ],
              after: { overdue10: { target: 'toMayor' } },
            },
            toMayor: {
              meta: {
                title: { en: 'Before the mayor', it: 'Al sindaco' },
                responsible: ['mayor'],
              },
              entry: [
                {
                  type: 'set',
                  params: { superiors: ['departmentHead', 'secretaryGeneral', 'mayor'] },
                },
                { type: 'record', params: { list: 'escalations', fields: { to: 'mayor' } } },
                { type: 'notify', params: { roles: ['mayor'], template: 'approval.overdue' } },
              ],
            },
          },
        },
      },
    },
    approved: { type: 'final', meta: { title: { en: 'Approved', it: 'Approvata' } } },
    approvedWithConditions: {
      type: 'final',
      meta: { title: { en: 'Approved with conditions', it: 'Approvata con condizioni' } },
    },
    rejected: { type: 'final', meta: { title: { en: 'Rejected', it: 'Respinta' } } },
    lapsed: {
      type: 'final',
      meta: { title: { en: 'Lapsed: silence decided', it: 'Decisa dal silenzio' } },
    },
    recalled: { type: 'final', meta: { title: { en: 'Recalled', it: 'Ritirata' } } },
    void: {
      type: 'final',
      meta: { title: { en: 'Void: the text changed', it: 'Nulla: il testo è cambiato' } },
    },
  },
});

/**
 * Asks an office to approve one text. Input: `subject`, `requestedBy`, `requestedFrom`, `dueIn`, `onSilence`; optionally named
 * `approvers`, how many are `needed`, `inOrder`. Output: `decision`, `standsAs` (what a lapse counts as), `conditions`,
 * `decidedBy`, `decidedAt`, `hash`.
 */
export const approval = defineProcess(spec, machine);
