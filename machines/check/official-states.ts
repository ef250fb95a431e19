import type { StateNode } from './state-tree.ts';
import type { Subject } from './subject.ts';

/** The states in which a service is an official one: `meta.official`, or the name or id `official`. */
export function officialStates({ tree }: Subject): StateNode[] {
  return tree.nodes.filter(
    ({ key, config }) => config.meta?.official ?? (key === 'official' || config.id === 'official'),
  );
}
