import { z } from './zod.ts';

/** A dataset to be looked up: its catalogue, its identifier there, and where its data can be fetched. */
export const DatasetLookup = z.strictObject({
  datasetId: z.string(),
  catalogue: z.strictObject({ kind: z.enum(['ckan', 'dcat']), url: z.string() }),
  identifier: z.string(),
  accessUrls: z.array(z.string()).optional(),
});
export type DatasetLookup = z.infer<typeof DatasetLookup>;

/** Parameters of the effect `verifyDatasets`: `answer` is the type of the event that tells what was found. */
export const DatasetLookups = z.strictObject({
  datasets: z.array(DatasetLookup).max(100),
  answer: z.string(),
});
