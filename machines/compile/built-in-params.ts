import { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { Expression } from '../../contracts/definition/expression.ts';
import { GuardRef } from '../../contracts/definition/state-node.ts';
import { Json, JsonObject } from '../../contracts/json.ts';
import { z } from '../../contracts/zod.ts';

const text = z.union([z.string().min(1), Expression]);
const event = JsonObject;
/** A delay by name, or the delay itself. `id` is fixed text, because `cancel` and migrations look it up. */
const delayed = {
  event,
  delay: z.union([z.string().min(1), DelayDefinition]).optional(),
  id: z.string().min(1).optional(),
};

/** Parameters of XState's own actions as data. `stopChild` and `cancel` take an id. */
export const builtInActionParams = {
  raise: z.strictObject(delayed),
  sendTo: z.strictObject({ to: text, ...delayed }),
  sendParent: z.strictObject(delayed),
  cancel: z.strictObject({ id: text }),
  stopChild: z.strictObject({ id: text }),
  emit: z.strictObject({ event }),
  log: z.strictObject({ value: Json.optional(), label: z.string().optional() }),
  spawnChild: z.strictObject({ src: z.string().min(1), id: text, input: Json.optional() }),
} as const;

/** Parameters of XState's own guards as data. */
export const builtInGuardParams = {
  and: z.strictObject({ guards: z.array(GuardRef).min(1) }),
  or: z.strictObject({ guards: z.array(GuardRef).min(1) }),
  not: z.strictObject({ guard: GuardRef }),
  stateIn: z.strictObject({ state: z.string().min(1) }),
} as const;
