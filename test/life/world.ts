import type { Actor } from '../../contracts/actor.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';

export type Fields = Readonly<Record<string, Json>>;

/** Where a life is lived: in a simulation, or on Temporal with its time skipped. The same script runs in both. */
export interface World {
  /** To the initiative itself. */
  send(type: string, fields: Fields, actor: Actor): Promise<void>;
  /** To the newest child of that name, such as `act-1`. */
  tell(child: string, type: string, fields: Fields, actor: Actor): Promise<void>;
  /** Lives on until an instant; every deadline on the way fires at its time. */
  until(instant: string): Promise<void>;
  context(): Promise<JsonObject>;
  value(): Promise<JsonObject>;
}
