import type { ActiveState } from './active-states.ts';
import { dim } from './style.ts';
import type { Titles } from './titles.ts';

/** The active states as an indented tree, each with who must act there. */
export function stateTree(
  states: readonly ActiveState[],
  titles: Titles,
  forWhom: string,
  depth = 1,
): string[] {
  return states.flatMap(({ key, node, children }) => {
    const responsible = node?.meta?.responsible ?? [];
    const note =
      responsible.length === 0 || children.length > 0
        ? ''
        : dim(`  (${forWhom} ${titles.roles(responsible)})`);
    return [
      `${'  '.repeat(depth)}${titles.state(key, node)}${note}`,
      ...stateTree(children, titles, forWhom, depth + 1),
    ];
  });
}
