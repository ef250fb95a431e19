import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../../activities/catalogue/public-addresses.ts';
import { WebReader } from '../../activities/catalogue/web-reader.ts';
import { verifyDatasets } from '../../activities/verify-datasets.ts';
import { CatalogueServer } from './catalogue-server.ts';

describe('looking datasets up in a catalogue', () => {
  let catalogue: CatalogueServer;
  const here = new WebReader((address) => address === '127.0.0.1');

  beforeAll(async () => {
    catalogue = await CatalogueServer.open();
    catalogue.files.add('/file.csv');
    const resources = ['/file.csv', '/moved', '/gone.csv'].map((path) => ({
      url: catalogue.url + path,
    }));
    catalogue.shown.set('trees', { license_id: 'CC-BY-4.0', state: 'active', resources });
    catalogue.shown.set('draft', { license_id: 'CC-BY-4.0', private: true, resources });
    catalogue.shown.set('broken', 500);
    catalogue.shown.set('odd', { resources: 'none' });
  });
  afterAll(async () => {
    await catalogue[Symbol.asyncDispose]();
  });

  async function probe(identifier: string, web = here, kind = 'ckan', url = catalogue.url) {
    const datasets = [{ datasetId: 'd1', catalogue: { kind, url }, identifier }];
    const { events } = await verifyDatasets(web, { datasets, answer: 'dataset.probed' });
    return events[0];
  }
  const unknown = { type: 'dataset.probed', datasetId: 'd1', catalogue: 'down' };

  it('tells licence, publicity and how many files answer, redirects followed', async () => {
    expect(await probe('trees')).toEqual({
      type: 'dataset.probed',
      datasetId: 'd1',
      catalogue: 'answered',
      public: true,
      licence: 'CC-BY-4.0',
      distributionsReachable: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
  });

  it('says that a dataset is not public when it is private or not there', async () => {
    expect(await probe('draft')).toMatchObject({ catalogue: 'answered', public: false });
    expect(await probe('nowhere')).toMatchObject({ catalogue: 'answered', public: false });
  });

  it('knows nothing when the catalogue fails, answers strangely, is away, or is of another kind', async () => {
    expect(await probe('broken')).toEqual(unknown);
    expect(await probe('odd')).toEqual(unknown);
    expect(await probe('trees', here, 'ckan', 'http://127.0.0.1:1')).toEqual(unknown);
    expect(await probe('trees', here, 'ckan', 'file:///etc/passwd')).toEqual(unknown);
    expect(await probe('trees', here, 'dcat')).toEqual(unknown);
  });

  it('never knocks at a door inside the city, by number, by name or in disguise', async () => {
    expect(await probe('trees', new WebReader())).toEqual(unknown);
    const byName = catalogue.url.replace('127.0.0.1', 'localhost');
    expect(await probe('trees', new WebReader(), 'ckan', byName)).toEqual(unknown);
    const inside = ['10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '::1', 'fd00::1'];
    for (const address of [...inside, '::ffff:10.0.0.1', '0.0.0.0', 'not an address'])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['93.184.216.34', '2606:2800:220:1::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
  });
});
