import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { Json } from '../../contracts/json.ts';
import { activeStates, innermost, telling } from '../../cli/output/active-states.ts';
import { processPage } from '../../cli/output/process-page.ts';
import { coDesign } from '../../machines/co-design/co-design.ts';
import { explainNext } from '../../machines/engine/explain-next.ts';
import { City } from '../machines/co-design/city.ts';
import { design, plan, prepareGate } from '../machines/co-design/walk.ts';

function page(city: City, language: string): string[] {
  const { simulation, id } = city;
  const state = simulation.state(id);
  const next = explainNext(simulation.program(id), state, simulation.now);
  return processPage({
    snapshot: {
      process: id,
      definition: { id: 'co-design', version: '1.0.0', hash: state.definition },
      seq: state.seq,
      at: simulation.now,
      status: 'active',
      value: state.snapshot['value'] ?? null,
      context: state.snapshot['context'] ?? null,
      output: null,
      timers: state.timers,
      invocations: state.invocations,
      suspension: null,
      stateHash: state.stateHash,
      backlog: { entries: 0, effects: 0, fault: null },
      children: [],
      rehearsal: null,
    },
    next,
    title: 'Repair desks',
    definition: coDesign,
    language,
  }).map((line) => stripVTControlCharacters(line));
}

describe('the page of an initiative', () => {
  it('shows the checklist with what proves each item, in the reader’s language', () => {
    const city = new City();
    plan(city);
    prepareGate(city);
    const english = page(city, 'en');
    expect(english).toContain('Checklist');
    const first = english.findIndex((line) => line.startsWith('  + C1 '));
    expect(english[first]).toMatch(/\(since Mon, 1 Mar 2027, 10:00\)$/);
    expect(english[first + 1]).toBe('      evidence  contract 12');
    expect(english.some((line) => line.startsWith('  - C2 '))).toBe(true);
    expect(page(city, 'it')).toContain('Lista di controllo');
  });

  it('shows a milestone with its days, which have no time', () => {
    const city = new City();
    plan(city);
    design(city);
    expect(page(city, 'en').find((line) => line.startsWith('  prototype'))).toMatch(
      /Thu, 30 Sept? 2027 +Thu, 30 Sept? 2027 +planned/,
    );
  });

  it('is told in one word where there are stages, and by all its states where there are none', () => {
    const city = new City();
    const paths = (value: Json, machine: StateNodeConfig): string[] =>
      innermost(telling(activeStates(value, machine))).map((path) => path.at(-1) ?? '');
    expect(paths(city.value, coDesign.machine)).toEqual(['exploring']);
    expect(paths({ a: 'one', b: 'two' }, { states: { a: {}, b: {} } })).toEqual(['one', 'two']);
  });
});
