import type { StateGenome } from './genome.ts';

/** A state of the machine to be, with the name by which transitions reach it. */
export interface Planned {
  readonly genome: StateGenome;
  readonly index: number;
  readonly key: string;
  /** `#id`, explicit or XState's own of its path. */
  readonly id: string;
  readonly explicitId: boolean;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly children: Planned[];
  readonly parent: Planned | undefined;
  /** Where a history state leads when there is no history. */
  readonly defaultTarget: string | undefined;
}

/** All states, parents first; the first is the root. */
export function planStates(root: StateGenome, machine: string): Planned[] {
  const all: Planned[] = [];
  const visit = (
    genome: StateGenome,
    place: {
      key: string;
      path: string;
      type: Planned['type'];
      defaultTarget?: string;
      parent?: Planned;
    },
  ): Planned => {
    const index = all.length;
    const explicitId = index > 0 && genome.style % 2 === 1;
    const id = explicitId ? `#s${index}` : place.path;
    const planned: Planned = {
      genome,
      index,
      key: place.key,
      id,
      explicitId,
      type: place.type,
      children: [],
      parent: place.parent,
      defaultTarget: place.defaultTarget,
    };
    all.push(planned);
    if (place.type !== 'compound' && place.type !== 'parallel') return planned;
    const types = typesOf(genome, place.type);
    const first = types.findIndex((type) => type !== 'history');
    genome.states.forEach((child, position) => {
      const key = 'abcdefgh'[position] ?? 'z';
      planned.children.push(
        visit(child, {
          key,
          path: `${explicitId ? id : place.path}.${key}`,
          type: types[position] ?? 'atomic',
          defaultTarget: 'abcdefgh'[first] ?? 'a',
          parent: planned,
        }),
      );
    });
    return planned;
  };
  visit(root, { key: '', path: `#${machine}`, type: compoundOrParallel(root) });
  return all;
}

function compoundOrParallel({ kind }: StateGenome): 'compound' | 'parallel' {
  return kind % 3 === 2 ? 'parallel' : 'compound';
}

/** The first state is never a history state, and never final, for there the machine would end as it begins. */
function typesOf(parent: StateGenome, type: 'compound' | 'parallel'): Planned['type'][] {
  return parent.states.map((child, position) => {
    if (child.states.length > 0) return compoundOrParallel(child);
    if (position === 0) return 'atomic';
    const wanted = child.kind % 6;
    if (wanted === 5) return 'history';
    return wanted === 4 && type === 'compound' ? 'final' : 'atomic';
  });
}

/**
 * Where a transition may lead. XState goes astray on the way to a state's history from within that state, and enters the root
 * without leaving it; see the README.
 */
export function reachable(from: Planned, to: Planned): Planned | undefined {
  if (to.type !== 'history') return to;
  for (let node: Planned | undefined = from; node !== undefined; node = node.parent)
    if (node === to.parent) return to.parent.index === 0 ? undefined : to.parent;
  return to;
}
