import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { Duration } from '../../contracts/definition/duration.ts';
import { isExpression } from '../../contracts/definition/expression.ts';
import type { DueRule } from '../../contracts/effect.ts';
import type { Json } from '../../contracts/json.ts';
import { evaluate, type View } from '../expression/evaluate.ts';
import { delayOfRule, type StepScope } from '../step-scope.ts';
import { addInUtc, isElapsed, needsCalendar } from './utc-duration.ts';

const hundredYears = 100 * 366 * 86_400_000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** Milliseconds from now, or the negative number of a rule that the calendar must resolve. Throws on anything else. */
export type DelayLogic = (view: View) => number;

/**
 * What a delay means. With a calendar, days, months and working days are the calendar's business (time zones and holidays do
 * not belong in a deterministic step); without one they are counted in UTC.
 */
export function compileDelay(
  name: string,
  delay: DelayDefinition,
  scope: StepScope,
  calendar: boolean,
): DelayLogic {
  return (view) => {
    const rule = ruleOf(name, delay, view);
    if (typeof rule === 'number') return checked(name, rule);
    const now = Date.parse(view.now);
    const exact = exactInstant(rule, calendar);
    if (exact === undefined) return delayOfRule(scope, rule);
    // A deadline that lies in the past is due at once.
    return checked(name, Math.max(0, exact - now));
  };
}

function ruleOf(name: string, delay: DelayDefinition, view: View): DueRule | number {
  const value = typeof delay === 'object' && isExpression(delay) ? evaluate(delay, view) : delay;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return ruleOfText(name, value, view.now);
  if (isExpression(delay) || typeof delay !== 'object') throw noDelay(name, value as Json);
  const part = (term: typeof delay.plus): string | undefined => {
    if (term === undefined) return undefined;
    const text = typeof term === 'string' ? term : evaluate(term, view);
    return Duration.parse(text, {
      error: () => `The delay "${name}" needs a duration such as P30D.`,
    });
  };
  const from = delay.from === undefined ? view.now : evaluate(delay.from, view);
  if (typeof from !== 'string' || Number.isNaN(Date.parse(from))) throw noDelay(name, from);
  const plus = part(delay.plus);
  const minus = part(delay.minus);
  return {
    from,
    ...(plus === undefined ? {} : { plus }),
    ...(minus === undefined ? {} : { minus }),
    ...(delay.roll === undefined ? {} : { roll: delay.roll }),
  };
}

function ruleOfText(name: string, text: string, now: string): DueRule {
  if (Duration.safeParse(text).success) return { from: now, plus: text };
  if (Number.isNaN(Date.parse(text))) throw noDelay(name, text);
  return { from: text };
}

/** Epoch milliseconds when no calendar is needed to know them. */
function exactInstant(rule: DueRule, calendar: boolean): number | undefined {
  const terms = [rule.plus, rule.minus].filter((term) => term !== undefined);
  const plain =
    rule.roll === undefined && !dateOnly.test(rule.from) && terms.every((term) => isElapsed(term));
  if (calendar && !plain) return undefined;
  if (rule.roll !== undefined || terms.some((term) => needsCalendar(term))) return undefined;
  let instant = Date.parse(rule.from);
  if (rule.plus !== undefined) instant = addInUtc(instant, rule.plus, 1);
  if (rule.minus !== undefined) instant = addInUtc(instant, rule.minus, -1);
  return instant;
}

function checked(name: string, delay: number): number {
  if (Number.isInteger(delay) && delay >= 0 && delay <= hundredYears) return delay;
  throw new Error(
    `The delay "${name}" is ${delay} ms; it must be a whole number from 0 to 100 years.`,
  );
}

function noDelay(name: string, value: Json): Error {
  return new Error(
    `The delay "${name}" gave ${JSON.stringify(value)}; give milliseconds, a duration such as P30D, or an instant.`,
  );
}
