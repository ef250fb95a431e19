import { resolveDueRule } from '../../calendar/resolve-due-rule.ts';
import type { Actor } from '../../contracts/actor.ts';
import { Definition } from '../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { Simulation } from '../../machines/simulate.ts';

const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });
const operator: Actor = { subject: 'operator-1', roles: ['operator'] };

/** A parent that keeps what its child tells it, and passes on what it is told to pass on. */
function parentOf(child: Definition): Definition {
  return Definition.parse({
    format: 'statehouse/1',
    id: 'parent',
    version: '1.0.0',
    title: { en: 'Parent' },
    languages: ['en'],
    roles: { operator: { title: { en: 'Operator' } } },
    events: {
      'relay.asked': {
        title: { en: 'Pass it on' },
        by: ['operator'],
        schema: {
          type: 'object',
          properties: { event: { type: 'object', publicity: 'public' } },
        },
      },
    },
    machines: { child },
    machine: {
      id: 'parent',
      context: { input: cel('input'), told: [], output: null },
      initial: 'waiting',
      states: {
        waiting: {
          invoke: {
            id: 'child',
            src: 'child',
            input: cel('context.input'),
            onDone: {
              target: 'done',
              actions: { type: 'set', params: { output: cel('event.output') } },
            },
          },
          on: {
            'relay.asked': {
              actions: { type: 'sendTo', params: { to: 'child', event: cel('event.event') } },
            },
            '*': {
              actions: {
                type: 'record',
                params: { list: 'told', fields: { event: cel('event') } },
              },
            },
          },
        },
        done: {
          on: {
            '*': {
              actions: {
                type: 'record',
                params: { list: 'told', fields: { event: cel('event') } },
              },
            },
          },
        },
      },
    },
  });
}

/** One child machine lived through in the city's own calendar, with a parent that listens. */
export class ChildLife {
  readonly simulation: Simulation;

  constructor(definition: Definition, input: JsonObject, startsAt: string) {
    this.simulation = new Simulation(
      startsAt,
      (rule, { calendar }) => resolveDueRule(rule, calendar).dueAt,
    );
    this.simulation.start('parent', parentOf(definition), input, operator);
    this.simulation.advanceTo(startsAt);
  }

  /** @throws StatehouseError as the real process would answer */
  send(type: string, fields: JsonObject, actor: Actor): LedgerEntry {
    return this.simulation.send(this.id, { type, ...fields }, actor);
  }

  /** Passes an event from the parent to the child, as another process would. */
  relay(type: string, fields: JsonObject = {}): void {
    this.simulation.send('parent', { type: 'relay.asked', event: { type, ...fields } }, operator);
  }

  /** Lives on until the end of `day` in UTC, or until an instant. */
  until(day: string): void {
    this.simulation.advanceTo(day.length === 10 ? `${day}T23:59:59.999Z` : day);
  }

  get value(): Json {
    return this.simulation.state(this.id).snapshot['value'] ?? null;
  }

  get context(): Record<string, Json> {
    return this.simulation.state(this.id).snapshot['context'] as Record<string, Json>;
  }

  get output(): Json {
    return this.parent['output'] ?? null;
  }

  /** Open deadlines of the child, by the name of the delay. */
  get deadlines(): Record<string, string | undefined> {
    return Object.fromEntries(
      this.simulation
        .state(this.id)
        .timers.map(({ event, dueAt }) => [
          /^xstate\.after\.([^.]+)/.exec(event.type)?.[1] ?? event.type,
          dueAt,
        ]),
    );
  }

  /** What the parent was told, in order: types, or whole events of one type. */
  told(type?: string): Json[] {
    const events = (this.parent['told'] as { event: { type: string } & JsonObject }[]).map(
      ({ event }) => event,
    );
    if (type === undefined) return events.map((event) => event.type);
    return events
      .filter((event) => event.type === type)
      .map(({ type: _type, at: _at, actor: _actor, ...fields }) => fields);
  }

  /** Templates of the notices that were sent, with the roles they went to. */
  get notices(): string[] {
    return this.simulation.effects
      .filter(({ process, type }) => process === this.id && type === 'notify')
      .map(({ params }) => {
        const { template, roles } = params as { template: string; roles: string[] };
        return `${template} -> ${roles.join(', ')}`;
      });
  }

  private get parent(): Record<string, Json> {
    return this.simulation.state('parent').snapshot['context'] as Record<string, Json>;
  }

  private get id(): string {
    const id = this.simulation.ids().find((own) => own.startsWith('parent.child'));
    if (id === undefined) throw new Error('The parent has started no child.');
    return id;
  }
}
