import { ApplicationFailure } from '@temporalio/activity';
import { resolveDueRule } from '../calendar/resolve-due-rule.ts';
import type { Activities } from '../contracts/activities.ts';

/** Counts the days of a rule in the city's calendar. Calendars and time zones change, so this happens once and is recorded. */
export const resolveDeadline: Activities['resolveDeadline'] = ({ rule, calendar }) => {
  try {
    return Promise.resolve(resolveDueRule(rule, calendar));
  } catch (error) {
    // The same rule in the same calendar will not come out otherwise when it is tried again.
    const { code, message } = error as { code?: string; message?: string };
    throw ApplicationFailure.nonRetryable(message ?? String(error), code ?? 'InvalidInput');
  }
};
