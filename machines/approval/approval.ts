import { z } from '../../contracts/zod.ts';
import { setup } from 'xstate';
import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { overdueDelays } from '../overdue-delays.ts';
import { reminderDelays } from '../reminder-delays.ts';
import { reminderTransitions } from '../reminder-transitions.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { deciders, events } from './events.ts';
import { guards } from './guards.ts';

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
    /** Instead of `needed`: so many approvers must take part, and the majority of those who take a position decides; a tie rejects. */
    quorum: z.int().min(1).optional(),
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
  actions,
};

const machine = setup(setupFor(spec)).createMachine({
  id: 'approval',
  context: {
    subject: cel('input.subject'),
    requesters: cel(
      '[input.requestedBy] + (has(input.requestedOnBehalfOf) ? [input.requestedOnBehalfOf] : [])',
    ),
    requestedFrom: cel('input.requestedFrom'),
    organisation: cel('has(input.organisation) ? input.organisation : null'),
    requestedAt: cel('now'),
    dueIn: cel('input.dueIn'),
    onSilence: cel('input.onSilence'),
    approvers: cel('has(input.approvers) ? input.approvers : []'),
    needed: cel(
      'has(input.needed) ? input.needed : (has(input.approvers) && input.approvers.size() > 0 ? input.approvers.size() : 1)',
    ),
    outOf: cel(
      'has(input.approvers) && input.approvers.size() > 0 ? input.approvers.size() : (has(input.needed) ? input.needed : (has(input.quorum) ? input.quorum : 1))',
    ),
    quorum: cel('has(input.quorum) ? input.quorum : null'),
    counted: false,
    inOrder: cel('has(input.inOrder) ? input.inOrder : false'),
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
  },
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
        'approval.recalled': { guard: 'isRequester', target: 'recalled', actions: 'recall' },
        'subject.changed': { guard: 'textIsAnother', target: 'void', actions: 'voidIt' },
      },
      always: [
        { guard: 'isRefused', target: 'rejected', actions: ['close', 'reject'] },
        {
          guard: 'isGrantedWithConditions',
          target: 'approvedWithConditions',
          actions: ['close', 'approveWithConditions'],
        },
        { guard: 'isGranted', target: 'approved', actions: ['close', 'approve'] },
        { guard: 'staysUndecided', target: 'undecided', actions: ['close', 'leaveUndecided'] },
      ],
      states: {
        waiting: {
          meta: { title: { en: 'Waiting for the decision', it: 'In attesa della decisione' } },
          initial: 'requested',
          always: { guard: 'goesToSuperiors', target: 'escalated', actions: 'breach' },
          after: {
            decisionDue: [{ guard: 'quorumIsReached', actions: 'count' }, { target: 'silent' }],
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
              entry: 'ask',
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
            { guard: 'silenceApproves', target: '#approval.lapsed', actions: 'consentBySilence' },
            { guard: 'silenceRejects', target: '#approval.lapsed', actions: 'refuseBySilence' },
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
              entry: 'climbToHead',
              after: { overdue5: { target: 'toSecretaryGeneral' } },
            },
            toSecretaryGeneral: {
              meta: {
                title: { en: 'Before the secretary general', it: 'Al direttore generale' },
                responsible: ['secretaryGeneral'],
              },
              entry: 'climbToSecretaryGeneral',
              after: { overdue10: { target: 'toMayor' } },
            },
            toMayor: {
              meta: {
                title: { en: 'Before the mayor', it: 'Al sindaco' },
                responsible: ['mayor'],
              },
              entry: 'climbToMayor',
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
    undecided: {
      type: 'final',
      meta: { title: { en: 'Undecided: too many abstained', it: 'Non decisa: troppe astensioni' } },
    },
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
 * `approvers`, how many are `needed`, `inOrder`, or a `quorum`. Output: `decision` (approved, conditional, rejected, abstained,
 * lapsed, recalled, void), `standsAs` (approved or rejected, whatever the decision; null when recalled or void), `conditions`,
 * `decidedBy`, `decidedAt`, `hash`, `reason`.
 */
export const approval = defineProcess(spec, machine);
