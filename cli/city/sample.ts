import { Json } from '../../contracts/json.ts';
import type { ProcessInput } from '../../contracts/process-input.ts';
import { coDesign } from '../../machines/co-design/co-design.ts';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';

/** The initiative to look at for whoever starts Statehouse for the first time: a fictional city, at the very beginning. */
export function sample(): ProcessInput {
  const id = 'repair-desks';
  return {
    id,
    definition: coDesign,
    startedBy: { subject: 'lead-1', roles: ['initiativeLead'] },
    input: {
      initiativeId: id,
      title: 'Repair desks in the libraries',
      problem: 'Things that could be mended are thrown away, and nobody knows who mends them.',
      cityId: 'example-city',
      ownerDepartment: 'environment',
      profile: Json.parse(euGeneric),
    },
  };
}
