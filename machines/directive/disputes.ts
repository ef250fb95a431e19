import { directiveSetup } from './spec.ts';

/** Refusals, silence and abolished departments climb from rung to rung until somebody settles them. */
export const disputes = directiveSetup.createStateConfig({
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
        { guard: 'isDefied', target: 'toMayor' },
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
});
