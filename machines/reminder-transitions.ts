import type { Expression } from '../contracts/definition/expression.ts';
import type { ReminderName } from './reminder-delays.ts';

interface Reminder {
  readonly guard: 'reminderIsAhead';
  readonly target?: string;
  readonly actions: [
    {
      readonly type: 'record';
      readonly params: {
        readonly list: 'reminders';
        readonly fields: { readonly left: ReminderName };
      };
    },
    {
      readonly type: 'notify';
      readonly params: {
        readonly roles: Expression | string[];
        readonly template: string;
        readonly about: { readonly left: ReminderName };
      };
    },
  ];
}

/**
 * The `after` part of a state whose deadline has `reminderDelays`: each reminder is kept in the list `reminders` and sent to
 * `roles`. The definition needs the guard `reminderIsAhead`, which drops a reminder that lay in the past when it was armed.
 */
export function reminderTransitions({
  roles,
  template,
  target,
}: {
  readonly roles: Expression | string[];
  readonly template: string;
  readonly target?: string;
}): Record<ReminderName, Reminder> {
  const reminder = (left: ReminderName): Reminder => ({
    guard: 'reminderIsAhead',
    ...(target === undefined ? {} : { target }),
    actions: [
      { type: 'record', params: { list: 'reminders', fields: { left } } },
      { type: 'notify', params: { roles, template, about: { left } } },
    ],
  });
  return {
    reminder30: reminder('reminder30'),
    reminder14: reminder('reminder14'),
    reminder7: reminder('reminder7'),
    reminder1: reminder('reminder1'),
  };
}
