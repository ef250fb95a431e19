import { resolveDueRule } from '../../../calendar/resolve-due-rule.ts';
import type { Actor } from '../../../contracts/actor.ts';
import type { Json, JsonObject } from '../../../contracts/json.ts';
import type { LedgerEntry } from '../../../contracts/ledger-entry.ts';
import type { NextEvent } from '../../../contracts/next-answer.ts';
import { coDesign } from '../../../machines/co-design/co-design.ts';
import { explainNext } from '../../../machines/engine/explain-next.ts';
import { euGeneric } from '../../../machines/profiles/eu-generic.ts';
import { Simulation } from '../../../machines/simulate.ts';

export const lead: Actor = {
  subject: 'lea',
  roles: ['initiativeLead'],
  organisation: 'innovation',
};
export const lawyer: Actor = { subject: 'leo', roles: ['legalOfficer'] };
export const treasurer: Actor = { subject: 'fin', roles: ['financeOfficer'] };
export const privacyOfficer: Actor = { subject: 'dora', roles: ['dataProtectionOfficer'] };
export const steward: Actor = { subject: 'stella', roles: ['dataSteward'] };
export const clerk: Actor = { subject: 'carl', roles: ['cityClerk'] };
export const chair: Actor = { subject: 'cora', roles: ['councilChair'] };
export const councillor: Actor = { subject: 'carlo', roles: ['councilMember'] };
export const general: Actor = { subject: 'gina', roles: ['secretaryGeneral'] };
export const mayor: Actor = { subject: 'mara', roles: ['mayor'] };
export const press: Actor = { subject: 'pia', roles: ['communications'] };
export const court: Actor = { subject: 'tar', roles: ['supervisoryAuthority'] };

export function head(department: string): Actor {
  return { subject: `head-${department}`, roles: ['departmentHead'], organisation: department };
}

export function partner(id: string): Actor {
  return { subject: `rep-${id}`, roles: ['partnerRepresentative'], organisation: id };
}

/** The partners that a walk begins with: four of four sectors. */
export const partners = {
  city: 'city',
  neighbours: 'citizen',
  university: 'research',
  repairers: 'business',
} as const;
export const partnerIds = Object.keys(partners);

/** What `sectors` and dates a test does not care about are. */
export const beginning = '2027-03-01T09:00:00.000Z';

type Fields = Readonly<Record<string, Json>>;

/** One initiative and the processes it starts, lived through in the city's own calendar. */
export class City {
  readonly simulation: Simulation;
  readonly id = 'repair-desks';

  constructor(input: JsonObject = {}, startsAt: string = beginning) {
    this.simulation = new Simulation(
      startsAt,
      (rule, { calendar }) => resolveDueRule(rule, calendar).dueAt,
    );
    this.simulation.start(
      this.id,
      coDesign,
      {
        initiativeId: this.id,
        title: 'Repair desks',
        problem: 'Things that could be mended are thrown away.',
        cityId: 'example',
        ownerDepartment: 'environment',
        profile: euGeneric as unknown as JsonObject,
        ...input,
      },
      lead,
    );
    this.simulation.advanceTo(startsAt);
  }

  /** @throws StatehouseError as the real process would answer */
  send(type: string, fields: Fields, actor: Actor): LedgerEntry {
    return this.simulation.send(this.id, { type, ...fields }, actor);
  }

  /** To the newest child whose id is `id`, such as `act-1` or `dataset-trees`. */
  tell(id: string, type: string, fields: Fields, actor: Actor): LedgerEntry {
    return this.simulation.send(this.child(id), { type, ...fields }, actor);
  }

  /** The process id of the newest child of that id. */
  child(id: string): string {
    const found = this.simulation.ids().findLast((own) => own.startsWith(`${this.id}.${id}.`));
    if (found === undefined) throw new Error(`There is no child "${id}".`);
    return found;
  }

  /** Lives on until an instant, or until the end of a day in UTC. */
  until(day: string): void {
    this.simulation.advanceTo(day.length === 10 ? `${day}T23:59:59.999Z` : day);
  }

  get value(): JsonObject {
    return this.simulation.state(this.id).snapshot['value'] as JsonObject;
  }

  get status(): Json | undefined {
    return this.simulation.state(this.id).snapshot['status'];
  }

  get output(): Json | undefined {
    return this.simulation.state(this.id).snapshot['output'];
  }

  get context(): Record<string, Json> {
    return this.simulation.state(this.id).snapshot['context'] as Record<string, Json>;
  }

  /** The stage, without what is inside it: `exploring`, `goingOfficial`, `official`, `suspended`, `closing`, … */
  get stage(): string {
    const lifecycle = this.value['lifecycle'] as Json;
    const inner =
      typeof lifecycle === 'object' && lifecycle !== null
        ? Object.entries(lifecycle as JsonObject)[0]
        : undefined;
    if (inner === undefined) return lifecycle as string;
    return typeof inner[1] === 'string' ? inner[1] : (Object.keys(inner[1] as object)[0] ?? '');
  }

  /** What is inside a stage: `part('goingOfficial')`. */
  part(stage: string): Json | undefined {
    const lifecycle = this.value['lifecycle'] as { underWay?: JsonObject };
    return lifecycle.underWay?.[stage];
  }

  /** Items of the checklist that are met: `['C1', 'C4']`. */
  get met(): string[] {
    return (this.context['checklist'] as { item: string; met: boolean }[])
      .filter(({ met }) => met)
      .map(({ item }) => item);
  }

  /** Open deadlines of the initiative, by the name of the delay. */
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

  /** What `next` answers about one event. */
  next(type: string): NextEvent | undefined {
    const { simulation, id } = this;
    return explainNext(simulation.program(id), simulation.state(id), simulation.now).events.find(
      (event) => event.type === type,
    );
  }

  /** Why an event is not possible yet, in English. */
  whyNot(type: string): string[] {
    return (this.next(type)?.whyNot ?? []).map(({ en }) => en ?? '');
  }

  /** Templates of the notices that the initiative sent. */
  get notices(): string[] {
    return this.simulation.effects
      .filter(({ process, type }) => process === this.id && type === 'notify')
      .map(({ params }) => (params as { template: string }).template);
  }

  /** What the initiative made public. */
  get published(): string[] {
    return this.simulation.effects
      .filter(({ process, type }) => process === this.id && type === 'publish')
      .map(({ params }) => (params as { what: string }).what);
  }

  /** Every partner sends the same, each for itself; those who would come too late are left out. */
  together(type: string, fields: Fields, ids: readonly string[] = partnerIds): void {
    for (const id of ids) {
      if (this.next(type)?.possible === false) return;
      try {
        this.send(type, fields, partner(id));
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('not possible')) throw error;
      }
    }
  }
}
