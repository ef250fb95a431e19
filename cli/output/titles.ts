import type { Definition } from '../../contracts/definition/definition.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { administrative } from '../../contracts/administrative-events.ts';
import { inLanguage } from './language.ts';
import { plain } from './plain.ts';
import { spaced } from './spaced.ts';

const ownEvents: Readonly<Record<string, { readonly en: string; readonly it: string }>> = {
  [administrative.started]: { en: 'Started', it: 'Avviato' },
  [administrative.deadlineResolved]: {
    en: 'Deadline set by the calendar',
    it: 'Termine fissato dal calendario',
  },
  [administrative.deadlinePostponed]: { en: 'Deadline postponed', it: 'Termine prorogato' },
  [administrative.suspended]: { en: 'Suspended', it: 'Sospeso' },
  [administrative.resumed]: { en: 'Resumed', it: 'Ripreso' },
  [administrative.corrected]: { en: 'Entry corrected', it: 'Iscrizione rettificata' },
  [administrative.stopped]: { en: 'Stopped', it: 'Fermato' },
  [administrative.migrated]: {
    en: 'Moved to another definition',
    it: 'Passato a un’altra definizione',
  },
};

/** What a definition calls its parts, in the reader's language. Without a definition everything goes by its id. */
export class Titles {
  private readonly definition: Definition | undefined;
  private readonly language: string | undefined;

  constructor(definition: Definition | undefined, language: string | undefined) {
    this.definition = definition;
    this.language = language ?? definition?.languages[0];
  }

  get process(): string {
    return this.definition === undefined ? '' : inLanguage(this.definition.title, this.language);
  }

  event(type: string): string {
    const own = entryOf(ownEvents, type) ?? entryOf(this.definition?.events, type)?.title;
    return own === undefined ? plain(type) : inLanguage(own, this.language);
  }

  role(id: string): string {
    const role = entryOf(this.definition?.roles, id);
    return role === undefined ? plain(id) : inLanguage(role.title, this.language);
  }

  roles(ids: readonly string[]): string {
    return ids.map((id) => this.role(id)).join(', ');
  }

  /** Of a timer id, `xstate.after.<delay>.<state>` or a name that the machine gave. */
  timer(id: string): string {
    const name = /^xstate\.after\.([^.]+)\./.exec(id)?.[1] ?? id;
    const delay = entryOf(this.definition?.delays, name);
    const title = typeof delay === 'object' && 'title' in delay ? delay.title : undefined;
    return title === undefined ? plain(name) : inLanguage(title, this.language);
  }

  state(key: string, node: StateNodeConfig | undefined): string {
    const title = node?.meta?.title;
    return title === undefined ? spaced(key) : inLanguage(title, this.language);
  }

  /** The titles on the way to a state, outermost first. */
  path(keys: readonly string[]): string[] {
    let node = this.definition?.machine;
    return keys.map((key) => {
      node = entryOf(node?.states, key);
      return this.state(key, node);
    });
  }
}

function entryOf<T>(entries: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}
