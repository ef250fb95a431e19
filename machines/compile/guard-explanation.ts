import type { AnyMachineSnapshot } from 'xstate';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import type { Args } from './view-of.ts';

/** A guard opened up for the question «why not yet?». */
export interface GuardExplanation {
  /** True when the answer depends on an event that nobody has sent yet. */
  readonly readsEvent: boolean;
  readonly words: (args: Args) => LocalizedText;
  readonly holds: (args: Args, snapshot: AnyMachineSnapshot) => boolean;
  /** For `and`: its parts, of which each has words of its own. */
  readonly parts?: readonly GuardExplanation[];
}

export type GuardExplanations = WeakMap<object, GuardExplanation>;
