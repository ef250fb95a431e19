import type { DelayDefinition } from '../../contracts/definition/named-logic.ts';
import { Duration } from '../../contracts/definition/duration.ts';
import { isExpression } from '../../contracts/definition/expression.ts';
import type { DueRule } from '../../contracts/effect.ts';
import type { Json } from '../../contracts/json.ts';
import { evaluate, type View } from '../expression/evaluate.ts';
import { isDate, parseInstant } from '../expression/parse-instant.ts';
import { delayOfRule, type StepScope } from '../step-scope.ts';
import { addInUtc, isElapsed, needsCalendar } from './utc-duration.ts';

/** The longest that a Temporal timer can wait. */
export const longestDelay = 100 * 366 * 86_400_000;

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
    if (calendar && !isPlain(rule)) return delayOfRule(scope, rule);
    // A deadline that lies in the past is due at once.
    return checked(name, Math.max(0, Math.round(exactInstant(name, rule)) - now));
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
    const duration = Duration.safeParse(text);
    if (duration.success) return duration.data;
    throw new Error(
      `The delay "${name}" counts ${JSON.stringify(text)}; it needs a duration such as P30D.`,
    );
  };
  const from = delay.from === undefined ? view.now : evaluate(delay.from, view);
  if (typeof from !== 'string' || !isMoment(from)) throw noDelay(name, from);
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
  if (!isMoment(text)) throw noDelay(name, text);
  return { from: text };
}

function isMoment(text: string): boolean {
  return isDate(text) || parseInstant(text) !== undefined;
}

/** True when every calendar would give the same instant. */
function isPlain(rule: DueRule): boolean {
  return (
    !rolls(rule) &&
    !isDate(rule.from) &&
    [rule.plus, rule.minus].every((term) => term === undefined || isElapsed(term))
  );
}

/** Epoch milliseconds, counted in UTC. */
function exactInstant(name: string, rule: DueRule): number {
  if (rolls(rule) || [rule.plus, rule.minus].some(isForCalendar)) {
    throw new Error(
      `The delay "${name}" counts working days or clear days, or rolls to one; give the definition a \`calendar\`.`,
    );
  }
  let instant = Date.parse(rule.from);
  if (rule.plus !== undefined) instant = addInUtc(instant, rule.plus, 1);
  if (rule.minus !== undefined) instant = addInUtc(instant, rule.minus, -1);
  return instant;
}

function rolls({ roll }: DueRule): boolean {
  return roll !== undefined && roll !== 'none';
}

function isForCalendar(term: string | undefined): boolean {
  return term !== undefined && needsCalendar(term);
}

function checked(name: string, delay: number): number {
  if (Number.isInteger(delay) && delay >= 0 && delay <= longestDelay) return delay;
  throw new Error(
    `The delay "${name}" is ${delay} ms; it must be a whole number from 0 to 100 years.`,
  );
}

function noDelay(name: string, value: Json): Error {
  return new Error(
    `The delay "${name}" gave ${JSON.stringify(value)}; give milliseconds, a duration such as P30D, or an instant.`,
  );
}
