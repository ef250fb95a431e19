import type { Actor } from '../../contracts/actor.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { City } from '../machines/co-design/city.ts';
import type { Fields, World } from './world.ts';

/** A life without Temporal, in milliseconds. */
export class SimulatedWorld implements World {
  readonly city: City;

  constructor(input: JsonObject, startsAt: string) {
    this.city = new City(input, startsAt);
  }

  send(type: string, fields: Fields, actor: Actor): Promise<void> {
    this.letPassedFire();
    this.city.send(type, fields, actor);
    return Promise.resolve();
  }

  tell(child: string, type: string, fields: Fields, actor: Actor): Promise<void> {
    this.letPassedFire();
    this.city.tell(child, type, fields, actor);
    return Promise.resolve();
  }

  until(instant: string): Promise<void> {
    this.city.until(instant);
    return Promise.resolve();
  }

  context(): Promise<JsonObject> {
    return Promise.resolve(this.city.context);
  }

  value(): Promise<JsonObject> {
    return Promise.resolve(this.city.value);
  }

  /** On a server a deadline that is set for a time already past fires at once. */
  private letPassedFire(): void {
    this.city.until(this.city.simulation.now);
  }
}
