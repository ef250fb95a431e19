import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const its = { department: cel('event.department'), current: true };
const tellParent = (type: string, fields: Record<string, ReturnType<typeof cel>>): object => ({
  type: 'sendParent',
  params: {
    event: {
      type,
      directiveId: cel('context.directiveId'),
      department: cel('event.department'),
      ...fields,
    },
  },
});
const tell = (roles: string[], template: string): object => ({
  type: 'notify',
  params: { roles, template, about: { directiveId: cel('context.directiveId') } },
});
const note = (kind: string): object => ({
  type: 'record',
  params: {
    list: 'history',
    fields: {
      kind,
      department: cel('event.department'),
      reason: cel('has(event.reason) ? event.reason : ""'),
    },
  },
});
const become = (status: string, more: object = {}): object => ({
  type: 'amend',
  params: { list: 'departments', where: its, set: { status, since: cel('now'), ...more } },
});
const leave = (status: string, successor: string): object =>
  become(status, { current: false, successor: cel(successor) });
const again = (successor: string): object => ({
  type: 'amend',
  params: {
    list: 'departments',
    where: { department: cel(successor), current: true },
    set: { status: 'issued', since: cel('now'), predecessor: cel('event.department') },
  },
});
/** Reorganisations are dated, and old names resolve for ever. */
const noteMerger = {
  type: 'record',
  params: {
    list: 'history',
    fields: {
      kind: 'merged',
      department: cel('event.department'),
      into: cel('event.into'),
      effectiveAt: cel('event.effectiveAt'),
      reason: '',
    },
  },
};
const join = (successor: string): object => ({
  type: 'set',
  params: {
    departments: cel(
      `context.departments + [{"department": ${successor}, "status": "issued", "since": now, "current": true,
        "predecessor": event.department, "successor": null, "sop": null, "recordedBy": ""}]`,
    ),
  },
});

/** Whoever must answer anew gets the full time for it. */
const askAgain = [
  { type: 'set', params: { answersFrom: cel('now') } },
  { type: 'raise', params: { event: { type: 'answers.reopened' } } },
];

const climb = (level: number, roles: string[]): object[] => [
  { type: 'set', params: { rung: level } },
  { type: 'record', params: { list: 'escalations', fields: { about: 'dispute', to: roles } } },
  tell(roles, 'directive.disputed'),
];
const overdue = (days: number, roles: string[]): object[] => [
  { type: 'record', params: { list: 'escalations', fields: { about: 'term', days, to: roles } } },
  tell(roles, 'directive.overdue'),
];

const blocks = {
  accept: [become('accepted'), note('acknowledged'), tellParent('directive.acknowledged', {})],
  refuse: [
    become('refused'),
    note('refused'),
    tellParent('directive.refused', { reason: cel('event.reason') }),
  ],
  confirmRefusal: [note('refusalConfirmed')],
  order: [become('ordered'), note('ordered'), ...askAgain],
  release: [become('released'), note('released')],
  abolish: [become('abolished'), note('abolished')],
  mergeIntoAddressee: [leave('merged', 'event.into'), again('event.into'), noteMerger, ...askAgain],
  mergeIntoNewcomer: [leave('merged', 'event.into'), join('event.into'), noteMerger, ...askAgain],
  reassignToAddressee: [
    leave('reassigned', 'event.to'),
    again('event.to'),
    note('reassigned'),
    ...askAgain,
  ],
  reassignToNewcomer: [
    leave('reassigned', 'event.to'),
    join('event.to'),
    note('reassigned'),
    ...askAgain,
  ],
  recordProcedure: [
    become('recorded', {
      recordedBy: cel('event.actor.subject'),
      sop: {
        docId: cel('event.docId'),
        version: cel('event.version'),
        section: cel('has(event.section) ? event.section : ""'),
      },
    }),
    note('procedureRecorded'),
  ],
  verifyProcedure: [
    become('verified', { verifiedBy: cel('event.actor.subject') }),
    note('procedureVerified'),
    tellParent('directive.incorporated', { sopVersion: cel('event.version') }),
  ],
  returnProcedure: [
    become('accepted', { findings: cel('event.findings') }),
    note('procedureReturned'),
  ],
  markSilent: [
    {
      type: 'amend',
      params: {
        list: 'departments',
        where: { status: 'issued', current: true },
        set: { status: 'silent', since: cel('now') },
      },
    },
    {
      type: 'amend',
      params: {
        list: 'departments',
        where: { status: 'ordered', current: true },
        set: { status: 'defiant', since: cel('now') },
      },
    },
    { type: 'record', params: { list: 'history', fields: { kind: 'unanswered' } } },
  ],
  climbToHead: climb(1, ['departmentHead']),
  climbToSecretaryGeneral: climb(2, ['secretaryGeneral']),
  climbToMayor: climb(3, ['mayor']),
  tellHeads: overdue(1, ['departmentHead']),
  tellLead: overdue(5, ['secretaryGeneral', 'initiativeLead']),
  tellMayor: overdue(10, ['mayor', 'committeeChair']),
  breach: [
    { type: 'set', params: { breachedAt: cel('now') } },
    tell(['departmentHead'], 'directive.due'),
  ],
  // What was incorporated is to be done again in part, so it has its whole term again.
  reopenTerm: [
    { type: 'set', params: { clockFrom: cel('now'), answersFrom: cel('now'), breachedAt: null } },
    { type: 'record', params: { list: 'history', fields: { kind: 'reopened' } } },
    tell(['departmentHead'], 'directive.reopened'),
    {
      type: 'sendParent',
      params: { event: { type: 'directive.reopened', directiveId: cel('context.directiveId') } },
    },
  ],
  // A directive that stays in force does not end, so its end cannot tell.
  tellCompleted: [
    {
      type: 'sendParent',
      params: {
        event: {
          type: 'directive.completed',
          directiveId: cel('context.directiveId'),
          addressees: cel(
            'context.departments.filter(d, d.current && d.status == "verified").map(d, d.department)',
          ),
        },
      },
    },
  ],
  restoreBasis: [
    {
      type: 'set',
      params: {
        clockFrom: cel('now'),
        answersFrom: cel('now'),
        breachedAt: cel('now'),
        basisLostAt: null,
      },
    },
    { type: 'record', params: { list: 'history', fields: { kind: 'basisRestored' } } },
    tell(['departmentHead'], 'directive.basisRestored'),
  ],
} satisfies Record<string, object[]>;

/** What happens to one department of the list, and who is told. */
export const actions = blocks as unknown as Record<keyof typeof blocks, ActionDefinition>;
