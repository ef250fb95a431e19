import type { Effect } from '../contracts/effect.ts';

/** An effect and its place in its entry, which its key comes from. */
interface Placed {
  readonly effect: Effect;
  readonly index: number;
}

/**
 * The effects of an entry in the order in which they can be carried out: a word to an actor that the same step starts later, which
 * XState keeps in the actor's mailbox, waits until the actor is there.
 */
export function startsFirst(effects: readonly Effect[]): Placed[] {
  const toStart = new Set(
    effects.flatMap((effect) => (effect.kind === 'invoke' ? [effect.generation] : [])),
  );
  const waiting: Placed[] = [];
  return effects.flatMap((effect, index) => {
    const placed = { effect, index };
    if (effect.kind === 'send' && toStart.has(effect.generation ?? 0)) {
      waiting.push(placed);
      return [];
    }
    if (effect.kind !== 'invoke') return [placed];
    toStart.delete(effect.generation);
    const words = waiting.filter(
      ({ effect: word }) => word.kind === 'send' && word.generation === effect.generation,
    );
    return [placed, ...words];
  });
}
