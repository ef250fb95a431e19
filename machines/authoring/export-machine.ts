import type { AnyStateMachine } from 'xstate';
import { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { DataReader } from './data-reader.ts';
import { readState } from './read-state.ts';

/**
 * The configuration of an XState machine as data, nothing lost. XState's own helpers (`raise`, `sendTo`, `and`, …) become their
 * named form.
 *
 * @throws StatehouseError `InvalidDefinition` naming the place of everything that is no data
 */
export function exportMachine(machine: AnyStateMachine): StateNodeConfig {
  const reader = new DataReader();
  // `types` carries types only; XState's own `setup` leaves it empty.
  const { types: _types, ...config } = machine.config as Record<string, unknown>;
  const data = readState(config, reader, []);
  for (const [kind, table] of Object.entries(machine.implementations)) {
    for (const name of Object.keys(table as object))
      reader.refuse([kind, name], 'an implementation');
  }
  if (reader.refused.length > 0) {
    throw new StatehouseError(
      'InvalidDefinition',
      `Inline functions cannot be data: ${reader.refused.join('; ')}. Name each in guards, actions or delays and write it in CEL or with the vocabulary.`,
      { places: reader.refused },
    );
  }
  const parsed = StateNodeConfig.safeParse(data);
  if (!parsed.success) {
    throw new StatehouseError(
      'InvalidDefinition',
      `The machine "${machine.id}" does not fit the format: ${textOfIssues(parsed.error)}.`,
    );
  }
  return parsed.data;
}
