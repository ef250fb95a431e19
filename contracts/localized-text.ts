import { z } from './zod.ts';

/** Text by BCP 47 language tag, for example `{ "en": "City clerk", "it": "Segretario comunale" }`. */
export const LocalizedText = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'Give the text in at least one language.');
export type LocalizedText = z.infer<typeof LocalizedText>;
