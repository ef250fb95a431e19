import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../../contracts/definition/definition.ts';
import type { DelayDefinition } from '../../../contracts/definition/named-logic.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { compile } from '../../../machines/compile/compile.ts';
import { compileDelay } from '../../../machines/compile/compile-delay.ts';
import { addInUtc } from '../../../machines/compile/utc-duration.ts';
import { ruleOfDelay, type StepScope } from '../../../machines/step-scope.ts';
import { soundDefinition } from '../check/sound-definition.ts';

const now = '2027-03-26T16:00:00.000Z';
const day = 86_400_000;

function delayOf(delay: DelayDefinition, context: object = {}): number {
  const scope: StepScope = { now, rules: [] };
  return compileDelay('due', delay, scope, false)({ context, now });
}

function ruleOf(delay: DelayDefinition, context: object = {}): unknown {
  const scope: StepScope = { now, rules: [] };
  const delayed = compileDelay('due', delay, scope, true)({ context, now });
  return delayed < 0 ? ruleOfDelay(scope, delayed) : delayed;
}

describe('a delay without a calendar', () => {
  it.each<[DelayDefinition, number]>([
    [0, 0],
    [1500, 1500],
    ['PT72H', 3 * day],
    ['P30D', 30 * day],
    ['P2W', 14 * day],
    ['P1Y', 366 * day],
    ['PT0.0004S', 0],
    [cel('1000 * 60'), 60_000],
    [cel('"P1D"'), day],
    [cel('now + duration("1h")'), 3_600_000],
    [cel('context.at'), 2 * day],
    [{ from: cel('context.at'), plus: 'P1D', minus: 'PT24H' }, 2 * day],
    [{ from: cel('context.date') }, 8 * 3_600_000],
    [{ from: cel('context.date'), roll: 'none' }, 8 * 3_600_000],
    [{ plus: cel('"P" + string(int(context.n)) + "D"') }, 3 * day],
  ])('%j is counted in UTC', (delay, expected) => {
    const context = { at: '2027-03-28T18:00:00+02:00', date: '2027-03-27', n: 3 };
    expect(delayOf(delay, context)).toBe(expected);
  });

  it('is due at once when its date has passed', () => {
    expect(delayOf({ from: cel('context.at') }, { at: '2020-01-01T00:00:00.000Z' })).toBe(0);
  });

  it.each<[DelayDefinition, string]>([
    [cel('-5'), '-5 ms'],
    [cel('0.5'), '0.5 ms'],
    [cel('1.0 / 0.0'), 'no JSON number'],
    [cel('0.0 / 0.0'), 'no JSON number'],
    [cel('1000 * 60 * 60 * 24 * 366 * 101'), 'from 0 to 100 years'],
    ['P101Y', 'from 0 to 100 years'],
    ['P99999999Y', 'from 0 to 100 years'],
    [cel('"soon"'), '"soon"'],
    [cel('"act 5"'), '"act 5"'],
    [cel('"2027-03-28T18:00:00"'), '"2027-03-28T18:00:00"'],
    [cel('"2027-02-30"'), '"2027-02-30"'],
    [cel('true'), 'true'],
    [cel('null'), 'null'],
    [cel('context.missing'), 'No such key'],
    [{ from: cel('""') }, '""'],
    [{ plus: cel('"30 days"') }, 'it needs a duration'],
    ['P10BD', 'calendar'],
    ['P5CD', 'calendar'],
    [{ from: cel('now'), roll: 'following' }, 'calendar'],
  ])('%j is refused', (delay, words) => {
    expect(() => delayOf(delay)).toThrow(words);
  });
});

describe('a delay with a calendar', () => {
  const at = '2027-03-28T18:00:00.000Z';

  it.each<[DelayDefinition, unknown]>([
    ['PT72H', 3 * day],
    [cel('context.at'), 2 * day + 2 * 3_600_000],
    ['P30D', { from: now, plus: 'P30D' }],
    ['P10BD', { from: now, plus: 'P10BD' }],
    [{ from: cel('context.at'), plus: 'PT1H', roll: 'none' }, 2 * day + 3 * 3_600_000],
    [
      { from: cel('context.at'), minus: 'P5CD', roll: 'preceding' },
      { from: at, minus: 'P5CD', roll: 'preceding' },
    ],
    [cel('"2027-04-01"'), { from: '2027-04-01' }],
  ])('%j goes to the calendar when only that can tell', (delay, expected) => {
    expect(ruleOf(delay, { at })).toEqual(expected);
  });
});

describe('a deadline of a state', () => {
  const withAfter = (after: string, delays: Definition['delays'] = {}): Definition => ({
    ...soundDefinition(),
    delays,
    machines: {},
    machine: { initial: 'a', states: { a: { after: { [after]: 'b' } }, b: {} } },
  });

  it.each(['due', 'P30D', '1000', '0'])('may be named %s', (name) => {
    expect(() => compile(withAfter(name, { due: 'P1D' }))).not.toThrow();
  });

  it.each(['-5', '1.5', '1e3', '0x10', ' ', 'Infinity', '1e30', 'soon', 'toString', 'NaN'])(
    'may not be %j',
    (name) => {
      expect(() => compile(withAfter(name))).toThrow(`"${name}"`);
    },
  );

  it('may not have a name that XState reads as a number', () => {
    expect(() => compile(withAfter('-5', { '-5': 'P1D' }))).toThrow('"-5"');
  });
});

describe('addInUtc', () => {
  it.each([
    ['2027-01-31T00:00:00.000Z', 'P1M', 1, '2027-02-28T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 'P1Y', 1, '2029-02-28T12:00:00.000Z'],
    ['2027-03-31T00:00:00.000Z', 'P1M', -1, '2027-02-28T00:00:00.000Z'],
    ['2027-03-26T16:00:00.000Z', 'P1Y2M3W4DT5H6M7.5S', 1, '2028-06-20T21:06:07.500Z'],
  ] as const)('counts %s with %s', (start, duration, sign, expected) => {
    expect(new Date(addInUtc(Date.parse(start), duration, sign)).toISOString()).toBe(expected);
  });
});
