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
import { events } from './events.ts';
import { guards } from './guards.ts';

const spec = {
  id: 'directive',
  version: '1.0.0',
  title: { en: 'Directive', it: 'Direttiva' },
  description: {
    en: 'Departments are told to put a service into their standard procedures. It is done when every department’s procedure is verified by somebody else; a refusal is never silent.',
    it: 'Si dispone che i settori inseriscano un servizio nelle procedure ordinarie. È conclusa quando la procedura di ogni settore è verificata da altri; un rifiuto non resta mai senza seguito.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([
    'departmentHead',
    'secretaryGeneral',
    'mayor',
    'cityClerk',
    'legalOfficer',
    'initiativeLead',
    'committeeChair',
    'process',
  ]),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    directiveId: z.string(),
    basedOnActId: z.string(),
    instruction: z.string(),
    addressees: z.array(z.string()).min(1),
    sop: z.union([z.string(), z.looseObject({ docId: z.string() })]),
    /** For the verified procedure, from the issue. */
    dueIn: z.string(),
    /** For the acknowledgement; ten working days unless said. */
    acknowledgeIn: z.string().optional(),
    /** How long a lost basis may be cured; 90 days unless said. */
    cureIn: z.string().optional(),
    /** True keeps the directive alive once incorporated, so that it can still lose its basis. */
    staysInForce: z.boolean().optional(),
  }),
  events,
  guards,
  actions,
  delays: {
    acknowledgementDue: {
      title: { en: 'Acknowledgement due', it: 'Termine per accettare' },
      from: cel('context.answersFrom'),
      plus: cel('context.acknowledgeIn'),
    },
    incorporationDue: {
      title: { en: 'Procedure due', it: 'Termine per la procedura' },
      from: cel('context.clockFrom'),
      plus: cel('context.dueIn'),
    },
    ...reminderDelays({ from: 'context.clockFrom', plus: 'context.dueIn' }),
    ...overdueDelays('context.breachedAt'),
    rungDue: { title: { en: 'Next superior', it: 'Superiore successivo' }, plus: 'P5BD' },
    mayorDue: {
      title: { en: 'Mayor’s decision due', it: 'Termine per la decisione del sindaco' },
      plus: 'P10BD',
    },
    cureDue: {
      title: { en: 'Basis to be restored by', it: 'Termine per ripristinare la base' },
      from: cel('context.basisLostAt'),
      plus: cel('context.cureIn'),
    },
  },
};

const machine = setup(setupFor(spec)).createMachine({
  id: 'directive',
  context: {
    directiveId: cel('input.directiveId') as never,
    basedOnActId: cel('input.basedOnActId') as never,
    instruction: cel('input.instruction') as never,
    sop: cel('input.sop') as never,
    dueIn: cel('input.dueIn') as never,
    acknowledgeIn: cel('has(input.acknowledgeIn) ? input.acknowledgeIn : "P10BD"') as never,
    cureIn: cel('has(input.cureIn) ? input.cureIn : "P90D"') as never,
    staysInForce: cel('has(input.staysInForce) ? input.staysInForce : false') as never,
    departments: cel(
      `input.addressees.map(d, {"department": d, "status": "issued", "since": now, "current": true,
        "predecessor": null, "successor": null, "sop": null, "recordedBy": ""})`,
    ) as never,
    issuedAt: cel('now') as never,
    clockFrom: cel('now') as never,
    history: [],
    reminders: [],
    escalations: [],
    answersFrom: cel('now') as never,
    rung: 0,
    breachedAt: null,
    basisLostAt: null,
    outcome: null,
    supersededBy: null,
  },
  initial: 'live',
  output: {
    directiveId: cel('context.directiveId'),
    outcome: cel('context.outcome'),
    supersededBy: cel('context.supersededBy'),
    sopVersions: cel(
      `context.departments.filter(d, d.current && d.status == "verified")
        .map(d, {"department": d.department, "docId": d.sop.docId, "version": d.sop.version})`,
    ),
  } as never,
  on: {
    'directive.superseded': {
      target: '.superseded',
      actions: [
        {
          type: 'set',
          params: { outcome: 'superseded', supersededBy: cel('event.by') },
        },
      ],
    },
  },
  states: {
    live: {
      meta: { title: { en: 'In effect', it: 'Efficace' } },
      initial: 'open',
      on: {
        'basis.lost': {
          target: 'basisLost',
          actions: [
            { type: 'set', params: { basisLostAt: cel('now') } },
            {
              type: 'record',
              params: {
                list: 'history',
                fields: { kind: 'basisLost', reason: cel('event.reason') },
              },
            },
          ],
        },
      },
      states: {
        open: {
          type: 'parallel',
          meta: { title: { en: 'Being carried out', it: 'In esecuzione' } },
          always: { guard: 'allAreVerified', target: 'incorporated' },
          on: {
            'directive.acknowledged': {
              guard: { type: 'and', params: { guards: ['speaksForDepartment', 'isToAnswer'] } },
              actions: 'accept',
            },
            'directive.refused': {
              guard: { type: 'and', params: { guards: ['speaksForDepartment', 'mayRefuse'] } },
              actions: 'refuse',
            },
            'department.merged': [
              {
                guard: {
                  type: 'and',
                  params: { guards: ['isAddressee', 'successorIsAnother', 'successorIsAddressee'] },
                },
                actions: 'mergeIntoAddressee',
              },
              {
                guard: { type: 'and', params: { guards: ['isAddressee', 'successorIsAnother'] } },
                actions: 'mergeIntoNewcomer',
              },
            ],
            'department.abolished': { guard: 'isAddressee', actions: 'abolish' },
            'directive.insisted': {
              guard: { type: 'and', params: { guards: ['canBeOrdered', 'isBeforeThem'] } },
              actions: 'order',
            },
            'department.released': {
              guard: {
                type: 'and',
                params: { guards: ['isInDispute', 'isBeforeThem', 'othersRemain'] },
              },
              actions: 'release',
            },
            'directive.reassigned': [
              {
                guard: {
                  type: 'and',
                  params: {
                    guards: [
                      'isInDispute',
                      'isBeforeThem',
                      'newDepartmentIsAnother',
                      'newDepartmentIsAddressee',
                    ],
                  },
                },
                actions: 'reassignToAddressee',
              },
              {
                guard: {
                  type: 'and',
                  params: { guards: ['isInDispute', 'isBeforeThem', 'newDepartmentIsAnother'] },
                },
                actions: 'reassignToNewcomer',
              },
            ],
            'sop.recorded': {
              guard: {
                type: 'and',
                params: { guards: ['speaksForDepartment', 'mayRecordProcedure'] },
              },
              actions: 'recordProcedure',
            },
            'sop.verified': {
              guard: {
                type: 'and',
                params: {
                  guards: ['procedureIsRecorded', 'verifierIsOutside', 'verifierIsAnother'],
                },
              },
              actions: 'verifyProcedure',
            },
            'sop.returned': {
              guard: {
                type: 'and',
                params: {
                  guards: ['procedureIsRecorded', 'verifierIsOutside', 'verifierIsAnother'],
                },
              },
              actions: 'returnProcedure',
            },
          },
          states: {
            answers: {
              meta: { title: { en: 'Answers', it: 'Risposte' } },
              initial: 'awaited',
              states: {
                awaited: {
                  meta: {
                    title: { en: 'Answers awaited', it: 'Risposte attese' },
                    responsible: ['departmentHead'],
                  },
                  always: { guard: 'noAnswerIsAwaited', target: 'settled' },
                  on: { 'answers.reopened': { target: 'awaited', reenter: true } },
                  after: { acknowledgementDue: { actions: 'markSilent' } },
                },
                settled: {
                  meta: {
                    title: { en: 'No answer awaited', it: 'Nessuna risposta attesa' },
                    resting: {
                      en: 'Every department has accepted, or its case is before a superior.',
                      it: 'Ogni settore ha accettato, o il suo caso è davanti a un superiore.',
                    },
                  },
                  always: {
                    guard: { type: 'not', params: { guard: 'noAnswerIsAwaited' } },
                    target: 'awaited',
                  },
                },
              },
            },
            disputes: {
              meta: { title: { en: 'Disputes', it: 'Controversie' } },
              initial: 'none',
              states: {
                none: {
                  meta: {
                    title: { en: 'No dispute', it: 'Nessuna controversia' },
                    resting: { en: 'Nobody has refused.', it: 'Nessuno ha rifiutato.' },
                  },
                  entry: [{ type: 'set', params: { rung: 0 } }],
                  always: [
                    { guard: 'isDefied', target: 'toMayor' },
                    { guard: 'hasOrphan', target: 'toSecretaryGeneral' },
                    { guard: 'isDisputed', target: 'toHead' },
                  ],
                },
                toHead: {
                  meta: {
                    title: { en: 'Before the head of department', it: 'Al dirigente di settore' },
                    responsible: ['departmentHead'],
                  },
                  entry: ['climbToHead'],
                  always: [
                    { guard: 'isUndisputed', target: 'none' },
                    { guard: 'hasOrphan', target: 'toSecretaryGeneral' },
                  ],
                  on: {
                    'refusal.confirmed': {
                      guard: {
                        type: 'and',
                        params: { guards: ['speaksForDepartment', 'hasRefused'] },
                      },
                      target: 'toSecretaryGeneral',
                      actions: 'confirmRefusal',
                    },
                  },
                  after: { rungDue: { target: 'toSecretaryGeneral' } },
                },
                toSecretaryGeneral: {
                  meta: {
                    title: { en: 'Before the secretary general', it: 'Al direttore generale' },
                    responsible: ['secretaryGeneral'],
                  },
                  entry: ['climbToSecretaryGeneral'],
                  always: [
                    { guard: 'isUndisputed', target: 'none' },
                    { guard: 'isDefied', target: 'toMayor' },
                  ],
                  after: { rungDue: { target: 'toMayor' } },
                },
                toMayor: {
                  meta: {
                    title: { en: 'Before the mayor', it: 'Al sindaco' },
                    responsible: ['mayor'],
                  },
                  entry: ['climbToMayor'],
                  always: { guard: 'isUndisputed', target: 'none' },
                  after: { mayorDue: { target: 'toMayor', reenter: true } },
                },
              },
            },
            work: {
              meta: { title: { en: 'Procedures', it: 'Procedure' } },
              initial: 'notBegun',
              states: {
                notBegun: {
                  meta: {
                    title: { en: 'Not begun', it: 'Non iniziate' },
                    responsible: ['departmentHead'],
                  },
                  always: { guard: 'someHaveAccepted', target: 'incorporating' },
                },
                incorporating: {
                  meta: {
                    title: {
                      en: 'Being written into procedures',
                      it: 'Inserimento nelle procedure',
                    },
                    responsible: ['departmentHead'],
                  },
                  always: { guard: 'someAwaitVerification', target: 'verifying' },
                },
                verifying: {
                  meta: {
                    title: { en: 'Being verified', it: 'In verifica' },
                    responsible: ['cityClerk', 'legalOfficer', 'secretaryGeneral'],
                  },
                  always: {
                    guard: { type: 'not', params: { guard: 'someAwaitVerification' } },
                    target: 'incorporating',
                  },
                },
              },
            },
            term: {
              meta: { title: { en: 'Term', it: 'Termine' } },
              initial: 'running',
              states: {
                running: {
                  meta: {
                    title: { en: 'In time', it: 'Nei termini' },
                    responsible: ['departmentHead'],
                  },
                  after: {
                    incorporationDue: { target: 'overdue', actions: 'breach' },
                    ...reminderTransitions({
                      roles: ['departmentHead'],
                      template: 'directive.reminder',
                    }),
                  },
                },
                overdue: {
                  meta: {
                    title: { en: 'Overdue', it: 'In ritardo' },
                    responsible: ['departmentHead', 'secretaryGeneral', 'mayor'],
                  },
                  after: {
                    overdue1: { actions: 'tellHeads' },
                    overdue5: { actions: 'tellLead' },
                    overdue10: { actions: 'tellMayor' },
                  },
                },
              },
            },
          },
        },
        incorporated: {
          meta: { title: { en: 'Incorporated', it: 'Recepita' } },
          always: [
            { guard: 'staysInForce', target: 'inForce' },
            {
              target: '#directive.done',
              actions: [{ type: 'set', params: { outcome: 'incorporated' } }],
            },
          ],
        },
        inForce: {
          meta: {
            title: { en: 'Incorporated and in force', it: 'Recepita e in vigore' },
            resting: {
              en: 'The procedures stand as long as the act behind them.',
              it: 'Le procedure valgono finché vale l’atto su cui si fondano.',
            },
          },
        },
        before: { type: 'history', history: 'deep' },
      },
    },
    basisLost: {
      meta: {
        title: { en: 'Legal basis lost', it: 'Base giuridica venuta meno' },
        responsible: ['legalOfficer', 'mayor'],
      },
      entry: [
        {
          type: 'notify',
          params: {
            roles: ['departmentHead', 'legalOfficer', 'mayor'],
            template: 'directive.basisLost',
            about: { directiveId: cel('context.directiveId') },
          },
        },
      ],
      on: {
        'basis.restored': { target: 'live.before', actions: 'restoreBasis' },
      },
      after: {
        cureDue: {
          target: 'endedWithoutBasis',
          actions: [{ type: 'set', params: { outcome: 'basisLost' } }],
        },
      },
    },
    done: { type: 'final', meta: { title: { en: 'Incorporated', it: 'Recepita' } } },
    superseded: { type: 'final', meta: { title: { en: 'Superseded', it: 'Sostituita' } } },
    endedWithoutBasis: {
      type: 'final',
      meta: { title: { en: 'Ended without legal basis', it: 'Cessata senza base giuridica' } },
    },
  },
});

/**
 * Tells departments to put a service into their standard procedures. Input: `directiveId`, `basedOnActId`, `instruction`,
 * `addressees`, `sop`, `dueIn`. Tells the parent `directive.acknowledged`, `directive.refused`, `directive.incorporated` for each
 * department. Output: `directiveId`, `outcome` (incorporated, basisLost, superseded), `sopVersions`.
 */
export const directive = defineProcess(spec, machine);
