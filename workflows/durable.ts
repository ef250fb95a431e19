import type { AnyStateMachine } from 'xstate';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { CodeMachine } from '../machines/code/code-machine.ts';
import type { DurableOptions } from '../machines/code/code-options.ts';
import { nameOfMachine } from '../machines/code/name-of-machine.ts';
import { readCodeMachine } from '../machines/code/read-code-machine.ts';

/** A registered machine, with the options of its actors. */
export type DurableMachine = CodeMachine & { readonly options: DurableOptions };

const registered = new Map<string, DurableMachine>();

/**
 * Registers an XState machine, as it is, so that `process` can run it: start one with `{ machine: "<its name>", id, input, startedBy }`.
 * To be called in the module that a worker bundles.
 *
 * @returns the name it is registered under
 * @throws StatehouseError `InvalidDefinition` when something in it cannot be durable, with the reason and what to use instead
 */
export function durable(machine: AnyStateMachine, options: DurableOptions = {}): string {
  const name = nameOfMachine(machine, options);
  if (registered.has(name)) {
    throw new StatehouseError(
      'InvalidDefinition',
      `Two machines are named "${name}". Give one of them another: durable(machine, { name: '...' }).`,
      { machine: name },
    );
  }
  register(readCodeMachine(machine, name), options);
  return name;
}

function register(machine: CodeMachine, options: DurableOptions): void {
  registered.set(machine.program.code.name, { ...machine, options });
  for (const child of machine.children.values()) register(child, options);
}

/** @throws StatehouseError `InvalidInput` naming the machines that there are */
export function findMachine(name: string): DurableMachine {
  const found = registered.get(name);
  if (found !== undefined) return found;
  const known = [...registered.keys()];
  throw new StatehouseError(
    'InvalidInput',
    `This worker has no machine "${name}". It has: ${known.join(', ') || 'none'}. Register it with durable(machine) in the module the worker bundles.`,
    { machine: name, known },
  );
}
