import { z } from '../contracts/zod.ts';

/** Counts and terms stay so small that every product below is an exact integer. */
export const Count = z.int().min(0).max(1_000_000_000);
const Term = z.int().min(0).max(1000);

/** A share as two whole numbers, `[2, 3]`. Never a decimal: two thirds of 51 is exactly 34. */
export const Fraction = z.tuple([Term, Term.min(1)]);
export type Fraction = z.infer<typeof Fraction>;

export const Comparison = z.enum(['>', '>=']);
export type Comparison = z.infer<typeof Comparison>;

/** Whether `count` exceeds (`>`) or at least equals (`>=`) `fraction` of `base`, plus `plus` whole votes. */
export function reaches(
  count: number,
  cmp: Comparison,
  base: number,
  [numerator, denominator]: Fraction,
  plus = 0,
): boolean {
  const left = count * denominator;
  const right = base * numerator + plus * denominator;
  return cmp === '>' ? left > right : left >= right;
}
