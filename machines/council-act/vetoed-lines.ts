import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set } from './act-actions.ts';

const and = (...guards: string[]): { type: string; params: { guards: string[] } } => ({
  type: 'and',
  params: { guards },
});
const override = {
  'override.voted': [
    {
      target: 'restored',
      guard: and('declaredCarried', 'overrideHolds'),
      actions: [
        'addVote',
        set({ overrideTried: true, lawHash: cel('context.adopted.textHash') }),
        record('changes', { what: 'lines.restored', lines: cel('context.vetoedLines') }),
      ],
    },
    {
      target: 'struck',
      guard: and('declaredLost', 'overrideFails'),
      actions: ['addVote', set({ overrideTried: true })],
    },
  ],
};

/** Lines that the mayor has vetoed: the council reconsiders them while the rest of the act goes its way. */
export const vetoedLines: StateNodeConfig = {
  meta: { title: { en: 'Vetoed lines', it: 'Voci con veto' } },
  initial: 'whole',
  states: {
    whole: {
      meta: {
        title: { en: 'No lines vetoed', it: 'Nessuna voce con veto' },
        resting: { en: 'The whole act is law.', it: 'L’intero atto è legge.' },
      },
      always: { target: 'reconsidered', guard: 'linesVetoed' },
    },
    reconsidered: {
      meta: {
        title: { en: 'Vetoed lines reconsidered', it: 'Voci con veto al riesame' },
        responsible: ['councilChair'],
      },
      on: override,
      after: {
        overrideDue: [{ target: 'struck', guard: 'isFull' }, { target: 'late' }],
      },
    },
    late: {
      meta: {
        title: { en: 'Past the time to override', it: 'Oltre il termine per superare il veto' },
        responsible: ['cityClerk'],
      },
      on: override,
    },
    // The whole text is law now; what was published before lacks the restored lines.
    restored: {
      meta: {
        title: { en: 'Restored lines to be published', it: 'Voci ripristinate da pubblicare' },
        responsible: ['cityClerk'],
      },
      on: {
        'act.published': {
          target: 'published',
          guard: and('isNumbered', 'lawfulText'),
          actions: record('publications', {
            what: 'restoredLines',
            gazette: cel('event.gazette'),
            textHash: cel('event.textHash'),
          }),
        },
      },
    },
    published: {
      meta: {
        title: { en: 'Restored lines published', it: 'Voci ripristinate pubblicate' },
        resting: { en: 'The whole act is law.', it: 'L’intero atto è legge.' },
      },
    },
    struck: {
      meta: {
        title: { en: 'Lines struck', it: 'Voci soppresse' },
        resting: {
          en: 'The veto of these lines stands; the rest of the act is law.',
          it: 'Il veto su queste voci resta; il resto dell’atto è legge.',
        },
      },
    },
  },
};
