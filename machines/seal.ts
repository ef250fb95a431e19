import type { SealedValue } from '../contracts/commitment.ts';
import { Commitment } from '../contracts/commitment.ts';
import { contentHash } from '../contracts/content-hash.ts';
import type { EventDefinition } from '../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../contracts/json.ts';
import type { RecordedEvent } from '../contracts/recorded-event.ts';

export interface Sealed {
  readonly event: RecordedEvent;
  readonly values: SealedValue[];
}

/**
 * The event as it is recorded and as the machine sees it: fields that are not public become salted commitments, their values are
 * kept beside it. A field that comes as a commitment already stays one; its value lies with whoever made it.
 *
 * @param salt gives a new unguessable text at each call
 */
export function seal(
  event: RecordedEvent,
  definition: EventDefinition | undefined,
  salt: () => string,
): Sealed {
  const values: SealedValue[] = [];
  const fields = sealFields(event, definition?.schema, '', salt, values);
  return { event: { ...fields, type: event.type }, values };
}

function sealFields(
  fields: JsonObject,
  schema: JsonObject | undefined,
  path: string,
  salt: () => string,
  values: SealedValue[],
): Record<string, Json> {
  const properties = objectOf(schema?.['properties']);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const property = objectOf(properties?.[name]);
      const own = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const publicity = property?.['publicity'];
      if (publicity === 'internal' || publicity === 'personal') {
        if (Commitment.safeParse(value).success) return [name, value];
        const sealed: SealedValue = { path: own, publicity, salt: salt(), value };
        values.push(sealed);
        return [name, { $commitment: commitmentOf(sealed) }];
      }
      const inner = objectOf(value);
      return [name, inner === undefined ? value : sealFields(inner, property, own, salt, values)];
    }),
  );
}

/** The hash that stands for a value: nobody can guess the value from it without the salt. */
export function commitmentOf({ salt, value }: Pick<SealedValue, 'salt' | 'value'>): string {
  return contentHash([salt, value]);
}

function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}
