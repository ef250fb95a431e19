import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { compile } from '../compile/compile.ts';
import type { Program } from '../program.ts';
import { Simulation, type Calendar } from '../simulate.ts';
import { expectedStates } from './expected-states.ts';
import type { MatterScript, Refusal } from './matter-script.ts';

export interface HistoryOutcome {
  readonly file: string;
  /** Where the machine is after the last entry that it took. */
  readonly value: Json;
  /** The title of that state, in English. */
  readonly state: string;
  readonly refusal?: Refusal;
  /** Every entry was taken, and the end is what the city says. */
  readonly agrees: boolean;
  /** The life itself, under the script's id. */
  readonly simulation: Simulation;
}

const programs = new Map<MatterScript['definition'], Program>();

/**
 * Lives a matter from its first entry to its last: every entry is admitted and applied as the real process would, at its own
 * time, and what falls due in between happens in between. The first entry that is not taken ends it.
 */
export function liveHistory(script: MatterScript, calendar: Calendar): HistoryOutcome {
  const { id, file, status, steps, input, startsAt, startedBy } = script;
  const simulation = new Simulation(startsAt, calendar);
  simulation.start(id, programOf(script), input, startedBy);
  let refusal = script.unreadable;
  for (const { entry, action, at, event, actor } of steps) {
    simulation.advanceTo(at);
    const reason = refusalOf(() => simulation.send(id, event, actor));
    if (reason === undefined) continue;
    const state = titleOf(script, simulation.state(id).snapshot['value']);
    refusal = { file, entry, action, reason: `When it is "${state}": ${reason}` };
    break;
  }
  const value = simulation.state(id).snapshot['value'] ?? null;
  return {
    file,
    value,
    state: titleOf(script, value),
    agrees: refusal === undefined && endsAs(status, value),
    simulation,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** Whether a state of the machine is what the city's own word for the matter means. */
export function endsAs(status: string, value: Json): boolean {
  return expectedStates(status).includes(outermost(value));
}

/** Of the states that the machine is in, the outermost. */
function outermost(value: Json | undefined): string {
  return typeof value === 'string' ? value : (Object.keys((value ?? {}) as object)[0] ?? '');
}

function titleOf({ definition }: MatterScript, value: Json | undefined): string {
  const state = outermost(value);
  return definition.machine.states?.[state]?.meta?.title?.['en'] ?? state;
}

function programOf({ definition }: MatterScript): Program {
  let program = programs.get(definition);
  if (program === undefined) programs.set(definition, (program = compile(definition)));
  return program;
}

function refusalOf(send: () => unknown): string | undefined {
  try {
    send();
    return undefined;
  } catch (error) {
    if (error instanceof StatehouseError) return error.message;
    throw error;
  }
}
