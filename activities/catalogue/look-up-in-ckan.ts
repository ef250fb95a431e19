import { contentHash } from '../../contracts/content-hash.ts';
import type { DatasetLookup } from '../../contracts/dataset-lookup.ts';
import { z } from '../../contracts/zod.ts';
import type { WebReader } from './web-reader.ts';

/** The parts of CKAN's `package_show` that say whether a dataset is open (CKAN API guide, version 3). */
const PackageShow = z.object({
  success: z.literal(true),
  result: z.object({
    private: z.boolean().optional(),
    state: z.string().optional(),
    license_id: z.string().nullish(),
    resources: z.array(z.object({ url: z.string() })).optional(),
  }),
});

/** What a catalogue says of a dataset, and how many of its files answer. */
export interface Found {
  readonly public: boolean;
  readonly licence: string;
  readonly distributionsReachable: number;
  /** Of what the catalogue answered. */
  readonly hash: string;
}

const mostDistributions = 20;

/** @returns `undefined` when the catalogue gives no answer that could be relied on */
export async function lookUpInCkan(
  web: WebReader,
  { catalogue, identifier, accessUrls = [] }: DatasetLookup,
): Promise<Found | undefined> {
  const base = catalogue.url.replace(/\/+$/, '');
  const url = `${base}/api/3/action/package_show?id=${encodeURIComponent(identifier)}`;
  const answer = await web.fetch('GET', url);
  const gone = { public: false, licence: '', distributionsReachable: 0 };
  // A catalogue that works and does not show the dataset to strangers says that it is not public.
  if ([401, 403, 404].includes(answer.status)) return { ...gone, hash: contentHash(answer.body) };
  if (answer.status !== 200) return undefined;
  const shown = PackageShow.safeParse(json(answer.body));
  if (!shown.success) return undefined;
  const { result } = shown.data;
  const urls = [...new Set([...(result.resources ?? []).map((one) => one.url), ...accessUrls])];
  return {
    public: result.private !== true && (result.state ?? 'active') === 'active',
    licence: result.license_id ?? '',
    distributionsReachable: await countReachable(web, urls.slice(0, mostDistributions)),
    hash: contentHash(answer.body),
  };
}

async function countReachable(web: WebReader, urls: readonly string[]): Promise<number> {
  const answers = await Promise.all(
    urls.map((url) =>
      web.fetch('HEAD', url).then(
        ({ status }) => status >= 200 && status < 300,
        () => false,
      ),
    ),
  );
  return answers.filter(Boolean).length;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
