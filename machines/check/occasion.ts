import type { PlacedTransition } from './placed-transition.ts';

/**
 * When something is computed, which decides what it can see: at the `start` (the initial context), in a `transition`, on entering
 * or leaving a state (`any` event may have led there), or nobody knows, because nothing uses it (`never`).
 */
export type Occasion =
  | { readonly kind: 'start' | 'any' | 'never' }
  | { readonly kind: 'transition'; readonly transition: PlacedTransition };

export const atStart: Occasion = { kind: 'start' };
export const anyEvent: Occasion = { kind: 'any' };
export const never: Occasion = { kind: 'never' };
