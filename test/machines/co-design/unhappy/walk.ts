import { expect } from '@jest/globals';
import type { JsonObject } from '../../../../contracts/json.ts';
import { euGeneric } from '../../../../machines/profiles/eu-generic.ts';
import { City, clerk, lead, partner } from '../city.ts';
import {
  design,
  fiveDatasets,
  openDatasets,
  pilot,
  plan,
  prepareGate,
  prototype,
} from '../walk.ts';

/** What a refused event throws: nothing of it is kept. */
export const notPossible = expect.objectContaining({ code: 'NotAllowedNow' });
export const notTheirs = expect.objectContaining({ code: 'NotYourRole' });

/** The items of a list of the initiative’s context. */
export function all(city: City, list: string): JsonObject[] {
  return city.context[list] as JsonObject[];
}

/** The item of a list whose `key` is `id`. */
export function one(city: City, list: string, id: string, key = 'id'): JsonObject {
  const found = all(city, list).find((item) => item[key] === id);
  if (found === undefined) throw new Error(`"${list}" holds no "${id}".`);
  return found;
}

/** A region of the initiative, or what is inside it: `region(city, 'compliance', 'watched', 'deadlines')`. */
export function region(city: City, ...path: string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as JsonObject)[name], city.value);
}

/** The value of the newest child of that id. */
export function childValue(city: City, id: string): unknown {
  return city.simulation.state(city.child(id)).snapshot['value'];
}

export function childContext(city: City, id: string): JsonObject {
  return city.simulation.state(city.child(id)).snapshot['context'] as JsonObject;
}

/** An initiative in which co-design has begun, on 1 March 2027. */
export function designingCity(input: JsonObject = {}): City {
  const city = new City(input);
  plan(city);
  design(city);
  return city;
}

/** An initiative at the gate, with everything that the gate asks for. */
export function atTheGate(): City {
  const city = designingCity();
  openDatasets(city, fiveDatasets);
  prototype(city, Object.keys(fiveDatasets));
  pilot(city);
  prepareGate(city);
  return city;
}

/** A checkpoint about `milestone` is called for noon of a day. */
export function schedule(
  city: City,
  id: string,
  day: string,
  milestone = 'prototype',
  who = lead,
): void {
  city.send('checkpoint.scheduled', { id, milestone, on: `${day}T12:00:00.000Z` }, who);
}

export function convene(city: City, attendees: string[]): void {
  city.send('checkpoint.convened', { attendees }, lead);
}

export function assess(city: City, id: string, criteriaMet = true): void {
  city.send(
    'checkpoint.assessed',
    { rating: criteriaMet ? 'onTrack' : 'offTrack', criteriaMet, comment: 'seen' },
    partner(id),
  );
}

export function conclude(city: City, outcome: string, minutes = 'minutes'): void {
  city.send(
    'checkpoint.concluded',
    { outcome, againstOriginal: 'as wanted', againstCurrent: 'as wanted', minutes },
    lead,
  );
}

/** A profile that differs from the fictional city’s in some of its rules. */
export function profileWith(rules: Readonly<Record<string, JsonObject>>): JsonObject {
  const profile = euGeneric as unknown as Record<string, JsonObject>;
  return {
    ...profile,
    ...Object.fromEntries(
      Object.entries(rules).map(([part, own]) => [part, { ...profile[part], ...own }]),
    ),
  };
}

/** Everything that closing asks for is done. */
export function settleObligations(city: City): void {
  for (const { id } of all(city, 'obligations'))
    city.send('obligation.settled', { obligation: id!, evidence: 'letter' }, clerk);
}
