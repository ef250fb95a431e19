import { createMachine, type AnyActorLogic, type AnyStateMachine } from 'xstate';
import { inCanonicalOrder } from '../../contracts/canonical-order.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { limits } from '../../contracts/limits.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { inertLogic } from '../engine/inert-logic.ts';
import { compileConfig } from './compile-config.ts';
import { CompileContext } from './compile-context.ts';
import { compileDelay, longestDelay } from './compile-delay.ts';
import { viewOf, type Args } from './view-of.ts';

/**
 * Makes a definition runnable: every name is resolved in the definition, then in the vocabulary, and becomes a function over
 * plain data. Compilation is cheap and trusts nothing; `check` gives the full list of findings.
 *
 * @throws StatehouseError `InvalidDefinition` at the first name that does not resolve, or when XState refuses the machine
 */
export function compile(definition: Definition): Program {
  return { ...compileOrdered(inCanonicalOrder(definition)), definition };
}

/** Regions are entered and deadlines armed in the order of their keys, so it must not hang on how the document was written. */
function compileOrdered(definition: Definition): Program {
  if (definition.code !== undefined) {
    throw new StatehouseError(
      'InvalidDefinition',
      `The rules of "${definition.id}" are code. Start it with \`machine: "${definition.code.machine}"\` on a worker that has it.`,
      { machine: definition.code.machine },
    );
  }
  const compiler = new CompileContext(definition);
  try {
    const config = compileConfig(definition.machine, compiler);
    const delays = compileDelays(definition, compiler);
    const actors = Object.fromEntries(
      [...compiler.actors].map((src) => [src, actor(src, definition, compiler)]),
    );
    const machine = createMachine(
      // XState types a configuration it can read; ours is data and has been parsed by the definition's schema.
      {
        ...config,
        id: definition.machine.id ?? definition.id,
        options: { maxIterations: limits.microsteps },
      } as never,
      { delays, actors },
    ) as unknown as AnyStateMachine;
    return {
      definition,
      hash: contentHash(definition),
      machine,
      scope: compiler.scope,
      explanations: compiler.explanations,
    };
  } catch (error) {
    if (error instanceof StatehouseError) throw error;
    throw new StatehouseError(
      'InvalidDefinition',
      `The machine of "${definition.id}" cannot be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function actor(src: string, definition: Definition, compiler: CompileContext): AnyActorLogic {
  const known = definition.machines !== undefined && Object.hasOwn(definition.machines, src);
  if (!known) throw compiler.unknown('machine', src);
  return inertLogic;
}

function compileDelays(
  definition: Definition,
  compiler: CompileContext,
): Record<string, (args: Args) => number> {
  const delays: Record<string, (args: Args) => number> = {};
  for (const name of delayNames(definition.machine)) {
    if (isNumeric(name)) continue;
    const logic = compileDelay(name, compiler.delay(name), compiler.scope, compiler.hasCalendar);
    delays[name] = (args) => logic(viewOf(compiler.scope, args));
  }
  return delays;
}

/** Whether XState reads the name as milliseconds. A negative number would be taken for one of our due rules. */
function isNumeric(name: string): boolean {
  const number = Number(name);
  if (Number.isNaN(number)) return false;
  if (String(number) === name && Number.isInteger(number) && number >= 0 && number <= longestDelay)
    return true;
  throw new StatehouseError(
    'InvalidDefinition',
    `\`after\` has "${name}", which is no whole number of milliseconds from 0 to 100 years. Name the delay and give it in \`delays\`.`,
    { delay: name },
  );
}

function delayNames(node: StateNodeConfig): string[] {
  return [
    ...Object.keys(node.after ?? {}),
    ...Object.values(node.states ?? {}).flatMap((child) => delayNames(child)),
  ];
}
