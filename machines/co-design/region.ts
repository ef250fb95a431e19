import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { and, set, type Block } from './blocks.ts';
import { organisation } from './facts.ts';

type Events = NonNullable<StateNodeConfig['on']>;
type Transition = Exclude<Events[string], string | readonly unknown[]>;

/** A region that ends with the initiative: once the closing is done, every region comes to its own end. */
export function region(node: StateNodeConfig): StateNodeConfig {
  return {
    ...node,
    on: { ...node.on, 'initiative.closed': '.closed' },
    states: {
      ...node.states,
      closed: { type: 'final', meta: { title: { en: 'Closed', it: 'Chiuso' } } },
    },
  };
}

/**
 * Each partner agrees for itself, and once; the voice that makes it enough decides.
 *
 * @param list field of the context with those who have agreed
 * @param completes guard that asks whether this voice is enough
 * @param guards further conditions
 * @param actions what the agreement brings about
 */
export function agreeing(
  list: string,
  completes: string,
  guards: readonly string[],
  actions: readonly (string | Block)[],
): Transition[] {
  const by = { by: cel(`context.${list}`) } as never;
  const may = ['speaksForPartner', ...guards, { type: 'hasNotSpoken', params: by }];
  return [
    {
      guard: and(...may, { type: completes, params: by }),
      actions: [...actions, set({ [list]: [] })],
    },
    {
      guard: and(...may),
      actions: set({ [list]: cel(`context.${list} + [${organisation}]`) }),
    },
  ];
}
