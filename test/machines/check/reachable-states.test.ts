import { describe, expect, it } from '@jest/globals';
import type { StateNodeConfig } from '../../../contracts/definition/state-node.ts';
import { reachableStates } from '../../../machines/check/reachable-states.ts';
import { soundDefinition } from './sound-definition.ts';

function reached(machine: StateNodeConfig): string[] {
  return [...reachableStates({ ...soundDefinition(), machine })].sort();
}

describe('reachableStates', () => {
  it('follows siblings, inner states, ids and lists of targets', () => {
    const machine: StateNodeConfig = {
      id: 'm',
      initial: 'a',
      on: { 'x.y': '.b' },
      states: {
        a: { on: { go: '#far.inner' } },
        b: { initial: 'one', states: { one: { on: { next: 'two' } }, two: {}, three: {} } },
        c: { id: 'far', initial: 'other', states: { inner: {}, other: {} } },
        d: {},
      },
    };
    expect(reached(machine)).toEqual(['', 'a', 'b', 'b.one', 'b.two', 'c', 'c.inner']);
  });

  it('enters every region, and the other regions of a state named from outside', () => {
    const region = (target?: string): StateNodeConfig => ({
      initial: 'one',
      states: { one: target === undefined ? {} : { on: { go: target } }, two: {} },
    });
    const machine: StateNodeConfig = {
      id: 'm',
      initial: 'start',
      states: {
        start: { on: { go: '#m.both.left.two' } },
        both: { type: 'parallel', states: { left: region(), right: region('two') } },
      },
    };
    expect(reached(machine)).toEqual([
      '',
      'both',
      'both.left',
      'both.left.two',
      'both.right',
      'both.right.one',
      'both.right.two',
      'start',
    ]);
  });

  it('takes onDone only where the inner states can end', () => {
    const machine = (end: boolean): StateNodeConfig => ({
      initial: 'work',
      states: {
        work: {
          initial: 'doing',
          states: { doing: end ? { on: { go: 'done' } } : {}, done: { type: 'final' } },
          onDone: 'after',
        },
        after: {},
      },
    });
    expect(reached(machine(true))).toContain('after');
    expect(reached(machine(false))).not.toContain('after');
  });

  it('takes the onDone of a parallel state when every region can end', () => {
    const region = (type: 'final' | 'atomic'): StateNodeConfig => ({
      initial: 'a',
      states: { a: { on: { go: 'b' } }, b: { type } },
    });
    const machine = (other: 'final' | 'atomic'): StateNodeConfig => ({
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: { l: region('final'), r: region(other) },
          onDone: 'after',
        },
        after: {},
      },
    });
    expect(reached(machine('final'))).toContain('after');
    expect(reached(machine('atomic'))).not.toContain('after');
  });

  it('falls back on the default of a history', () => {
    const machine: StateNodeConfig = {
      initial: 'start',
      states: {
        start: { on: { back: 'work.memory' } },
        work: {
          initial: 'never',
          states: { never: {}, memory: { type: 'history', target: 'usual' }, usual: {} },
        },
      },
    };
    expect(reached(machine)).toEqual(['', 'start', 'work', 'work.memory', 'work.usual']);
  });

  it('takes nothing but the always of a state that is left at once', () => {
    const machine: StateNodeConfig = {
      initial: 'a',
      states: { a: { always: 'b', on: { go: 'c' } }, b: {}, c: {} },
    };
    expect(reached(machine)).toEqual(['', 'a', 'b']);
  });

  it('takes no transition behind one without a guard', () => {
    const machine: StateNodeConfig = {
      initial: 'a',
      states: { a: { on: { go: [{ target: 'b' }, { target: 'c' }] } }, b: {}, c: {} },
    };
    expect(reached(machine)).not.toContain('c');
  });
});
