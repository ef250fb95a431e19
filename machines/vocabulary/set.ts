import { JsonObject } from '../../contracts/json.ts';
import { defineAssign } from './logic.ts';

/** Sets fields of the context: `{ "type": "set", "params": { "dueOn": … } }`. */
export const set = defineAssign({
  params: JsonObject,
  assign: (_sight, fields) => fields,
});
