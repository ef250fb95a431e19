import type { AnyStateMachine } from 'xstate';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { DurableOptions } from './code-options.ts';

/** The id that XState gives a machine whose author gave none. */
const nameless = '(machine)';

/** Under which name a machine is registered. */
export function nameOfMachine(
  { id }: Pick<AnyStateMachine, 'id'>,
  { name = id }: DurableOptions,
): string {
  if (name !== nameless && name !== '' && !name.includes('/')) return name;
  throw new StatehouseError(
    'InvalidDefinition',
    'A durable machine needs a name without "/": give it an `id`, or durable(machine, { name: "..." }).',
  );
}
