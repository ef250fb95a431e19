import { z } from '../../contracts/zod.ts';
import { JsonObject } from '../../contracts/json.ts';
import { defineEffect } from './logic.ts';

/** Tells the holders of `roles` something: `template` names the text, `about` its facts. */
export const notify = defineEffect({
  params: z.strictObject({
    roles: z.array(z.string()),
    template: z.string(),
    about: JsonObject.optional(),
  }),
});
