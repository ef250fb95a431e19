import { describe, expect, it } from '@jest/globals';
import { check } from '../../../machines/check/check.ts';
import { edited } from './edit.ts';
import { places } from './places.ts';

const { collecting, waiting, operating, child } = places;
const codes = (document: unknown): string[] => check(document).map(({ code }) => code);

describe('check of a document that does not have the form', () => {
  it('says what is missing at its place', () => {
    expect(check({ format: 'statehouse/1' })).toContainEqual({
      code: 'schema',
      path: '/machine',
      severity: 'error',
      message: '"machine": is missing; it needs fields in { }',
      mend: 'See the description of the format for what belongs here.',
    });
  });

  it.each([undefined, null, 5, 'text', []])('takes %p for no definition', (document) => {
    expect(check(document)).toHaveLength(1);
  });

  it('looks into a choice of shapes for the one that was meant', () => {
    const [finding, ...more] = check(
      edited({ '/guards/affordable': { '@lang': 'cel', '@expr': 'true' } }),
    );
    expect(more).toEqual([]);
    expect(finding?.path).toBe('/guards/affordable/title');
    expect(finding?.message).toContain('is missing');
  });

  it('tells those who know XState 4 the word of today', () => {
    const [finding] = check(
      edited({ [`${collecting}/on/proposal.adopted`]: { target: '#official', cond: 'enough' } }),
    );
    expect(finding?.message).toContain('"cond" is not known here');
    expect(finding?.mend).toBe('Instead of "cond" the format has guard.');
  });

  it('asks for an id of every invoked child', () => {
    const [finding] = check(edited({ [`${waiting}/invoke/id`]: undefined }));
    expect(finding).toMatchObject({ code: 'invoke-without-id', path: `${waiting}/invoke/id` });
  });

  it('refuses a duration that is none', () => {
    const [finding] = check(edited({ '/delays/adoptionDue': 'ten days' }));
    expect(finding?.path).toBe('/delays/adoptionDue');
    expect(finding?.message).toContain('Write a duration such as PT72H');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s anywhere', (name) => {
    const findings = check(edited({ [`/machine/context/${name}`]: 1 }));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'dangerous-key', path: `/machine/context/${name}` }),
    );
  });

  it('refuses a definition that no process could carry', () => {
    expect(
      codes(edited({ '/description/en': 'x'.repeat(1_100_000), '/description/it': 'x' })),
    ).toContain('too-large');
  });
});

describe('check of children', () => {
  it('finds the same in a child, with the way to it', () => {
    const findings = check(edited({ [`${child}/machine/states/asked/on/opinion.given`]: 'gievn' }));
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'unknown-state',
        path: `${child}/machine/states/asked/on/opinion.given/target`,
      }),
    );
  });

  it('does not mind a declared child event that nobody listens for', () => {
    expect(codes(edited({}))).not.toContain('unheard-event');
  });
});

describe('check of parallel regions', () => {
  const region = '/machine/states/open/states/opinions/states/heard';

  it('lets no other region answer for one that waits', () => {
    expect(codes(edited({ [`${region}/meta/resting`]: undefined }))).toEqual(
      expect.arrayContaining(['dead-end', 'nobody-responsible']),
    );
  });

  it('lets a deadline around all regions answer for each', () => {
    const document = edited({
      [`${region}/meta/resting`]: undefined,
      '/machine/states/open/after': { adoptionDue: 'dropped' },
    });
    expect(check(document)).toEqual([]);
  });

  it('allows the same child id in states that follow each other', () => {
    const invoke = { id: 'expertOpinion', src: 'opinion', input: { question: 'x' } };
    expect(codes(edited({ [`${operating}/invoke`]: invoke }))).toEqual([]);
  });
});

describe('check of expressions', () => {
  it('allows one wherever a parameter may stand', () => {
    const cel = { '@lang': 'cel', '@expr': 'context.proposals.size()' };
    expect(codes(edited({ '/guards/enough/params/atLeast': cel }))).toEqual([]);
  });

  it('knows the names that an expression gives to the members of a list', () => {
    const cel = {
      '@lang': 'cel',
      '@expr': 'context.proposals.filter(event, event.whatever > 1)',
    };
    expect(codes(edited({ '/guards/enough/params/items': cel }))).toEqual([]);
  });

  it('allows a field that the expression asks for first', () => {
    const cel = { '@lang': 'cel', '@expr': 'event.?note.orValue("")' };
    expect(codes(edited({ '/actions/keep/0/params/fields/note': cel }))).toEqual([]);
  });

  it('lets the guard of a transition ask for its actions', () => {
    const submitted = `${collecting}/on/proposal.submitted`;
    const cel = { '@lang': 'cel', '@expr': 'event.note' };
    const guard = '/guards/affordable/@expr';
    const changes = { '/actions/keep/0/params/fields/note': cel, [`${submitted}/actions`]: 'keep' };
    expect(codes(edited({ ...changes, [guard]: 'has(event.note) && params.limit > 1' }))).toEqual(
      [],
    );
    expect(codes(edited(changes))).toEqual(['optional-field']);
  });
});

describe('check of hostile documents', () => {
  it('refuses one that is nested without end', () => {
    const depth = 50_000;
    const document: unknown = JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
    expect(codes(document)).toEqual(['too-deep']);
  });
});
