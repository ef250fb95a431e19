import { describe, expect, it } from '@jest/globals';
import { Definition } from '../../../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../../../contracts/json.ts';
import { coDesign } from '../../../../machines/co-design/co-design.ts';
import { compile } from '../../../../machines/compile/compile.ts';
import { advance } from '../../../../machines/engine/advance.ts';
import { Replay } from '../../../../machines/replay.ts';
import { City, clerk, lead, mayor, partner } from '../city.ts';
import { draft, inDays, toGoingOfficial, toOfficial } from '../walk.ts';
import { atTheGate, designingCity, notPossible, notTheirs } from './walk.ts';

const operator = { subject: 'olga', roles: ['operator'] };

/** Sends what must be refused, and expects that nothing of it is kept. */
function refuse(city: City, send: () => unknown, why: unknown): void {
  const state = city.simulation.state(city.id);
  const entries = city.simulation.entries(city.id).length;
  expect(send).toThrow(why);
  expect(city.simulation.state(city.id)).toBe(state);
  expect(city.simulation.entries(city.id)).toHaveLength(entries);
}

describe('an event that comes twice', () => {
  it.each<[string, JsonObject, typeof lead]>([
    [
      'milestone.planned',
      { id: 'prototype', title: 'P', stage: 'coDesigning', due: '2027-09-30', acceptance: ['x'] },
      lead,
    ],
    ['department.identified', { id: 'environment', name: 'E', part: 'runs it' }, lead],
    [
      'dataset.registered',
      {
        id: 'bins',
        title: 'B',
        department: 'environment',
        publisher: 'C',
        catalogue: 'ckan',
        url: 'https://data.example.org',
      },
      lead,
    ],
    ['goingOfficial.begun', {}, lead],
  ])('is refused as one that has happened: %s', (type, fields, who) => {
    const city = new City();
    toGoingOfficial(city);
    refuse(city, () => city.send(type, fields, who), notPossible);
  });

  it('does not give a partner two voices', () => {
    const city = designingCity();
    city.send('rules.proposed', { summary: 'shorter notice', hash: 'rules-2' }, lead);
    city.send('rules.agreed', { hash: 'rules-2' }, partner('city'));
    refuse(
      city,
      () => city.send('rules.agreed', { hash: 'rules-2' }, partner('city')),
      notPossible,
    );
  });
});

describe('an event out of order', () => {
  it.each<[string, JsonObject, typeof lead]>([
    ['service.declaredOfficial', { effectiveOn: '2027-04-01' }, clerk],
    ['pilot.succeeded', { measures: '300 repairs' }, lead],
    ['goingOfficial.begun', {}, lead],
    ['redesign.begun', { reason: 'too early' }, lead],
    [
      'directive.issued',
      { id: 'd', instruction: 'i', addressees: ['e'], procedure: 'p', dueIn: 'P5BD' },
      mayor,
    ],
    ['publicEvent.held', { partners: [], resultsShown: [], commitments: [] }, lead],
  ])('changes nothing and leaves no trace: %s', (type, fields, who) => {
    const city = designingCity();
    refuse(city, () => city.send(type, fields, who), notPossible);
  });

  it('of an act is refused by the act: nobody signs what the council has not adopted', () => {
    const city = new City();
    toGoingOfficial(city);
    draft(city, 'councilAct');
    expect(() => city.tell('act-1', 'act.signed', { textHash: 'text-1' }, mayor)).toThrow(
      notPossible,
    );
    expect(() =>
      city.tell('act-1', 'act.published', { textHash: 'text-1', gazette: 'Albo' }, clerk),
    ).toThrow(notPossible);
  });
});

describe('what only another process can say', () => {
  const told = Object.entries(coDesign.events)
    .filter(([, { by }]) => by.every((role) => role === 'process'))
    .map(([type]) => type);

  it('cannot be forged by anybody, whatever role they claim', () => {
    const city = designingCity();
    expect(told).toContain('act.effective');
    for (const type of told) {
      const forged = { subject: 'mallory', roles: ['process', 'system', 'mayor'] };
      refuse(city, () => city.send(type, { actId: '1' }, forged), notTheirs);
    }
  });
});

describe('an operator', () => {
  it('and an auditor hold no business role: none of their events decides anything', () => {
    const businessOf = (role: string): string[] =>
      Object.entries(coDesign.events)
        .filter(([, { by }]) => by.includes(role))
        .map(([type]) => type);
    expect(businessOf('operator')).toEqual([]);
    expect(businessOf('auditor').sort()).toEqual(['hold.placed', 'impact.settled']);
    const city = designingCity();
    refuse(
      city,
      () => city.send('initiative.stopped', { reason: 'r', authority: 'a' }, operator),
      notTheirs,
    );
  });

  it('who sends a field that nobody asked for is refused, and nothing of it is kept', () => {
    const city = designingCity();
    refuse(
      city,
      () => city.send('problem.unpacked', { findings: 'x', admin: true }, lead),
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
  });
});

describe('an event that is poison', () => {
  const poison: [string, string, JsonObject][] = [
    ['year', 'milestone.planned', { due: '0203-04-30' }],
    ['year', 'milestone.planned', { due: '9999-12-31' }],
    ['length of time', 'milestone.planned', { due: '2027-04-30', tolerance: 'P99999999D' }],
    ['instant', 'checkpoint.scheduled', { milestone: 'prototype', on: '0000-01-01T00:00:00Z' }],
  ];
  it.each(poison)('with a %s that no calendar has is refused: %s %j', (_what, type, fields) => {
    const city = designingCity();
    const rest = { title: 'Talk', stage: 'official', acceptance: ['x'] };
    refuse(
      city,
      () =>
        city.send(
          type,
          { id: 'talk', ...(type === 'milestone.planned' ? rest : {}), ...fields },
          lead,
        ),
      expect.objectContaining({ code: 'InvalidPayload' }),
    );
  });
});

/** The same machine under another version, changed by `edit`. */
function released(edit: (definition: Record<string, Json>) => void): Definition {
  const next = JSON.parse(JSON.stringify(coDesign)) as Record<string, Json>;
  next['version'] = '1.0.1';
  edit(next);
  return Definition.parse(next);
}

const lives: [string, () => City][] = [
  ['begun', () => new City()],
  ['being designed', () => designingCity()],
  ['at the gate', atTheGate],
  [
    'under review by the offices',
    () => {
      const city = new City();
      toGoingOfficial(city);
      city.send('instrument.chosen', { instrument: 'councilAct', reason: 'competence' }, lead);
      city.send('draft.submitted', { actId: '1', title: 'Desks', textHash: 'text-1' }, lead);
      return city;
    },
  ],
  [
    'official for three years',
    () => {
      const city = new City();
      toOfficial(city);
      inDays(city, 1100);
      return city;
    },
  ],
];

describe('a new version of the machine', () => {
  function migrate(city: City, next: Definition): string {
    const { simulation, id } = city;
    const target = compile(next);
    const done = advance(
      simulation.program(id),
      simulation.state(id),
      {
        kind: 'administration',
        at: simulation.now,
        actor: operator,
        event: {
          type: 'statehouse.migrated',
          definition: target.hash,
          states: {},
          reason: 'typing error in a title',
        },
      },
      { next: target },
    );
    expect(done?.state.snapshot['value']).toEqual(city.value);
    expect(done?.state.timers).toEqual(simulation.state(id).timers);
    return done?.entry.definition ?? '';
  }
  const retitled = released((definition) => {
    definition['title'] = { en: 'Co-design of a service', it: 'Co-progettazione di un servizio' };
  });

  it.each(lives)('takes over a life that has %s without touching it', (_what, life) => {
    expect(migrate(life(), retitled)).toBe(compile(retitled).hash);
  });

  it('is refused by the lives for which it has no place, and they go on under the old one', () => {
    const city = designingCity();
    const before = city.simulation.state(city.id);
    const without = released((definition) => {
      const text = JSON.stringify(definition['machine']).replaceAll('"unpacking"', '"unfolding"');
      definition['machine'] = JSON.parse(text) as JsonObject;
    });
    expect(() => migrate(city, without)).toThrow(
      expect.objectContaining({ code: 'MigrationRefused' }),
    );
    expect(city.simulation.state(city.id)).toBe(before);
    city.send('problem.unpacked', { findings: 'tools are missing' }, lead);
    expect(city.part('coDesigning')).toBe('ideating');
  });
});

describe('the record of a life that went wrong in many ways', () => {
  it('gives the same states again when it is lived once more from its entries', () => {
    const city = designingCity();
    city.until('2027-10-30');
    city.send('partner.left', { id: 'neighbours', cause: 'dissolved', reason: 'gone' }, lead);
    city.until('2028-06-30');
    expect(city.stage).toBe('closing');
    const replay = new Replay(new Map([[compile(coDesign).hash, coDesign]]));
    for (const entry of city.simulation.entries(city.id))
      expect(replay.step(entry)).toBeUndefined();
    expect(replay.state).toEqual(city.simulation.state(city.id));
  });
});
