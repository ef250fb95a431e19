import { jsonBytes } from '../contracts/json-bytes.ts';
import { limits } from '../contracts/limits.ts';
import type { ProcessState } from '../contracts/process-state.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { Program } from '../machines/program.ts';

const definitionSizes = new WeakMap<Program, number>();

/**
 * A process that had grown too large to be handed from one run to the next could neither end its run nor go on with it.
 *
 * @throws StatehouseError `TooLarge`
 */
export function refuseTooLarge(program: Program, state: ProcessState): void {
  let definition = definitionSizes.get(program);
  if (definition === undefined)
    definitionSizes.set(program, (definition = jsonBytes(program.definition)));
  const size = definition + jsonBytes(state);
  if (size <= limits.carried) return;
  throw new StatehouseError(
    'TooLarge',
    `The process would have ${size} bytes with its definition, ${limits.carried} are allowed. Keep large texts outside and record their hash.`,
    { size, limit: limits.carried },
  );
}
