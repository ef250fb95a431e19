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
  const now = (): number => at;
  // The sandbox's own constructor cannot be changed, nor be stood in for by a proxy of itself.
  const free = function (): void {
    now();
  };
  return new Proxy(free, {
    construct: (_free, given: unknown[]) =>
      Reflect.construct(real, given.length === 0 ? [at] : given) as Date,
    apply: () => new real(at).toString(),
    get: (_free, key) => (key === 'now' ? now : (Reflect.get(real, key) as unknown)),
  }) as unknown as DateConstructor;
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
