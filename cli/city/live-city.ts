import { setTimeout as sleep } from 'node:timers/promises';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { exitCode } from '../exit-code.ts';
import { beginProcess } from '../place/begin-process.ts';
import { cityPage } from './city-page.ts';
import { runCity, type City } from './run-city.ts';
import { sample } from './sample.ts';
import { stopRequests } from './stop-requests.ts';

export interface LiveOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly sample: boolean;
}

/** Brings the city up, says where it is, and stays until it is told to stop or a part of it ends. */
export async function liveCity({
  json = false,
  lang,
  sample: withSample,
}: LiveOptions): Promise<void> {
  const stopRequested = stopRequests(say);
  if (!json) say('Statehouse is starting ...');
  const city = await runCity(say);
  try {
    const broken = city.broken.then((error) => {
      throw error;
    });
    const stopped = await Promise.race([
      stopRequested,
      broken,
      welcome(city, { json, lang, withSample }),
    ]);
    if (stopped !== 'stop') await Promise.race([stopRequested, broken]);
    if (!json) say('Stopping: worker, ledger, Temporal ...');
  } catch (error) {
    await city.stop();
    throw error;
  }
  await city.stop();
  if (!json) say('Stopped. The next start goes on where it was.');
  process.exitCode = exitCode.ok;
}

async function welcome(
  city: City,
  { json, lang, withSample }: { json: boolean; lang: string | undefined; withSample: boolean },
): Promise<void> {
  if (withSample) await startSample(city);
  const readyMs = Math.round(performance.now());
  if (json) {
    const processes = await city.ledger.listProcesses({ status: 'active' });
    printJson({ ...city.place, home: city.settings.home, pid: process.pid, readyMs, processes });
  } else print(await cityPage(city, readyMs, readerLanguage(lang)));
}

/** Unless there is any process already. A sample that cannot begin keeps nobody from working. */
async function startSample({ client, ledger }: City): Promise<void> {
  const input = sample();
  if ((await ledger.listProcesses({ limit: 1 })).length > 0) return;
  try {
    await beginProcess(client, input);
  } catch (error) {
    if (!(error instanceof StatehouseError)) throw error;
    if (error.code !== 'ProcessExists') say(`The sample process did not start. ${error.message}`);
    return;
  }
  // The ledger hears of it a moment later.
  for (let tries = 0; tries < 100; tries++) {
    if ((await ledger.readProcess(input.id)) !== undefined) return;
    await sleep(50);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
