import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createMachine,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { StateNodeConfig } from '../../../contracts/definition/state-node.ts';
import { reachableStates } from '../../../machines/check/reachable-states.ts';
import { soundDefinition } from './sound-definition.ts';

const events = ['a', 'b', 'c'];
type Shape = { type: number; children: Shape[]; targets: number[]; initial: number };

const shape = fc.letrec<{ node: Shape }>((tie) => ({
  node: fc.record({
    type: fc.nat(4),
    initial: fc.nat(3),
    children: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constant<Shape[]>([]),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    ),
    targets: fc.array(fc.nat(30), { maxLength: 3 }),
  }),
})).node;

/** A machine from random numbers; each state has an id, so that any may lead to any. */
function machineOf(root: Shape): StateNodeConfig {
  const ids: string[] = [];
  const configs: { config: StateNodeConfig; targets: number[] }[] = [];
  const grow = (node: Shape, depth: number): StateNodeConfig => {
    const id = `s${ids.length}`;
    ids.push(id);
    const config: StateNodeConfig = { id };
    configs.push({ config, targets: node.targets });
    if (node.children.length === 0) {
      if (node.type === 4 && depth > 0) config.type = 'final';
      return config;
    }
    const keys = node.children.map((_child, index) => `k${index}`);
    config.states = Object.fromEntries(
      node.children.map((child, index) => [`k${index}`, grow(child, depth + 1)]),
    );
    if (node.type === 3) config.type = 'parallel';
    else {
      config.initial = keys[node.initial % keys.length] ?? 'k0';
      if (node.type === 2) {
        config.states['memory'] = { id: `${id}memory`, type: 'history', history: 'deep' };
        ids.push(`${id}memory`);
      }
    }
    return config;
  };
  const machine = grow(root, 0);
  for (const { config, targets } of configs) {
    if (config.type === 'final' || targets.length === 0) continue;
    config.on = Object.fromEntries(
      targets.map((target, index) => [
        events[index] ?? 'a',
        `#${ids[target % ids.length] ?? 's0'}`,
      ]),
    );
    if (config.states !== undefined && targets.length > 2)
      config.onDone = `#${ids[(targets[2] ?? 0) % ids.length] ?? 's0'}`;
  }
  return machine;
}

/** Paths of the states that XState itself comes to. */
function lived(config: StateNodeConfig): Set<string> {
  const machine = createMachine({ ...config, options: { maxIterations: 100 } } as never);
  const paths = new Set<string>();
  const seen = new Set<string>();
  const queue: AnyMachineSnapshot[] = [initialTransition(machine)[0]];
  for (let snapshot = queue.pop(); snapshot !== undefined; snapshot = queue.pop()) {
    const key = JSON.stringify([snapshot.value, snapshot.historyValue], (name, value: unknown) =>
      name === '' || typeof value !== 'object' || value === null || !('id' in value)
        ? value
        : value.id,
    );
    if (seen.has(key) || seen.size > 300) continue;
    seen.add(key);
    for (const node of snapshot._nodes) paths.add(node.path.join('.'));
    if (snapshot.status === 'active')
      for (const type of events) queue.push(...next(machine, snapshot, type));
  }
  return paths;
}

/** Nothing where the machine never comes to rest. */
function next(
  machine: AnyStateMachine,
  from: AnyMachineSnapshot,
  type: string,
): AnyMachineSnapshot[] {
  try {
    return [transition(machine, from, { type })[0]];
  } catch {
    return [];
  }
}

describe('reachableStates', () => {
  it('has every state that XState ever comes to', () => {
    fc.assert(
      fc.property(shape, (root) => {
        const machine = machineOf(root);
        const reached = reachableStates({ ...soundDefinition(), machine });
        expect([...lived(machine)].filter((path) => !reached.has(path))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
