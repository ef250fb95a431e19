import { Definition } from '../../contracts/definition/definition.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { compile } from '../../machines/compile/compile.ts';
import { advance, unstarted, type AdvanceOptions } from '../../machines/engine/advance.ts';
import type { Program } from '../../machines/program.ts';
import { clerk } from './process-probe.ts';

export const at = '2031-05-01T08:00:00.000Z';

/** A process stepped by hand, woken from its JSON before each step. */
export class Steps {
  state: ProcessState;
  readonly program: Program;

  constructor(definition: Definition) {
    this.program = compile(definition);
    this.state = unstarted('p', this.program, false);
    this.take({ kind: 'started', event: { type: 'statehouse.started', input: {} } });
  }

  take(
    fact: Pick<Fact, 'kind' | 'event'> & Partial<Fact>,
    options: AdvanceOptions = {},
  ): LedgerEntry | undefined {
    const before = JSON.parse(JSON.stringify(this.state)) as ProcessState;
    const result = advance(this.program, before, { at, actor: clerk, ...fact }, options);
    if (result !== undefined) this.state = result.state;
    return result?.entry;
  }

  send(type: string): LedgerEntry | undefined {
    return this.take({ kind: 'event', event: { type } });
  }

  kinds(entry: LedgerEntry | undefined): string[] {
    return (entry?.effects ?? []).map((effect) =>
      'id' in effect ? `${effect.kind} ${effect.id}` : effect.kind,
    );
  }
}

export const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });

export function definition(machine: JsonObject, rest: JsonObject = {}): Definition {
  return Definition.parse({
    format: 'statehouse/1',
    id: 'small',
    version: '1.0.0',
    title: { en: 'Small' },
    languages: ['en'],
    roles: { clerk: { title: { en: 'Clerk' } } },
    events: {
      go: { title: { en: 'Go' }, by: ['clerk'] },
      back: { title: { en: 'Back' }, by: ['clerk'] },
    },
    machine,
    ...rest,
  });
}

export const child = (machine: JsonObject): Json => ({
  ...(definition(machine) as unknown as JsonObject),
  id: 'child',
});
