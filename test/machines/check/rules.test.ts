import { describe, expect, it } from '@jest/globals';
import { check } from '../../../machines/check/check.ts';
import { rules } from '../../../machines/check/rules.ts';
import { brokenData } from './broken-data.ts';
import { brokenNames } from './broken-names.ts';
import { brokenStates } from './broken-states.ts';
import { edited } from './edit.ts';
import { soundDefinition } from './sound-definition.ts';

const broken = [...brokenNames, ...brokenData, ...brokenStates];

describe('check', () => {
  it('finds nothing in a sound definition', () => {
    expect(check(soundDefinition())).toEqual([]);
  });

  it.each(broken)('finds %s in %j', (code, changes, path, words) => {
    const findings = check(edited(changes));
    const found = findings.filter((finding) => finding.code === code && finding.path === path);
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ code, path })]));
    expect(found.some(({ message }) => message.includes(words))).toBe(true);
    expect(found.every(({ mend }) => mend.length > 10)).toBe(true);
  });

  it('has a definition that breaks each of its rules', () => {
    const tried = new Set(broken.map(([code]) => code));
    expect(rules.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('has one code for each rule', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
});
