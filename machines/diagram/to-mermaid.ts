import type { Diagram, DiagramState } from './diagram-of.ts';

/** The drawing as Mermaid text (`stateDiagram-v2`), which many editors and wikis show. */
export function toMermaid({ root, arrows }: Diagram): string {
  const names = namesOf(root);
  const nameOf = (id: string): string => names.get(id) ?? 'unknown';
  // Mermaid knows no arrow from the whole diagram, so a process with transitions of its own gets a frame.
  const isFramed =
    arrows.some(({ from, to }) => from === '' || to === '') || root.type === 'parallel';
  const lines = isFramed ? stateLines(root, nameOf, 1) : insideLines(root, nameOf, 1);
  const arrowLines = arrows.map(
    ({ from, to, labels }) =>
      `  ${nameOf(from)} --> ${nameOf(to)} : ${labels.map(escaped).join('<br>')}`,
  );
  const active = all(root).filter((state) => state.active && state.states.length === 0);
  return `${[
    'stateDiagram-v2',
    ...lines,
    ...arrowLines,
    ...(active.length === 0
      ? []
      : [
          '  classDef active fill:#dbeafe,stroke:#1d4ed8,stroke-width:3px,color:#111827',
          ...active.map(({ id }) => `  class ${nameOf(id)} active`),
        ]),
  ].join('\n')}\n`;
}

type NameOf = (id: string) => string;

function stateLines(state: DiagramState, nameOf: NameOf, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const head = `${indent}state "${escaped(state.title)}" as ${nameOf(state.id)}`;
  if (state.type === 'final') return [head, `${indent}${nameOf(state.id)} --> [*]`];
  if (state.states.length === 0) return [head];
  return [`${head} {`, ...insideLines(state, nameOf, depth + 1), `${indent}}`];
}

function insideLines(state: DiagramState, nameOf: NameOf, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const start = state.initial === undefined ? [] : [`${indent}[*] --> ${nameOf(state.initial)}`];
  const inner = state.states.map((child) => stateLines(child, nameOf, depth));
  if (state.type !== 'parallel') return [...start, ...inner.flat()];
  return inner.flatMap((lines, index) => (index === 0 ? lines : [`${indent}--`, ...lines]));
}

/** Mermaid's ids are letters, digits and underscores; two paths may come to look alike. */
function namesOf(root: DiagramState): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id } of all(root)) {
    const base = id === '' ? 'process' : `s_${id.replaceAll(/[^A-Za-z0-9]+/g, '_')}`;
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function all(state: DiagramState): DiagramState[] {
  return [state, ...state.states.flatMap((child) => all(child))];
}

/** Characters that mean something to Mermaid, as its entity codes. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[#;:"<>{}]/g, (character) => `#${character.charCodeAt(0)};`);
}
