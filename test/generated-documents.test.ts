import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Definition } from '../contracts/definition/definition.ts';
import { z } from '../contracts/zod.ts';
import { check } from '../machines/check/check.ts';
import { generatedDocuments } from '../scripts/generated-documents.ts';
import { edited } from './machines/check/edit.ts';
import { soundDefinition } from './machines/check/sound-definition.ts';

const documents = await generatedDocuments();
const published = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../docs/${name}`, import.meta.url)), 'utf8');

describe('the documents made from the code', () => {
  // `node scripts/generate-schema.ts` writes them again.
  it.each(Object.keys(documents))('docs/%s is up to date', (name) => {
    expect(published(name)).toBe(documents[name]);
  });
});

describe('the example in docs/definition.md', () => {
  it('is a definition in which check finds nothing', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(published('definition.md')) ?? [];
    expect(check(JSON.parse(example))).toEqual([]);
  });
});

describe('the JSON Schema of the format', () => {
  const schema = z.fromJSONSchema(JSON.parse(published('schema/statehouse-1.json')) as never);

  it.each([
    ['a sound definition', soundDefinition()],
    ['one without a machine', edited({ '/machine': undefined })],
    [
      'one with an unknown key in a deep state',
      edited({ '/machine/states/official/states/operating/cond': 'x' }),
    ],
    ['one with a wrong duration', edited({ '/delays/adoptionDue': 'ten days' })],
    ['one with a child of another format', edited({ '/machines/opinion/format': 'statehouse/2' })],
    ['text', 'text'],
  ])('and zod agree about %s', (_what, document) => {
    expect(schema.safeParse(document).success).toBe(Definition.safeParse(document).success);
  });
});
