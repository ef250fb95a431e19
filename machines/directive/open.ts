import { reminderTransitions } from '../reminder-transitions.ts';
import { disputes } from './disputes.ts';
import { directiveSetup } from './spec.ts';

const answers = directiveSetup.createStateConfig({
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
});

const work = directiveSetup.createStateConfig({
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
});

const term = directiveSetup.createStateConfig({
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
});

/** While departments answer, dispute and write their procedures. */
export const open = directiveSetup.createStateConfig({
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
  states: { answers, disputes, work, term },
});
