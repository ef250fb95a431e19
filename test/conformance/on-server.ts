import { liveUntil, settled } from '../../client/live-until.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { compile } from '../../machines/compile/compile.ts';
import type { City } from '../helpers/city.ts';
import type { Life, Observation } from './observation.ts';
import { effectsOf } from './pure-life.ts';

const tester = { subject: 'test', roles: ['tester'] };
/** Milliseconds by which each step comes later than on the oracle's clock, which stands still meanwhile. */
const slack = 60_000;

/** A process on a real server, rehearsed: its hours are moved on, and it is looked at when all is quiet. */
export class OnServer implements Life {
  private readonly city: City;
  private readonly root: string;
  private readonly definition: Definition;
  private clock: number;
  private steps = 0;
  private readonly seen = new Map<string, number>();

  private constructor(city: City, root: string, definition: Definition, startsAt: string) {
    this.city = city;
    this.root = root;
    this.definition = definition;
    this.clock = Date.parse(startsAt);
  }

  static async begin(
    city: City,
    id: string,
    definition: Definition,
    startsAt: string,
  ): Promise<OnServer> {
    const life = new OnServer(city, id, definition, startsAt);
    await city.client.start({
      id,
      definition,
      input: { a: 0 },
      startedBy: tester,
      rehearsal: { startsAt },
    });
    await life.settle();
    return life;
  }

  async send(path: readonly string[], event: { type: string; n: number }): Promise<boolean> {
    this.steps += 1;
    const id = await this.processAt(path);
    try {
      await this.city.client.send(id, event, { actor: tester });
    } catch (error) {
      if (error instanceof StatehouseError && error.code === 'NotAllowedNow') return false;
      if (error instanceof StatehouseError && error.code === 'ProcessNotFound') return false;
      throw error;
    }
    await this.settle();
    return true;
  }

  async wait(milliseconds: number): Promise<void> {
    this.clock += milliseconds;
    this.steps += 1;
    if (!(await this.isActive())) return;
    const instant = new Date(this.clock + this.steps * slack).toISOString();
    await liveUntil(this.city.client, this.root, instant);
    await this.settle();
  }

  observe(): Promise<Observation> {
    return this.observation(this.root, this.definition);
  }

  async drain(): Promise<string[]> {
    const lines: string[] = [];
    const visit = async (id: string): Promise<void> => {
      const entries = await this.entries(id);
      const since = this.seen.get(id) ?? 0;
      this.seen.set(id, entries.length);
      lines.push(
        ...entries
          .slice(since)
          .flatMap((entry) => effectsOf({ ...entry, process: this.named(id) })),
      );
      for (const effect of entries.flatMap(({ effects }) => effects))
        if (effect.kind === 'invoke') await visit(`${id}.${effect.id}.${effect.generation}`);
    };
    await visit(this.root);
    return lines;
  }

  private named(id: string): string {
    return `root${id.slice(this.root.length)}`;
  }

  private async entries(process: string): Promise<LedgerEntry[]> {
    const all = [];
    for await (const entry of this.city.ledger.readEntries({ process })) all.push(entry);
    return all;
  }

  private async isActive(): Promise<boolean> {
    return (await this.city.client.snapshot(this.root)).status === 'active';
  }

  /** Quiet twice in a row: a word on its way between two processes is in neither. */
  private async settle(): Promise<void> {
    let before = '';
    for (let quiet = 0; quiet < 3;) {
      const family = await settled(this.city.client, this.root);
      const now = family.map(({ process, seq }) => `${process}@${seq}`).join(' ');
      quiet = now === before ? quiet + 1 : 0;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  private async processAt(path: readonly string[]): Promise<string> {
    let id = this.root;
    for (const part of path) {
      const { invocations } = await this.city.client.snapshot(id);
      const running = invocations.find((invocation) => invocation.id === part);
      id = `${id}.${part}.${running?.generation ?? 0}`;
    }
    return id;
  }

  private async observation(id: string, definition: Definition): Promise<Observation> {
    const { value, context, status, output, timers, invocations } =
      await this.city.client.snapshot(id);
    const children: Record<string, Observation> = {};
    for (const { id: name, generation, src } of invocations) {
      const inner = definition.machines?.[src];
      if (inner === undefined) continue;
      const child = await this.observation(`${id}.${name}.${generation}`, inner);
      if (child.status === 'active') children[name] = child;
    }
    const { tags } = compile(definition).machine.resolveState({
      value,
      context: context as JsonObject,
    });
    return {
      value,
      context,
      status,
      output,
      tags: [...tags].sort(),
      timers: timers.map(({ event }) => event.type).sort(),
      children,
    };
  }
}
