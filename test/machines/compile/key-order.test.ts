import { describe, expect, it } from '@jest/globals';
import { resolveDueRule } from '../../../calendar/resolve-due-rule.ts';
import type { Json } from '../../../contracts/json.ts';
import type { Definition } from '../../../contracts/definition/definition.ts';
import { coDesign } from '../../../machines/co-design/co-design.ts';
import { Simulation } from '../../../machines/simulate.ts';
import { City, lead } from '../co-design/city.ts';
import { design, plan } from '../co-design/walk.ts';

/** The same JSON, every object's keys the other way round. */
function backwards(value: Json): Json {
  if (Array.isArray(value)) return (value as Json[]).map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}

describe('the order in which keys are written', () => {
  it('changes nothing: neither of the definition, nor of the input, nor of an event', () => {
    const city = new City();
    plan(city);
    design(city);
    const entries = city.simulation.entries(city.id);
    const definition = backwards(coDesign as unknown as Json) as unknown as Definition;
    expect(JSON.stringify(definition)).not.toBe(JSON.stringify(coDesign));

    const [first] = entries;
    const again = new Simulation(
      first?.at ?? '',
      (rule, { calendar }) => resolveDueRule(rule, calendar).dueAt,
    );
    again.start(city.id, definition, backwards(first?.event['input'] ?? {}), lead);
    for (const { kind, at, event, actor } of entries) {
      again.advanceTo(at);
      if (kind === 'event') again.send(city.id, backwards(event) as typeof event, actor);
    }
    expect(again.entries(city.id).map(({ stateHash }) => stateHash)).toEqual(
      entries.map(({ stateHash }) => stateHash),
    );
  });
});
