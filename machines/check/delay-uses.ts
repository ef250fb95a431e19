import { pointerTo } from './json-pointer.ts';
import type { Subject } from './subject.ts';

/** A deadline named in `after` or in the `delay` of an action; the name may also be a duration or milliseconds. */
export interface DelayUse {
  readonly name: string;
  readonly pointer: string;
}

export function delayUses({ tree, actions }: Subject): DelayUse[] {
  return [
    ...tree.nodes.flatMap((node) =>
      Object.keys(node.config.after ?? {}).map((name) => ({
        name,
        pointer: pointerTo(node.pointer, 'after', name),
      })),
    ),
    ...actions.flatMap(({ type, params, pointer }) => {
      const delay = params?.['delay'];
      const delayed = type === 'raise' || type === 'sendTo' || type === 'sendParent';
      return delayed && typeof delay === 'string'
        ? [{ name: delay, pointer: pointerTo(pointer, 'params', 'delay') }]
        : [];
    }),
  ];
}
