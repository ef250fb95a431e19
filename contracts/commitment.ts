import { z } from './zod.ts';
import { Json } from './json.ts';
import { Sha256 } from './ids.ts';

/** Stands in a record for a value that is not public: SHA-256 of the canonical JSON of `[salt, value]`. */
export const Commitment = z.strictObject({ $commitment: Sha256 });
export type Commitment = z.infer<typeof Commitment>;

/** The value behind a commitment, kept beside the record so that it can be erased while every proof still holds. */
export const SealedValue = z.strictObject({
  /** JSON pointer (RFC 6901) into the entry's `event`. */
  path: z.string(),
  publicity: z.enum(['internal', 'personal']),
  salt: z.string().min(16),
  value: Json,
});
export type SealedValue = z.infer<typeof SealedValue>;
