import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebReader } from '../../activities/catalogue/web-reader.ts';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { Actor } from '../../contracts/actor.ts';
import { dataset } from '../../machines/dataset/dataset.ts';
import { CatalogueServer } from '../activities/catalogue-server.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';

const owner: Actor = { subject: 'olga', roles: ['departmentHead'], organisation: 'parks' };
const steward: Actor = { subject: 'stella', roles: ['dataSteward'] };
const privacyOfficer: Actor = { subject: 'dora', roles: ['dataProtectionOfficer'] };

describe('work outside that tells what it found', () => {
  let city: City;
  let catalogue: CatalogueServer;
  beforeAll(async () => {
    catalogue = await CatalogueServer.open();
    city = await City.open({ web: new WebReader((address) => address === '127.0.0.1') });
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
    await catalogue[Symbol.asyncDispose]();
  });

  it('opens a dataset that its catalogue shows, on the record and without a person', async () => {
    const id = 'dataset-trees';
    catalogue.files.add('/trees.csv');
    const url = `${catalogue.url}/trees.csv`;
    catalogue.shown.set('trees', { license_id: 'CC-BY-4.0', resources: [{ url }] });
    const input = {
      datasetId: 'trees',
      title: 'Trees',
      departmentId: 'parks',
      catalogue: { kind: 'ckan', url: catalogue.url },
      publisher: 'city portal',
    };
    await city.client.start({ id, definition: dataset, input, startedBy: steward });
    const send = (type: string, fields: object, actor: Actor): Promise<unknown> =>
      city.client.send(id, { type, ...fields }, { actor });
    await send('dataset.inventoried', { owningDepartmentId: 'parks', identifier: 'trees' }, owner);
    await send('privacy.cleared', { opinion: 'no personal data' }, privacyOfficer);
    await send('licence.chosen', { licence: 'CC-BY-4.0' }, owner);
    await send('quality.assessed', { conforms: true, violations: 0, report: 'none' }, steward);
    await send('dataset.published', { accessUrls: [url] }, owner);
    await eventually(async () => {
      expect((await city.client.snapshot(id)).value).toEqual({ online: { verified: 'current' } });
    });
    await eventually(async () => {
      expect((await city.client.ledgerHead(id)).unflushed).toBe(0);
    });
    const told = [];
    for await (const entry of city.ledger.readEntries({ process: id }))
      if (entry.kind === 'delivery') told.push(entry);
    expect(told).toEqual([
      expect.objectContaining({
        actor: { subject: 'statehouse', roles: ['system'] },
        event: expect.objectContaining({
          type: 'dataset.probed',
          catalogue: 'answered',
        }) as unknown,
      }),
    ]);
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true, findings: [] });
  });
});
