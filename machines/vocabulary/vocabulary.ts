import { amend } from './amend.ts';
import { countAtLeast } from './count-at-least.ts';
import { distinctAtLeast } from './distinct-at-least.ts';
import type { AssignLogic, EffectLogic, GuardLogic } from './logic.ts';
import { majorityReached } from './majority-reached.ts';
import { notify } from './notify.ts';
import { publish } from './publish.ts';
import { quorumReached } from './quorum-reached.ts';
import { record } from './record.ts';
import { separateFrom } from './separate-from.ts';
import { set } from './set.ts';
import { verifyDatasets } from './verify-datasets.ts';

/** The building blocks by name. Names are part of every definition: never renamed, only added. */
export const vocabulary = {
  guards: { countAtLeast, distinctAtLeast, majorityReached, quorumReached, separateFrom },
  assigns: { amend, record, set },
  effects: { notify, publish, verifyDatasets },
} as const;

/** A building block of the given name, own properties only: `toString` is no guard. */
export function guardLogic(name: string): GuardLogic | undefined {
  return own(vocabulary.guards, name) as GuardLogic | undefined;
}
export function assignLogic(name: string): AssignLogic | undefined {
  return own(vocabulary.assigns, name) as AssignLogic | undefined;
}
export function effectLogic(name: string): EffectLogic | undefined {
  return own(vocabulary.effects, name) as EffectLogic | undefined;
}

function own(table: object, name: string): unknown {
  // Each block parses its own parameters, so the table may be read with the parameters' type forgotten.
  return Object.hasOwn(table, name)
    ? (table as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
