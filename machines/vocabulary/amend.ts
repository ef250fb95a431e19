import { z } from '../../contracts/zod.ts';
import type { Json } from '../../contracts/json.ts';
import { JsonObject } from '../../contracts/json.ts';
import { defineAssign } from './logic.ts';

/** Changes the items of the list `list` whose fields equal all of `where`: each gets the fields of `set`. */
export const amend = defineAssign({
  params: z.strictObject({ list: z.string(), where: JsonObject, set: JsonObject }),
  assign: ({ context }, { list, where, set }) => {
    const items = context[list];
    if (!Array.isArray(items)) return {};
    return {
      [list]: (items as readonly Json[]).map((item) =>
        matches(item, where) ? { ...(item as JsonObject), ...set } : item,
      ),
    };
  },
});

function matches(item: Json, where: JsonObject): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  return Object.entries(where).every(
    ([key, value]) => Object.hasOwn(item, key) && (item as JsonObject)[key] === value,
  );
}
