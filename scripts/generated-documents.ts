import { definitionSchema } from './definition-schema.ts';
import { findingsPage } from './findings-page.ts';
import { vocabularyPage } from './vocabulary-page.ts';

/** Files under docs/ that are made from the code, and their text. */
export async function generatedDocuments(): Promise<Readonly<Record<string, string>>> {
  return {
    'schema/statehouse-1.json': definitionSchema(),
    'vocabulary.md': await vocabularyPage(),
    'findings.md': await findingsPage(),
  };
}
