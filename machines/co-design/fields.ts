import { z } from '../../contracts/zod.ts';
import { Duration } from '../../contracts/definition/duration.ts';

/** Fields of events: what a partnership and a city decide is public; who a person is, is not. */
const open = { publicity: 'public' } as const;

/** Ids that people give become parts of process ids, so they are short and plain. */
const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
export const id = slug.meta(open);
export const optionalId = slug.optional().meta(open);
export const ids = z.array(slug).max(100).meta(open);
export const optionalIds = z.array(slug).max(100).optional().meta(open);
export const text = z.string().min(1).max(4000).meta(open);
export const optionalText = z.string().max(4000).optional().meta(open);
export const texts = z.array(z.string().min(1).max(1000)).max(100).meta(open);
export const hash = z.string().min(1).max(200).meta(open);
/** Calendars reach from 1900 to 2199: a slip of the pen must not become a deadline that nobody can compute. */
const years = { pattern: '^(?:19|20|21)\\d\\d-' };
export const calendarDay = z.iso.date().meta(years);
/** A legal date, in the city's zone. */
export const date = z.iso.date().meta({ ...open, ...years });
export const optionalDate = z.iso
  .date()
  .optional()
  .meta({ ...open, ...years });
export const instant = z.iso.datetime({ offset: true }).meta({ ...open, ...years });
export const flag = z.boolean().meta(open);
export const number = z.number().meta(open);
export const amount = z.number().min(0).meta(open);
export const count = z.int().min(0).max(1000).meta(open);
const term = { ...open, pattern: `^(?!.*\\d{5})(?:${z.toJSONSchema(Duration).pattern ?? ''})` };
export const duration = Duration.meta(term);
export const optionalDuration = Duration.optional().meta(term);
export const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> => z.enum(values).meta(open);
