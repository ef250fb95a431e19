import { Duration } from '../../contracts/definition/duration.ts';
import { z } from '../../contracts/zod.ts';
import { JurisdictionProfile } from '../profiles/jurisdiction-profile.ts';
import { Count } from '../rational.ts';

/** The numbers that a city sets for itself; what it does not set is in `context`. */
const policy = z.object({
  partners: Count.min(1).optional(),
  sectors: Count.min(1).optional(),
  datasets: Count.optional(),
  departments: Count.optional(),
  /** Share of the active partners that must agree, as numerator and denominator. */
  agreement: z.array(Count.min(1)).length(2).optional(),
  noticeDays: Count.optional(),
  reschedules: Count.optional(),
  /** Annual reviews passed before a service counts as embedded. */
  embeddedAfter: Count.min(1).optional(),
  repairIn: Duration.optional(),
  cureIn: Duration.optional(),
  assessIn: Duration.optional(),
  tolerance: Duration.optional(),
});

/** What an initiative is started with. */
export const input = z.object({
  initiativeId: z.string().min(1),
  title: z.string().min(1),
  problem: z.string().min(1),
  cityId: z.string().min(1),
  ownerDepartment: z.string().min(1),
  profile: JurisdictionProfile,
  origin: z.enum(['existingFunded', 'new']).optional(),
  policy: policy.optional(),
});
