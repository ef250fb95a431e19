import type { Definition } from '../../contracts/definition/definition.ts';
import { initialOf } from '../check/resolve-target.ts';
import { targetNodes, transitionsOf } from '../check/placed-transition.ts';
import { stateTree, type StateNode, type StateTree } from '../check/state-tree.ts';
import { DiagramWords, type Say } from './diagram-words.ts';

/** A state as it is drawn. `id` is its path, keys joined with dots; empty for the process itself. */
export interface DiagramState {
  readonly id: string;
  readonly title: string;
  readonly type: StateNode['type'];
  /** The roles that must act in it, in words. */
  readonly responsible: readonly string[];
  readonly states: readonly DiagramState[];
  /** The state among `states` that it begins in. */
  readonly initial: string | undefined;
  readonly active: boolean;
}

/** All transitions from one state to another, drawn as one arrow. */
export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}

export interface Diagram {
  readonly root: DiagramState;
  readonly arrows: readonly DiagramArrow[];
}

export interface DiagramOptions {
  /** Picks the reader's language of a text. */
  readonly say: Say;
  /** Paths of the states that are active, if one process is meant. */
  readonly active?: ReadonlySet<string>;
}

/** What there is to draw of a definition: its states, nested, and one arrow between any two of them. */
export function diagramOf(definition: Definition, { say, active }: DiagramOptions): Diagram {
  const tree = stateTree(definition.machine, definition.id);
  const words = new DiagramWords(definition, say);
  const draw = (node: StateNode): DiagramState => ({
    id: node.path,
    title: words.state(node),
    type: node.type,
    responsible: words.responsible(node),
    states: node.children.map(draw),
    initial: node.type === 'compound' ? initialOf(node)?.path : undefined,
    active: active?.has(node.path) ?? false,
  });
  return { root: draw(tree.root), arrows: arrowsOf(tree, words) };
}

function arrowsOf(tree: StateTree, words: DiagramWords): DiagramArrow[] {
  const arrows = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const transition of tree.nodes.flatMap((node) => transitionsOf(node))) {
    const label = words.transition(transition);
    for (const target of targetNodes(tree, transition)) {
      const from = transition.node.path;
      const key = JSON.stringify([from, target.path]);
      const arrow = arrows.get(key) ?? { from, to: target.path, labels: [] };
      if (!arrow.labels.includes(label)) arrow.labels.push(label);
      arrows.set(key, arrow);
    }
  }
  return [...arrows.values()];
}
