import { contentHash } from '../../contracts/content-hash.ts';

/**
 * Runs code with a clock that stands at `at` and with chance drawn from `seed`, so that it comes out the same when it is run again:
 * in a dry run, on another worker, years later in an audit.
 */
export function withinStep<T>(seed: unknown, at: string, run: () => T): T {
  const { Date, Math } = globalThis;
  globalThis.Date = standing(Date, Date.parse(at));
  // The sandbox freezes its own.
  globalThis.Math = Object.create(Math, { random: { value: chance(seed) } }) as typeof Math;
  try {
    return run();
  } finally {
    globalThis.Date = Date;
    globalThis.Math = Math;
  }
}

function standing(real: DateConstructor, at: number): DateConstructor {
  class StandingDate extends real {
    constructor(...given: [number] | []) {
      const all: [number] = given.length === 0 ? [at] : given;
      super(...all);
    }
    static override now(): number {
      return at;
    }
  }
  return StandingDate as DateConstructor;
}

/** The generator "mulberry32": small, and the same everywhere. */
function chance(seed: unknown): () => number {
  let state = 0;
  let seeded = false;
  return () => {
    // Most steps ask for no chance, so the seed is worked out when the first one does.
    if (!seeded) state = Number.parseInt(contentHash(seed).slice(0, 8), 16);
    seeded = true;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
