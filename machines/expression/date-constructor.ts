/**
 * Imported before CEL for what it does: Temporal's sandbox puts its own `Date` in the place of the language's, but leaves every
 * date with the old one as its constructor. CEL knows a timestamp by its constructor, so `now` would be of no type it has.
 * Here `Date.prototype.constructor` is `Date` again, as the language promises.
 */
if (Date.prototype.constructor !== Date) {
  Object.defineProperty(Date.prototype, 'constructor', {
    value: Date,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

export {};
