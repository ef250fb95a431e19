import type { DelayDefinition } from '../../../contracts/definition/named-logic.ts';
import { isExpression } from '../../../contracts/definition/expression.ts';
import { longestDelay } from '../../compile/compile-delay.ts';
import { needsCalendar } from '../../compile/utc-duration.ts';
import { delayUses } from '../delay-uses.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';

const mend =
  'Give a duration such as P30D, a date to count from, or working days with a `calendar` in the definition.';

export const impossibleDelay: Rule = {
  code: 'impossible-delay',
  severity: 'error',
  about:
    'A deadline that cannot be: no length, a negative one, or working days without a calendar.',
  find: (subject) => {
    const { delays, calendar } = subject.definition;
    return [
      ...delayUses(subject).flatMap(({ name, pointer }): Found[] => {
        if (Object.hasOwn(delays ?? {}, name) && Number.isNaN(Number(name))) return [];
        const wrong = ofText(name, calendar !== undefined);
        return wrong === undefined
          ? []
          : [{ path: pointer, message: `The deadline "${name}" cannot be: ${wrong}.`, mend }];
      }),
      ...Object.entries(delays ?? {}).flatMap(([name, delay]): Found[] => {
        const wrong = ofDefinition(delay, calendar !== undefined);
        const path = pointerTo('/delays', name);
        return wrong === undefined
          ? []
          : [{ path, message: `The deadline "${name}" cannot be: ${wrong}.`, mend }];
      }),
    ];
  },
};

function ofText(text: string, calendar: boolean): string | undefined {
  if (needsCalendar(text))
    return calendar ? undefined : 'it counts working or clear days, and there is no calendar';
  const number = Number(text);
  if (Number.isNaN(number)) return undefined;
  const fits = String(number) === text && Number.isInteger(number) && number >= 0;
  if (!fits) return 'it is no whole number of milliseconds';
  return number > longestDelay ? 'it is longer than a hundred years' : undefined;
}

function ofDefinition(delay: DelayDefinition, calendar: boolean): string | undefined {
  if (typeof delay === 'number') return ofText(String(delay), calendar);
  if (typeof delay === 'string') return ofText(delay, calendar);
  if (isExpression(delay)) return undefined;
  const { from, plus, minus, roll } = delay;
  if (from === undefined && plus === undefined && minus === undefined)
    return 'it says neither from when nor how long';
  if (roll !== undefined && roll !== 'none' && !calendar)
    return 'it moves to a working day, and there is no calendar';
  return [plus, minus]
    .flatMap((term) => (typeof term === 'string' ? (ofText(term, calendar) ?? []) : []))
    .at(0);
}
