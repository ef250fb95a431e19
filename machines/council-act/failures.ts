import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { set, tellParent } from './act-actions.ts';

const failed = (title: { en: string; it: string }, outcome?: string): StateNodeConfig => ({
  type: 'final',
  meta: { title },
  entry: [
    ...(outcome === undefined ? [] : [set({ outcome })]),
    tellParent('act.failed', { reason: cel('context.outcome') }),
  ],
});

/** Ways not to become law. */
export function failures(withMayor: boolean): Record<string, StateNodeConfig> {
  return {
    withdrawn: failed({ en: 'Withdrawn', it: 'Ritirata' }, 'withdrawn'),
    filed: failed({ en: 'Filed', it: 'Archiviata' }, 'filed'),
    lapsed: failed(
      { en: 'Lapsed with the council’s term', it: 'Decaduta con la consiliatura' },
      'sessionEnded',
    ),
    defeated: failed({ en: 'Defeated', it: 'Respinta' }, 'defeated'),
    ...(withMayor ? { vetoStands: failed({ en: 'The veto stands', it: 'Il veto resta' }) } : {}),
  };
}
