import type { Definition } from '../contracts/definition/definition.ts';
import { entryHash } from '../contracts/entry-hash.ts';
import type { Fact } from '../contracts/fact.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { ProcessState } from '../contracts/process-state.ts';
import { compile } from './compile/compile.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { admit } from './engine/admit.ts';
import { advance, unstarted } from './engine/advance.ts';
import type { Program } from './program.ts';

/** Where a re-run departs from the record. */
export interface Difference {
  readonly seq: number;
  readonly code:
    'NoDefinition' | 'OtherState' | 'OtherEffects' | 'OtherEntry' | 'NotPossible' | 'BrokenLink';
  readonly message: string;
}

/**
 * Lives a process again from its entries alone, with the same `advance` that recorded them, and compares every entry. Values that
 * are not public are not needed: the machine never saw them.
 */
export class Replay {
  state: ProcessState | undefined;
  private program: Program | undefined;
  private readonly definitions: ReadonlyMap<string, Definition>;
  private readonly programs = new Map<string, Program>();

  /**
   * @param definitions by content hash
   * @param programs those whose rules are code, which no definition can say
   */
  constructor(definitions: ReadonlyMap<string, Definition>, programs: readonly Program[] = []) {
    this.definitions = definitions;
    for (const program of programs) this.programs.set(program.hash, program);
  }

  /** Steps over one entry. After a difference the replay cannot go on. */
  step(entry: LedgerEntry): Difference | undefined {
    const next = this.programOf(entry.definition);
    if (next === undefined) {
      return {
        seq: entry.seq,
        code: 'NoDefinition',
        message: `The definition ${entry.definition} is missing.`,
      };
    }
    const migrates =
      entry.event.type === administrative.migrated && entry.kind === 'administration';
    const program = migrates ? (this.program ?? next) : next;
    const before = this.state ?? unstarted(entry.process, program, 'parent' in entry.event);
    if (before.head !== entry.previousHash || entry.seq !== before.seq + 1) {
      return difference(entry, 'BrokenLink', 'does not follow the entry before it');
    }
    try {
      // What was recorded must also have been allowed: the sender's role, the fields, the state.
      if (entry.kind === 'event') admit(program, before, entry.event, entry.actor, entry.at);
      const result = advance(program, before, factOf(entry), {
        engine: entry.engine,
        ...(migrates ? { next } : {}),
      });
      if (result === undefined)
        return difference(entry, 'NotPossible', 'comes too late for its deadline or actor');
      const found = compare(result.entry, entry);
      if (found !== undefined) return found;
      this.state = result.state;
      this.program = next;
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return difference(entry, 'NotPossible', `is not possible under its definition: ${reason}`);
    }
  }

  private programOf(hash: string): Program | undefined {
    const known = this.programs.get(hash);
    if (known !== undefined) return known;
    const definition = this.definitions.get(hash);
    if (definition === undefined) return undefined;
    const program = compile(definition);
    this.programs.set(hash, program);
    return program.hash === hash ? program : undefined;
  }
}

function factOf({ kind, at, actor, key, event, about }: LedgerEntry): Fact {
  return {
    kind,
    at,
    actor,
    event,
    ...(key === undefined ? {} : { key }),
    ...(about === undefined ? {} : { about }),
  };
}

function compare(expected: LedgerEntry, entry: LedgerEntry): Difference | undefined {
  if (expected.stateHash !== entry.stateHash) {
    return difference(
      entry,
      'OtherState',
      `leads to another state: ${said(expected.to)}, the record says ${said(entry.to)}`,
    );
  }
  if (JSON.stringify(expected.effects) !== JSON.stringify(entry.effects)) {
    if (entryHash(expected) !== entry.hash)
      return difference(entry, 'OtherEffects', 'has other effects than its definition asks for');
  }
  return expected.hash === entry.hash
    ? undefined
    : difference(entry, 'OtherEntry', 'has another hash than its content');
}

function said(value: unknown): string {
  return JSON.stringify(value);
}

function difference(entry: LedgerEntry, code: Difference['code'], what: string): Difference {
  return { seq: entry.seq, code, message: `Entry ${entry.seq} (${entry.event.type}) ${what}.` };
}
