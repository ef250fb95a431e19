import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { open } from './open.ts';
import { directiveSetup, spec } from './spec.ts';

const machine = directiveSetup.createMachine({
  id: 'directive',
  context: {
    directiveId: cel('input.directiveId'),
    basedOnActId: cel('input.basedOnActId'),
    instruction: cel('input.instruction'),
    sop: cel('input.sop'),
    dueIn: cel('input.dueIn'),
    acknowledgeIn: cel('has(input.acknowledgeIn) ? input.acknowledgeIn : "P10BD"'),
    cureIn: cel('has(input.cureIn) ? input.cureIn : "P90D"'),
    staysInForce: cel('has(input.staysInForce) ? input.staysInForce : false'),
    departments: cel(
      `input.addressees.map(d, {"department": d, "status": "issued", "since": now, "current": true,
        "predecessor": null, "successor": null, "sop": null, "recordedBy": ""})`,
    ),
    issuedAt: cel('now'),
    clockFrom: cel('now'),
    history: [],
    reminders: [],
    escalations: [],
    answersFrom: cel('now'),
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
  },
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
    // Reorganisations do not ask in which state a directive is.
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
        open,
        incorporated: {
          meta: { title: { en: 'Incorporated', it: 'Recepita' } },
          always: [
            { guard: 'staysInForce', target: 'inForce', actions: 'tellCompleted' },
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
          always: {
            guard: { type: 'not', params: { guard: 'allAreVerified' } },
            target: 'open',
            actions: 'reopenTerm',
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
 * department, `directive.completed` and `directive.reopened`. Output: `directiveId`, `outcome` (incorporated, basisLost, superseded), `sopVersions`.
 */
export const directive = defineProcess(spec, machine);
