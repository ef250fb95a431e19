import { liveUntil, settled } from '../../client/live-until.ts';
import type { ProcessClient } from '../../client/process-client.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { coDesign } from '../../machines/co-design/co-design.ts';
import type { Fields, World } from './world.ts';

/** A life on a Temporal server that skips time, its ledger beside it. */
export class TemporalWorld implements World {
  readonly id: string;
  private readonly client: ProcessClient;

  private constructor(client: ProcessClient, id: string) {
    this.client = client;
    this.id = id;
  }

  static async begin(
    client: ProcessClient,
    id: string,
    input: JsonObject,
    startedBy: Actor,
    startsAt: string,
  ): Promise<TemporalWorld> {
    await client.start({ id, definition: coDesign, input, startedBy, rehearsal: { startsAt } });
    const world = new TemporalWorld(client, id);
    await settled(client, id);
    return world;
  }

  async send(type: string, fields: Fields, actor: Actor): Promise<void> {
    await this.client.send(this.id, { type, ...fields }, { actor });
    await settled(this.client, this.id);
  }

  async tell(child: string, type: string, fields: Fields, actor: Actor): Promise<void> {
    const { children } = await this.client.snapshot(this.id);
    const process = children.findLast((link) => link.process.startsWith(`${this.id}.${child}.`));
    if (process === undefined) throw new Error(`There is no child "${child}".`);
    await this.client.send(process.process, { type, ...fields }, { actor });
    await settled(this.client, this.id);
  }

  async until(instant: string): Promise<void> {
    await liveUntil(this.client, this.id, instant);
  }

  async context(): Promise<JsonObject> {
    return (await this.client.snapshot(this.id)).context as JsonObject;
  }

  async value(): Promise<JsonObject> {
    return (await this.client.snapshot(this.id)).value as JsonObject;
  }
}
