import { DatasetLookups } from '../../contracts/dataset-lookup.ts';
import { defineEffect } from './logic.ts';

/**
 * Looks datasets up in their open-data catalogues: are they public, under which licence, how many distributions answer. For each
 * the process gets the event `answer` with `datasetId`, `catalogue` (`answered`, or `down` when nothing is known) and, when it
 * answered, `public`, `licence`, `distributionsReachable`, `hash`.
 */
export const verifyDatasets = defineEffect({ params: DatasetLookups });
