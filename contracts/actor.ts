import { z } from './zod.ts';

/**
 * Who acts: `subject` is an opaque id of a person or an office, never a name or an address (those are personal data and stay
 * outside the record). `authority` is the legal basis or delegation relied on; `onBehalfOf` the principal, when delegated;
 * `organisation` the partner or department the subject speaks for.
 */
export const Actor = z.strictObject({
  subject: z.string().min(1).max(200),
  roles: z.array(z.string().min(1).max(100)).max(50),
  authority: z.string().max(500).optional(),
  onBehalfOf: z.string().max(200).optional(),
  organisation: z.string().max(200).optional(),
});
export type Actor = z.infer<typeof Actor>;

/** The clock and other parts of Statehouse itself act under this subject. */
export const systemActor: Actor = { subject: 'statehouse', roles: ['system'] };
