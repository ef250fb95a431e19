import { z } from '../../contracts/zod.ts';
import { JsonObject } from '../../contracts/json.ts';
import { defineEffect } from './logic.ts';

/** Makes something public: `what` names it, `about` its facts. */
export const publish = defineEffect({
  params: z.strictObject({ what: z.string(), about: JsonObject.optional() }),
});
