import { z } from '../zod.ts';

/**
 * A length of time as a designer writes it: ISO 8601 (`PT72H` elapsed hours, `P30D` calendar days, `P1Y`), or working days of
 * the city's calendar `P10BD`, or clear days `P5CD`, in which neither the first nor the last day counts.
 */
export const Duration = z
  .string()
  .regex(
    /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$|^P\d+(BD|CD)$/,
    'Write a duration such as PT72H, P30D, P1Y, P10BD (business days) or P5CD (clear days).',
  );
export type Duration = z.infer<typeof Duration>;
