import type { DatasetLookup } from '../contracts/dataset-lookup.ts';
import { DatasetLookups } from '../contracts/dataset-lookup.ts';
import type { EffectAnswer } from '../contracts/effect-answer.ts';
import type { Json } from '../contracts/json.ts';
import type { RecordedEvent } from '../contracts/recorded-event.ts';
import { lookUpInCkan } from './catalogue/look-up-in-ckan.ts';
import type { WebReader } from './catalogue/web-reader.ts';

/**
 * Looks datasets up in their catalogues. What cannot be looked up is unknown (`catalogue: down`), never passed and never failed.
 * CKAN is read; a catalogue of another kind is unknown.
 */
export async function verifyDatasets(web: WebReader, params: Json): Promise<EffectAnswer> {
  const { datasets, answer } = DatasetLookups.parse(params);
  return { events: await Promise.all(datasets.map((dataset) => probe(web, dataset, answer))) };
}

async function probe(web: WebReader, dataset: DatasetLookup, type: string): Promise<RecordedEvent> {
  const { datasetId, catalogue } = dataset;
  const unknown = { type, datasetId, catalogue: 'down' };
  if (catalogue.kind !== 'ckan') return unknown;
  try {
    const found = await lookUpInCkan(web, dataset);
    return found === undefined ? unknown : { ...unknown, catalogue: 'answered', ...found };
  } catch {
    // No answer, a wrong address, an address inside the city: nothing is known of the dataset.
    return unknown;
  }
}
