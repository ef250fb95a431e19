import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { Duration } from '../../contracts/definition/duration.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type {
  ActionDefinition,
  DelayDefinition,
  GuardDefinition,
} from '../../contracts/definition/named-logic.ts';
import type { GuardExplanations } from './guard-explanation.ts';
import type { StepScope } from '../step-scope.ts';

/** The names a definition may use, looked up as own properties only, and what its compilation has met so far. */
export class CompileContext {
  readonly scope: StepScope = { now: '', rules: [] };
  readonly hasCalendar: boolean;
  readonly actors = new Set<string>();
  readonly openGuards = new Set<string>();
  readonly explanations: GuardExplanations = new WeakMap();
  private readonly definition: Definition;

  constructor(definition: Definition) {
    this.definition = definition;
    this.hasCalendar = definition.calendar !== undefined;
  }

  /** A guard of the definition. While it is being compiled its name means the vocabulary's, so none can contain itself. */
  guard(name: string): GuardDefinition | undefined {
    return this.openGuards.has(name) ? undefined : own(this.definition.guards, name);
  }

  action(name: string): ActionDefinition | undefined {
    return own(this.definition.actions, name);
  }

  /** A delay by name, or the delay itself. */
  delay(nameOrDelay: DelayDefinition): DelayDefinition {
    if (typeof nameOrDelay !== 'string') return nameOrDelay;
    const named = own(this.definition.delays, nameOrDelay);
    if (named !== undefined) return named;
    if (Duration.safeParse(nameOrDelay).success) return nameOrDelay;
    throw this.unknown('delay', nameOrDelay);
  }

  useActor(src: string): void {
    this.actors.add(src);
  }

  unknown(kind: string, name: string): StatehouseError {
    return new StatehouseError(
      'InvalidDefinition',
      `"${this.definition.id}" uses the ${kind} "${name}", which neither the definition nor the vocabulary has. Add it or correct the name.`,
      { kind, name },
    );
  }
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
