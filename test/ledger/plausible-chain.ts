import fc from 'fast-check';
import type { Effect } from '../../contracts/effect.ts';
import { EntryChain, type Fact } from './entry-chain.ts';

type Timer = { readonly id: string; readonly generation: number };

const step = fc.record({
  kind: fc.constantFrom(
    'event',
    'arm',
    'rule',
    'cancel',
    'fire',
    'resolve',
    'postpone',
    'suspend',
    'resume',
    'rearm',
    'end',
  ),
  timer: fc.constantFrom('review', 'veto', 'notice'),
  days: fc.integer({ min: 1, max: 900 }),
  pick: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const title = fc.constantFrom('A park', { en: 'A park', it: 'Un parco' }, 7, {
  $commitment: 'a'.repeat(64),
});

/** Writes a chain as the interpreter would: timers are armed before they fire, and every arming has its own generation. */
class PlausibleChain {
  readonly chain: EntryChain;
  #open: Timer[] = [];
  #generation = 0;

  constructor(process: string) {
    this.chain = new EntryChain(process);
  }

  add({ kind, timer, days, pick }: Step): void {
    const dueAt = new Date(Date.UTC(2027, 0, 1 + days)).toISOString();
    const about = this.#open[pick % Math.max(1, this.#open.length)];
    const administration = (type: string): Fact => ({ kind: 'administration', event: { type } });
    if (kind === 'arm') this.#arm({ dueAt }, timer);
    else if (kind === 'rule') this.#arm({ rule: { from: dueAt, plus: 'P10BD' } }, timer);
    else if (kind === 'suspend') this.#write(administration('statehouse.suspended'));
    else if (kind === 'resume') this.#write(administration('statehouse.resumed'));
    else if (kind === 'end' && days > 850) this.#write({ status: 'done', to: 'closed' });
    else if (about !== undefined) this.#about(kind, about, dueAt);
    else this.#write({ to: { stage: timer } });
  }

  #about(kind: Step['kind'], { id, generation }: Timer, dueAt: string): void {
    const about = { id, generation };
    if (kind === 'cancel' || kind === 'fire') {
      this.#open = this.#open.filter((open) => open.generation !== generation);
    }
    const arm = { kind: 'arm' as const, ...about, event: { type: 'due' }, dueAt };
    const moved = (type: string): NonNullable<Fact['event']> => ({
      type: `statehouse.deadline.${type}`,
      dueAt,
    });
    if (kind === 'cancel') this.#write({ effects: [{ kind: 'cancel', ...about }] });
    else if (kind === 'fire') this.#write({ kind: 'timer', about, event: { type: 'due' } });
    else if (kind === 'rearm') this.#write({ effects: [arm] });
    else if (kind === 'resolve') this.#write({ kind: 'deadline', about, event: moved('resolved') });
    else this.#write({ kind: 'administration', about, event: moved('postponed') });
  }

  #arm(due: Pick<Extract<Effect, { kind: 'arm' }>, 'dueAt' | 'rule'>, id: string): void {
    this.#generation += 1;
    const timer = { id, generation: this.#generation };
    this.#open = [...this.#open.filter((open) => open.id !== id), timer];
    this.#write({ effects: [{ kind: 'arm', ...timer, event: { type: 'due' }, ...due }] });
  }

  #write(fact: Fact): void {
    this.chain.add(fact);
  }
}

let made = 0;

/** Chains that could have happened, each of another process. */
export const plausibleChain: fc.Arbitrary<EntryChain> = fc
  .record({
    title,
    rehearsal: fc.boolean(),
    child: fc.boolean(),
    steps: fc.array(step, { maxLength: 30 }),
  })
  .map(({ title: given, rehearsal, child, steps }) => {
    const plausible = new PlausibleChain(`plausible-${(made += 1)}`);
    const event = {
      type: 'statehouse.started',
      input: { title: given },
      ...(rehearsal ? { rehearsal: { startsAt: '2030-01-01T00:00:00.000Z' } } : {}),
      ...(child ? { parent: 'the-parent' } : {}),
    };
    plausible.chain.add({ kind: 'started', event });
    for (const each of steps) plausible.add(each);
    return plausible.chain;
  });
