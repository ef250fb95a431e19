import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { shipped } from '../machines/shipped.ts';
import { City } from '../test/helpers/city.ts';
import { liveShortly } from '../test/histories/live-shortly.ts';
import { errand } from '../test/traps/errand.ts';

/** Records short lives of every shipped machine, which every later version of the workflow must replay. */
const folder = join(import.meta.dirname, '..', 'test', 'histories');
mkdirSync(folder, { recursive: true });
await using city = await City.open();
for (const [name, definition] of [...Object.entries(shipped), ['errand', errand()] as const]) {
  const ids = await liveShortly(city.client, name, definition, 12);
  const recorded = [];
  for (const workflowId of ids) {
    const history = await city.client.temporal.workflow.getHandle(workflowId).fetchHistory();
    const bytes = proto.temporal.api.history.v1.History.encode(history).finish();
    recorded.push({ workflowId, history: Buffer.from(bytes).toString('base64') });
  }
  const packed = gzipSync(JSON.stringify(recorded), { level: 9 });
  writeFileSync(join(folder, `${name}.json.gz`), packed);
  process.stdout.write(`${name}: ${recorded.length} processes, ${packed.length} bytes\n`);
}
