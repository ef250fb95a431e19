import type { Migration } from 'kysely/migration';
import { createEntries } from './create-entries.ts';
import { createProjections } from './create-projections.ts';
import { grantWriter } from './grant-writer.ts';

/** In order of their names, which are stored in every database: add at the end, never rename. */
export const allMigrations: Readonly<Record<string, Migration>> = {
  '0001-create-entries': createEntries,
  '0002-create-projections': createProjections,
  '0003-grant-writer': grantWriter,
};
