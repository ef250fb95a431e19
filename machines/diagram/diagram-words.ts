import type { Definition } from '../../contracts/definition/definition.ts';
import type { GuardRef } from '../../contracts/definition/state-node.ts';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import type { PlacedTransition } from '../check/placed-transition.ts';
import type { StateNode } from '../check/state-tree.ts';

export type Say = (text: LocalizedText) => string;

const longestGuard = 60;
const asBefore = { en: 'where it was before', it: 'dov’era prima' };
const atOnce = { en: 'at once', it: 'subito' };
const whenDone = { en: 'when done', it: 'al termine' };
const answers = { en: 'has answered', it: 'ha risposto' };
const fails = { en: 'has failed', it: 'non è riuscito' };
const ifConditions = { en: 'conditions', it: 'condizioni' };

/** What stands on states and arrows. */
export class DiagramWords {
  private readonly definition: Definition;
  private readonly say: Say;

  constructor(definition: Definition, say: Say) {
    this.definition = definition;
    this.say = say;
  }

  state({ config, key, path, type }: StateNode): string {
    if (type === 'history' && config.meta?.title === undefined) return this.say(asBefore);
    const title = config.meta?.title ?? (path === '' ? this.definition.title : undefined);
    return title === undefined ? key : this.say(title);
  }

  responsible({ config }: StateNode): string[] {
    const { roles } = this.definition;
    return (config.meta?.responsible ?? []).map((id) =>
      Object.hasOwn(roles, id) ? this.titleOf(roles[id], id) : id,
    );
  }

  transition(transition: PlacedTransition): string {
    const trigger = this.trigger(transition);
    const guard = this.guard(transition.config.guard);
    if (guard === '') return trigger;
    return transition.trigger === 'always' ? `[${guard}]` : `${trigger} [${guard}]`;
  }

  private trigger({ trigger, name }: PlacedTransition): string {
    const { events, delays = {} } = this.definition;
    switch (trigger) {
      case 'event':
        return Object.hasOwn(events, name) ? this.titleOf(events[name], name) : name;
      case 'delay': {
        const delay = Object.hasOwn(delays, name) ? delays[name] : undefined;
        return typeof delay === 'object' ? this.titleOf(delay, name) : name;
      }
      case 'always':
        return this.say(atOnce);
      case 'stateDone':
        return this.say(whenDone);
      case 'childDone':
      case 'childSnapshot':
        return `${name} ${this.say(answers)}`;
      case 'childError':
        return `${name} ${this.say(fails)}`;
    }
  }

  /** Conditions joined from several would bury the drawing; the definition has them in full. */
  private guard(ref: GuardRef | undefined): string {
    if (ref === undefined) return '';
    const { guards = {} } = this.definition;
    const name = typeof ref === 'string' ? ref : ref.type;
    const text = Object.hasOwn(guards, name) ? this.titleOf(guards[name], '') : '';
    return text === '' || text.length > longestGuard ? this.say(ifConditions) : text;
  }

  private titleOf(named: object | undefined, fallback: string): string {
    const title = named !== undefined && 'title' in named ? named.title : undefined;
    return title === undefined ? fallback : this.say(title as LocalizedText);
  }
}
