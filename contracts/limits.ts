/** Budgets that keep a process away from Temporal's cliffs (2 MB a payload, 4 MB a workflow task). Bytes of JSON text. */
export const limits = {
  /** All that goes to a process at a time. */
  update: 1_900_000,
  /** One event with all its fields. */
  event: 256 * 1024,
  /** A definition with its children. */
  definition: 1024 * 1024,
  /** The whole state that continue-as-new must carry, the definition included. */
  carried: 1_500_000,
  /** All that continue-as-new hands over: that, the keys, and what waits. */
  handedOver: 2_000_000,
  /** What one step asks of the outside, all effects together. */
  effects: 1_000_000,
  /** Microsteps of one event before a machine counts as endless. */
  microsteps: 1000,
  /** Idempotency keys remembered across continue-as-new. */
  keys: 1000,
} as const;
