import { z } from '../contracts/zod.ts';

/** What the ledger needs to know of a definition: its names. The rest is the business of whoever publishes it. */
export const DefinitionIdentity = z.looseObject({
  id: z.string().min(1),
  version: z.string().min(1),
});
