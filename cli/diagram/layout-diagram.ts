import { createRequire } from 'node:module';
import type { ELK, ElkNode } from 'elkjs';
import type { Diagram, DiagramState } from '../../machines/diagram/diagram-of.ts';
import { textBox } from './text-box.ts';

export const fonts = { title: 14, small: 11 } as const;
const columns = { title: 26, frame: 60, small: 34, label: 30 } as const;
const padding = 12;
const dot = 14;
const mostNames = 4;

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeLabel': '4',
  'elk.edgeLabels.inline': 'false',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Id of the dot that marks where a state begins. */
export const dotOf = (id: string): string => `start of ${id}`;
export const nodeOf = (id: string): string => `state ${id}`;

/** Places every state and arrow, with the Eclipse Layout Kernel. All positions are from the top left of the drawing. */
export async function layoutDiagram({ root, arrows }: Diagram): Promise<ElkNode> {
  // The package is CommonJS without a default export that TypeScript and Node agree on.
  const Elk = createRequire(import.meta.url)('elkjs') as new () => ELK;
  const starts = all(root).flatMap(({ id, initial }) =>
    initial === undefined ? [] : [{ from: dotOf(id), to: initial }],
  );
  return new Elk().layout({
    id: 'drawing',
    layoutOptions,
    children: [node(root)],
    edges: [
      ...starts.map(({ from, to }) => ({ id: from, sources: [from], targets: [nodeOf(to)] })),
      ...arrows.map(({ from, to, labels }, index) => {
        const text = labels.join('\n');
        const { width, height } = textBox(text, fonts.small, columns.label);
        return {
          id: `arrow ${index}`,
          sources: [nodeOf(from)],
          targets: [nodeOf(to)],
          labels: [{ text, width: width + 6, height }],
        };
      }),
    ],
  });
}

/** The lines of text in a state, as they are drawn. */
export function linesOf(state: DiagramState): {
  title: readonly string[];
  small: readonly string[];
} {
  const frame = state.states.length > 0;
  return {
    title: textBox(state.title, fonts.title, frame ? columns.frame : columns.title).lines,
    small: frame ? [] : textBox(whoActs(state), fonts.small, columns.small).lines,
  };
}

/** A state that many may act in would be all names. */
function whoActs({ responsible }: DiagramState): string {
  const named = responsible.slice(0, mostNames);
  const rest = responsible.length - named.length;
  return [...named, ...(rest === 0 ? [] : [`+ ${rest}`])].join(', ');
}

export function labelLines(text: string): readonly string[] {
  return textBox(text, fonts.small, columns.label).lines;
}

function node(state: DiagramState): ElkNode {
  const frame = state.states.length > 0;
  const title = textBox(state.title, fonts.title, frame ? columns.frame : columns.title);
  const id = nodeOf(state.id);
  if (!frame) {
    const small = textBox(whoActs(state), fonts.small, columns.small);
    return {
      id,
      width: Math.max(title.width, small.width, 60) + 2 * padding,
      height: title.height + small.height + 2 * padding,
    };
  }
  const start =
    state.initial === undefined ? [] : [{ id: dotOf(state.id), width: dot, height: dot }];
  return {
    id,
    children: [...start, ...state.states.map((child) => node(child))],
    layoutOptions: {
      'elk.padding': `[top=${title.height + 2 * padding},left=${padding + 8},bottom=${padding + 8},right=${padding + 8}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${title.width + 2 * padding},${title.height + 3 * padding})`,
    },
  };
}

function all(state: DiagramState): DiagramState[] {
  return [state, ...state.states.flatMap((child) => all(child))];
}
