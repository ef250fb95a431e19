/** How the worker does the work of one actor. */
export interface ActorOptions {
  /** Longest time one try may take, in milliseconds. Default ten minutes; then it is tried again. */
  readonly timeout?: number;
  /** Tries before a rejection reaches the machine's `onError`. Default one. A worker's crash never counts as one. */
  readonly attempts?: number;
}

export interface DurableOptions {
  /** Under which name processes ask for the machine. Default: the machine's id. */
  readonly name?: string;
  /** By the actor's name in `setup({ actors })`. */
  readonly actors?: Readonly<Record<string, ActorOptions>>;
}
