import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../contracts/json.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { checkExpression } from '../../../machines/expression/check-expression.ts';
import { evaluate } from '../../../machines/expression/evaluate.ts';
import { resolve } from '../../../machines/expression/resolve.ts';

const now = '2027-03-26T16:00:00.000Z';
const value = (source: string, context: object = {}): Json =>
  evaluate(cel(source), { context, now });

describe('evaluate', () => {
  it.each<[string, Json]>([
    ['1 + 1', 2],
    ['context.n + 1', 3.5],
    ['context.n * 2 - 1', 4],
    ['7 % context.n', 2],
    ['context.list.size() >= 2', true],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['sum(context.numbers) + sum([1, 2])', 9],
    ['now', now],
    ['timestamp(context.at) - duration("1h") < now', true],
    ['timestamp(0)', '1970-01-01T00:00:00.000Z'],
    ['now.getHours()', 16],
    ['{"a": [context.n, null, true]}', { a: [2.5, null, true] }],
    ['context.?missing.orValue("none")', 'none'],
    ['has(context.constructor) || "__proto__" in context', false],
  ])('%s is %j', (source, expected) => {
    const context = { n: 2.5, list: [1, 2], numbers: [1, 2, 3], at: '2027-03-26T17:59:00+01:00' };
    expect(value(source, context)).toEqual(expected);
  });

  it.each([
    ['context.missing', 'No such key'],
    ['context.toString', 'No such key'],
    ['context.list.constructor', 'No such key'],
    ['sum(["1"])', 'sum() adds numbers'],
    ['9007199254740992 + 1', 'too large'],
    ['duration("1h")', 'no JSON value'],
    ['b"bytes"', 'no JSON value'],
    ['timestamp("2027-03-26T17:00:00.000")', 'no instant'],
    ['timestamp("Fri, 26 Mar 2027 17:00")', 'no instant'],
    ['"aaaa".matches("(a+)+$")', 'matches() is not allowed'],
    ['now.getDayOfYear()', 'getDayOfYear() is not allowed'],
    ['now.getHours("Europe/Rome")', 'takes no time zone'],
  ])('%s fails', (source, words) => {
    expect(() => value(source, { list: [] })).toThrow(words);
  });

  it('gives the same on servers in other time zones', () => {
    const script = `
      const { evaluate } = await import('./machines/expression/evaluate.ts');
      const run = (source) => {
        try {
          return evaluate({ '@lang': 'cel', '@expr': source }, { context: {}, now: '${now}' });
        } catch (error) {
          return error.message;
        }
      };
      console.log(JSON.stringify([
        run('timestamp("2027-03-26T17:00:00.000")'),
        run('timestamp("2027-03-26T17:00:00Z")'),
        run('[now.getHours(), now.getDate(), now.getDayOfWeek(), now.getMonth(), now.getFullYear()]'),
      ]));
    `;
    const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
        cwd: fileURLToPath(new URL('../../../', import.meta.url)),
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', TZ },
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe('checkExpression', () => {
  it.each([
    ['context.a > 1', 'bool', undefined],
    ['context.a', 'bool', undefined],
    ['1 + 1', 'bool', 'it gives int, bool is needed'],
    ['who.a', undefined, 'Unknown variable: who'],
    ['1 +', undefined, 'Unexpected token: EOF'],
    ['timestamp(true)', undefined, "found no matching overload for 'timestamp(bool)'"],
  ])('%s as %s: %s', (source, expected, answer) => {
    expect(checkExpression(source, expected)).toBe(answer);
  });
});

describe('resolve', () => {
  it('computes expressions once: what they give is never taken for one', () => {
    const context = { evil: { '@lang': 'cel', '@expr': '1 + 1' } };
    const template = { a: [cel('context.evil')], b: null };
    expect(resolve(template as never, { context, now })).toEqual({ a: [context.evil], b: null });
  });
});
