import type { Json, JsonObject } from '../../contracts/json.ts';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';

const profile = euGeneric as unknown as JsonObject;
const dueOn = '2032-03-03';

/** What short lives begin with where the plainest value that fits the schema would not do, by machine. */
export const inputs: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  approval: { dueIn: 'P30D' },
  'co-design': { profile },
  'council-act': { profile },
  directive: { dueIn: 'P30D' },
  'mayors-act': { profile },
  resolution: { profile },
  'review-point': { dueOn },
};
