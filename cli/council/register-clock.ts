import { resolveDueRule } from '../../calendar/resolve-due-rule.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { DueRule } from '../../contracts/effect.ts';
import { usNy } from '../../machines/profiles/us-ny.ts';

/** The register's clock hangs on a wall in New York. @returns an instant in UTC */
export function instantOf(wallTime: string): string {
  return resolveDueRule({ from: wallTime }, usNy.calendar).dueAt;
}

/** What the calendar activity answers, without Temporal. */
export function dueIn(rule: DueRule, definition: Definition): string {
  return resolveDueRule(rule, definition.calendar).dueAt;
}
