import type { DueRule } from '../contracts/effect.ts';

/**
 * What is true during one step: the instant of the fact, and the due rules that XState cannot carry because its delays are
 * numbers. A rule is passed through XState as a negative number, `-(index + 1)`, which no real delay can be.
 */
export interface StepScope {
  now: string;
  rules: DueRule[];
}

export function delayOfRule(scope: StepScope, rule: DueRule): number {
  scope.rules.push(rule);
  return -scope.rules.length;
}

export function ruleOfDelay(scope: StepScope, delay: number): DueRule | undefined {
  return delay < 0 ? scope.rules[-delay - 1] : undefined;
}
