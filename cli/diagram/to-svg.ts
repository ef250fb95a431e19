import type { ElkExtendedEdge, ElkNode, ElkPoint } from 'elkjs';
import type { Diagram, DiagramState } from '../../machines/diagram/diagram-of.ts';
import { fonts, labelLines, layoutDiagram, linesOf, nodeOf } from './layout-diagram.ts';
import { leading } from './text-box.ts';

const margin = 16;
const style = `text { font-family: system-ui, sans-serif; fill: #111827; }
.title { font-size: ${fonts.title}px; font-weight: 600; }
.small, .label { font-size: ${fonts.small}px; fill: #4b5563; }
.label { fill: #1f2937; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
.state { fill: #f9fafb; stroke: #6b7280; stroke-width: 1.2; }
.frame { fill: #ffffff; fill-opacity: 0.6; }
.region { stroke-dasharray: 6 4; }
.final { stroke-width: 4; stroke-opacity: 0.55; }
.active { fill: #dbeafe; stroke: #1d4ed8; stroke-width: 3; stroke-opacity: 1; }
.arrow { fill: none; stroke: #374151; stroke-width: 1.3; }
.dot { fill: #374151; }`;

/** The drawing as a picture of its own, with its texts as text. */
export async function toSvg(diagram: Diagram): Promise<string> {
  const drawing = await layoutDiagram(diagram);
  const width = Math.ceil((drawing.width ?? 0) + 2 * margin);
  const height = Math.ceil((drawing.height ?? 0) + 2 * margin);
  const states = new Map(all(diagram.root).map((state) => [nodeOf(state.id), state]));
  const title = escaped(diagram.root.title);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#374151"/></marker></defs>',
    `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...nodesOf(drawing)
      .slice(1)
      .map((node) => shape(node, states.get(node.id), diagram)),
    ...(drawing.edges ?? []).map((edge) => line(edge)),
    ...(drawing.edges ?? []).flatMap((edge) => labels(edge)),
    '</svg>',
  ].join('\n')}\n`;
}

function shape(node: ElkNode, state: DiagramState | undefined, { root }: Diagram): string {
  const { x = 0, y = 0, width = 0, height = 0 } = node;
  if (state === undefined)
    return `<circle class="dot" cx="${x + width / 2}" cy="${y + height / 2}" r="${width / 2}"/>`;
  const classes = ['state'];
  if (state.states.length > 0) classes.push('frame');
  if (isRegion(state, root)) classes.push('region');
  if (state.type === 'final') classes.push('final');
  if (state.active && state.states.length === 0) classes.push('active');
  const box = `<rect class="${classes.join(' ')}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`;
  const { title, small } = linesOf(state);
  const top = y + 10 + fonts.title;
  const below = top + title.length * leading(fonts.title) - 2;
  return [
    `<g><title>${escaped(state.id)}</title>${box}`,
    ...texts(title, 'title', x + 12, top, leading(fonts.title)),
    ...texts(small, 'small', x + 12, below, leading(fonts.small)),
    '</g>',
  ].join('');
}

function isRegion({ id }: DiagramState, root: DiagramState): boolean {
  return all(root).some(
    ({ type, states }) => type === 'parallel' && states.some((child) => child.id === id),
  );
}

function line({ sections = [] }: ElkExtendedEdge): string {
  const path = sections
    .map(({ startPoint, bendPoints = [], endPoint }) => {
      const point = ({ x, y }: ElkPoint): string => `${x} ${y}`;
      return `M${[startPoint, ...bendPoints, endPoint].map(point).join(' L')}`;
    })
    .join(' ');
  return `<path class="arrow" d="${path}" marker-end="url(#head)"/>`;
}

function labels({ labels: all = [] }: ElkExtendedEdge): string[] {
  return all.flatMap(({ text = '', x = 0, y = 0 }) =>
    texts(labelLines(text), 'label', x + 3, y + fonts.small, leading(fonts.small)),
  );
}

function texts(
  lines: readonly string[],
  kind: string,
  x: number,
  y: number,
  step: number,
): string[] {
  return lines.map(
    (text, index) =>
      `<text class="${kind}" x="${x}" y="${y + index * step}">${escaped(text)}</text>`,
  );
}

/** Every node, outer ones first. */
function nodesOf(node: ElkNode): ElkNode[] {
  return [node, ...(node.children ?? []).flatMap((child) => nodesOf(child))];
}

function all(state: DiagramState): DiagramState[] {
  return [state, ...state.states.flatMap((child) => all(child))];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
