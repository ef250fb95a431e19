import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { createActorScope } from '../../machines/engine/actor-scope.ts';
import { restore } from '../../machines/engine/snapshot.ts';
import { Simulation } from '../../machines/simulate.ts';
import { ordered, plain, type Life, type Observation } from './observation.ts';

const tester = { subject: 'test', roles: ['tester'] };

/** Our engine without Temporal. After each step it is put to sleep as JSON, so that it wakes as after a restart. */
export class PureLife implements Life {
  private readonly simulation: Simulation;
  private readonly seen = new Map<string, number>();

  constructor(definition: Definition, startsAt: string, input: JsonObject) {
    this.simulation = new Simulation(startsAt, () => {
      throw new Error('No definition here has a calendar.');
    });
    this.simulation.start('root', definition, input, tester);
    this.wait(0);
  }

  send(path: readonly string[], event: { type: string; n: number }): boolean {
    const id = this.processAt(path);
    if (id === undefined) return false;
    try {
      this.simulation.send(id, event, tester);
    } catch (error) {
      if (error instanceof StatehouseError && error.code === 'NotAllowedNow') return false;
      throw error;
    }
    this.wait(0);
    return true;
  }

  wait(milliseconds: number): void {
    const until = Date.parse(this.simulation.now) + milliseconds;
    this.simulation.advanceTo(new Date(until).toISOString());
    for (const id of this.simulation.ids()) {
      const state = this.simulation.state(id);
      state.snapshot = plain(state.snapshot) as JsonObject;
    }
  }

  observe(): Observation {
    return this.observation('root');
  }

  drain(): string[] {
    return this.simulation.ids().flatMap((id) => {
      const entries = this.simulation.entries(id).slice(this.seen.get(id) ?? 0);
      this.seen.set(id, this.simulation.entries(id).length);
      return entries.flatMap((entry) => effectsOf(entry));
    });
  }

  private processAt(path: readonly string[]): string | undefined {
    let id: string | undefined = 'root';
    for (const part of path) id = id === undefined ? undefined : this.childrenOf(id)[part];
    return id;
  }

  private childrenOf(id: string): Record<string, string> {
    const children = this.simulation
      .state(id)
      .invocations.map((running) => [running.id, `${id}.${running.id}.${running.generation}`]);
    return Object.fromEntries(children) as Record<string, string>;
  }

  private observation(id: string): Observation {
    const state = this.simulation.state(id);
    const { scope } = createActorScope(id, state.hasParent);
    const snapshot = restore(this.simulation.program(id), state.snapshot, scope);
    const children = Object.entries(this.childrenOf(id)).filter(
      ([, child]) => this.simulation.state(child).snapshot['status'] === 'active',
    );
    return {
      value: state.snapshot['value'] ?? null,
      context: state.snapshot['context'] ?? null,
      status: state.snapshot['status'] as string,
      output: state.snapshot['output'] ?? null,
      tags: [...snapshot.tags].sort(),
      timers: state.timers.map(({ event }) => event.type).sort(),
      children: Object.fromEntries(
        children.map(([name, child]) => [name, this.observation(child)]),
      ),
    };
  }
}

/** `root.k0.3` is the actor `root/k0`: generations are ours alone. */
export function effectsOf({ process, effects }: LedgerEntry): string[] {
  const who = process
    .split('.')
    .filter((_part, index) => (index % 2 === 0 ? index === 0 : true))
    .join('/');
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'effect':
        return [`${who}: ${effect.type} ${ordered(effect.params)}`];
      case 'emit':
        return [`${who}: emit ${ordered(effect.event)}`];
      case 'log':
        return [`${who}: log ${String(effect.label)} ${ordered(effect.value)}`];
      case 'arm':
      case 'cancel':
      case 'invoke':
      case 'send':
      case 'stop':
        return [];
    }
  });
}
