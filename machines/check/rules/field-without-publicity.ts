import { objectOf, propertiesOf } from '../fields.ts';
import type { Json, JsonObject } from '../../../contracts/json.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';

const words = ['public', 'internal', 'personal'];

export const fieldWithoutPublicity: Rule = {
  code: 'field-without-publicity',
  severity: 'error',
  about: 'A field of an event does not say whether it is public, internal or personal.',
  find: ({ definition }) =>
    Object.entries(definition.events).flatMap(([type, { schema }]) =>
      inObject(schema, pointerTo('/events', type, 'schema'), type),
    ),
};

function inObject(schema: JsonObject | undefined, pointer: string, of: string): Found[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    const own = pointerTo(pointer, 'properties', name);
    const field = `${of}: ${name}`;
    const { publicity } = property;
    if (typeof publicity === 'string' && words.includes(publicity))
      return hidden(property, own, field);
    if (publicity === undefined && Object.keys(propertiesOf(property)).length > 0)
      return inObject(property, own, field);
    return [
      {
        path: own,
        message:
          publicity === undefined
            ? `The field "${field}" does not say who may see it.`
            : `The field "${field}" is ${JSON.stringify(publicity)}, which is no publicity.`,
        mend: 'Set `publicity` to public, internal or personal; only public fields are published.',
      },
    ];
  });
}

/** Inside a list, or inside a public field, nothing is sealed any more. */
function hidden(property: JsonObject, pointer: string, field: string): Found[] {
  if (property['publicity'] !== 'public') return [];
  return deepPrivate(property, pointer, false).map((path) => ({
    path,
    message: `Something inside the list "${field}" is marked as not public, but only whole fields can be sealed.`,
    mend: 'Mark the whole field, or move the private part into a field of its own.',
  }));
}

function deepPrivate(schema: Json | undefined, pointer: string, inList: boolean): string[] {
  const object = objectOf(schema);
  if (object === undefined) return [];
  const own = inList && (object['publicity'] === 'internal' || object['publicity'] === 'personal');
  return [
    ...(own ? [pointer] : []),
    ...Object.entries(propertiesOf(object)).flatMap(([name, inner]) =>
      deepPrivate(inner, pointerTo(pointer, 'properties', name), inList),
    ),
    ...deepPrivate(object['items'], pointerTo(pointer, 'items'), true),
  ];
}
