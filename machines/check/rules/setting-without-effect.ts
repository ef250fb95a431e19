import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { nameOf, type StateNode } from '../state-tree.ts';

type Setting = keyof StateNode['config'];

export const settingWithoutEffect: Rule = {
  code: 'setting-without-effect',
  severity: 'warning',
  about: 'A state has a setting that means nothing in a state of its kind.',
  find: ({ tree }) =>
    tree.nodes.flatMap((node) =>
      uselessIn(node)
        .filter((setting) => node.config[setting] !== undefined)
        .map((setting) => ({
          path: pointerTo(node.pointer, setting),
          message: `\`${setting}\` has no effect in ${nameOf(node)}.`,
          mend: 'Remove it, or move it to the state that it is meant for.',
        })),
    ),
};

function uselessIn({ type, parent, children }: StateNode): Setting[] {
  const never: Setting[] = [];
  if (parent !== undefined) never.push('context');
  if (parent !== undefined && type !== 'final') never.push('output');
  if (type !== 'history') never.push('history', 'target');
  if (type !== 'compound') never.push('initial');
  if (children.length === 0) never.push('onDone');
  if (type === 'history' || type === 'final')
    never.push('on', 'after', 'always', 'invoke', 'states');
  if (type === 'history') never.push('entry', 'exit');
  return never;
}
