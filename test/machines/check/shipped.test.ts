import { describe, expect, it } from '@jest/globals';
import { check } from '../../../machines/check/check.ts';
import { shipped } from '../../../machines/shipped.ts';

describe('every shipped definition', () => {
  it.each(Object.entries(shipped))('%s is free of errors and warnings', (id, definition) => {
    expect(definition.id).toBe(id);
    expect(check(JSON.parse(JSON.stringify(definition)))).toEqual([]);
  });
});
