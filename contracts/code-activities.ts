import type { Json } from './json.ts';

/** What the code of a registered machine is to do outside: its name, and the name of the actor or action within it. */
interface CodeWork {
  /** Same at every try: what must happen once can be told apart by it. */
  readonly key: string;
  readonly process: string;
  readonly machine: string;
}

/** How a promise ended. It is data, not a failure: what a rejection means is for the machine to say. */
export type ActorAnswer = { readonly output?: Json } | { readonly error: Json };

/** What a worker with code machines does for them. Activity names are wire names. */
export interface CodeActivities {
  /** Runs a promise actor to its end. Up to `attempts` tries are made before a rejection counts. */
  runActor(
    work: CodeWork & { readonly src: string; readonly input?: Json; readonly attempts: number },
  ): Promise<ActorAnswer>;
  /** Runs a custom action with what it was given in the machine. */
  runAction(work: CodeWork & { readonly action: string; readonly given: Json }): Promise<void>;
}
