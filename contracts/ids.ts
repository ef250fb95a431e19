import { z } from './zod.ts';

/**
 * The id of a process, also its Temporal workflow id: the city's own file number. Letters, digits, `.`, `_`, `-`, `~`, `:`
 * and at most 200 characters, so that it fits in a URL, a file name and Temporal's 1,000 byte limit with children's suffixes.
 */
export const ProcessId = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._~:-]*$/,
    'Use letters, digits and . _ ~ : - only, and begin with a letter or digit.',
  );
export type ProcessId = z.infer<typeof ProcessId>;

/** 64 hexadecimal digits of a SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** An instant in UTC with milliseconds, `2027-03-26T16:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;
