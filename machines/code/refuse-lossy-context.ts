/**
 * A context is kept as JSON between two steps. What JSON cannot say would come back as something else, so it is refused at once
 * and not only after the next restart.
 *
 * @throws Error naming the place in the context
 */
export function refuseLossyContext(value: unknown, place = 'context'): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'object') {
    if (!isActorRef(value)) refuseLossyObject(value, place);
    return;
  }
  if (typeof value !== 'number') throw lossy(place, `a ${typeof value}`);
  if (!Number.isFinite(value)) throw lossy(place, String(value));
}

function refuseLossyObject(value: object, place: string): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      refuseLossyContext(item, `${place}.${index}`);
    });
    return;
  }
  // The sandbox has an Object of its own for some values, so the prototype is known by having none above it.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw lossy(place, `a ${value.constructor.name}`);
  for (const [key, item] of Object.entries(value)) refuseLossyContext(item, `${place}.${key}`);
}

/** XState writes a reference to an actor as its id and reads it back. */
function isActorRef(value: object): boolean {
  return 'sessionId' in value && 'send' in value;
}

function lossy(place: string, what: string): Error {
  return new Error(
    `\`${place}\` would be ${what}, which cannot be kept: a context is kept as JSON. Use texts, numbers, booleans, lists and plain objects.`,
  );
}
