import type { Json } from '../../contracts/json.ts';
import { pointerTo } from './json-pointer.ts';
import { invocationsOf } from './placed-transition.ts';
import type { Subject } from './subject.ts';

/** A child process that a state invokes or an action spawns. `id` is absent when it is computed. */
export interface StartedChild {
  readonly id: string | undefined;
  readonly src: string;
  readonly input: Json | undefined;
  /** Where its `src`, `id` and `input` stand. */
  readonly pointer: string;
}

export function startedChildren({ tree, actions }: Subject): StartedChild[] {
  return [
    ...tree.nodes.flatMap((node) =>
      invocationsOf(node).map(({ config: { id, src, input }, pointer }) => ({
        id,
        src,
        input,
        pointer,
      })),
    ),
    ...actions.flatMap(({ type, params, pointer }) => {
      const { id, src, input } = params ?? {};
      if (type !== 'spawnChild' || typeof src !== 'string') return [];
      const own = typeof id === 'string' ? id : undefined;
      return [{ id: own, src, input, pointer: pointerTo(pointer, 'params') }];
    }),
  ];
}
