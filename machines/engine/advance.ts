import { entryHash } from '../../contracts/entry-hash.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { Json } from '../../contracts/json.ts';
import { genesisHash, type LedgerEntry } from '../../contracts/ledger-entry.ts';
import { limits } from '../../contracts/limits.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { engine as currentEngine } from '../engine-version.ts';
import type { Program } from '../program.ts';
import { administer } from './administer.ts';
import { stateHash, type Moved } from './next-state.ts';
import { startMachine, stepMachine } from './step-machine.ts';

/** What a fact leads to: the state after it, and the entry that records it, whose effects are to be carried out in order. */
export interface Advance {
  readonly state: ProcessState;
  readonly entry: LedgerEntry;
}

export interface AdvanceOptions {
  /** The definition to go over to, for a migration. */
  readonly next?: Program;
  /** Versions to write into the entry; replay gives those of the entry it checks. */
  readonly engine?: LedgerEntry['engine'];
}

/**
 * One step of a process: a pure function of definition, state and fact. The interpreter, the rehearsal and the auditor's replay
 * all step with it and with nothing else.
 *
 * @param before the state, or for a `started` fact the process id and whether it has a parent
 * @returns `undefined` for a fact that comes too late: its timer or invocation is no longer there, or the process has ended
 * @throws StatehouseError `MachineFailed` when a guard, action or delay fails (the state is as before), `TooLarge` when the
 *   step asks too much, `UnknownDeadline` and `MigrationRefused` for administrative facts that do not fit
 */
export function advance(
  program: Program,
  before: ProcessState,
  fact: Fact,
  options: AdvanceOptions = {},
): Advance | undefined {
  const after = move(program, before, fact, options.next);
  if (after === undefined) return undefined;
  const hash = stateHash(after.state);
  const seq = before.seq + 1;
  const content: Omit<LedgerEntry, 'hash'> = {
    process: before.process,
    seq,
    ...fact,
    from: value(before),
    to: value(after.state),
    status: after.state.snapshot['status'] as LedgerEntry['status'],
    effects: after.effects,
    definition: after.state.definition,
    engine: options.engine ?? currentEngine,
    stateHash: hash,
    previousHash: before.head,
  };
  const size = JSON.stringify(after.effects).length;
  if (size > limits.effects) throw tooLarge('effects of one event', size, limits.effects);
  const head = entryHash(content);
  return {
    state: { ...after.state, seq, head, stateHash: hash },
    entry: { ...content, hash: head },
  };
}

/** A process before its first entry. */
export function unstarted(process: string, program: Program, hasParent: boolean): ProcessState {
  return {
    process,
    definition: program.hash,
    seq: -1,
    head: genesisHash,
    stateHash: genesisHash,
    generation: 0,
    snapshot: {},
    timers: [],
    invocations: [],
    suspension: null,
    hasParent,
  };
}

function move(
  program: Program,
  before: ProcessState,
  fact: Fact,
  next: Program | undefined,
): Moved | undefined {
  // XState itself would go on: transitions of the root are still taken in a machine that has ended.
  const ended = fact.kind !== 'started' && before.snapshot['status'] !== 'active';
  if (ended && fact.kind !== 'administration') return undefined;
  switch (fact.kind) {
    case 'started':
      return startMachine(program, before, fact);
    case 'event':
    case 'delivery':
      return stepMachine(program, before, fact, fact.event);
    case 'timer': {
      const timer = before.timers.find(({ generation }) => generation === fact.about?.generation);
      if (timer === undefined) return undefined;
      const rest = { ...before, timers: before.timers.filter((other) => other !== timer) };
      if (timer.to === undefined) return stepMachine(program, rest, fact, timer.event);
      const target = before.invocations.find(({ generation }) => generation === timer.toGeneration);
      return {
        state: rest,
        effects: [
          {
            kind: 'send',
            to: timer.to,
            ...(target === undefined ? {} : { generation: target.generation }),
            event: timer.event,
          },
        ],
      };
    }
    case 'completion': {
      const running = before.invocations.some(
        ({ generation }) => generation === fact.about?.generation,
      );
      return running ? stepMachine(program, completed(before, fact), fact, fact.event) : undefined;
    }
    case 'deadline':
    case 'administration':
      return administer(program, before, fact, next);
  }
}

function completed(state: ProcessState, fact: Fact): ProcessState {
  return {
    ...state,
    invocations: state.invocations.filter(
      ({ generation }) => generation !== fact.about?.generation,
    ),
  };
}

function value(state: ProcessState): Json {
  return state.snapshot['value'] ?? null;
}

function tooLarge(what: string, size: number, limit: number): StatehouseError {
  return new StatehouseError(
    'TooLarge',
    `The ${what} would take ${size} bytes, ${limit} are allowed. Keep large texts outside and record their hash.`,
    { size, limit },
  );
}
