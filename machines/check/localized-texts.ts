import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import { objectOf, propertiesOf } from './fields.ts';
import { pointerTo } from './json-pointer.ts';
import { nameOf, stateTree } from './state-tree.ts';

export interface PlacedText {
  readonly text: LocalizedText;
  readonly pointer: string;
  /** What the text is, for a sentence. */
  readonly what: string;
}

/** Every text for people in a definition, its children's not among them. */
export function localizedTexts(definition: Definition): PlacedText[] {
  const { roles, events, guards, delays, properties, input } = definition;
  return [
    ...textsIn(definition, '', 'the process'),
    ...tableTexts(roles, '/roles', 'the role'),
    ...tableTexts(events, '/events', 'the event'),
    ...tableTexts(guards, '/guards', 'the condition'),
    ...tableTexts(delays, '/delays', 'the deadline'),
    ...(properties ?? []).flatMap((property, index) =>
      textsIn(property, pointerTo('/properties', index), 'a property'),
    ),
    ...stateTree(definition.machine, definition.id).nodes.flatMap((node) =>
      textsIn(node.config.meta, pointerTo(node.pointer, 'meta'), nameOf(node)),
    ),
    ...Object.entries(events).flatMap(([type, { schema }]) =>
      schemaTexts(schema, pointerTo('/events', type, 'schema'), `the event "${type}"`),
    ),
    ...schemaTexts(input, '/input', 'the input'),
  ];
}

function tableTexts(table: object | undefined, pointer: string, what: string): PlacedText[] {
  return Object.entries(table ?? {}).flatMap(([name, item]) =>
    textsIn(item, pointerTo(pointer, name), `${what} "${name}"`),
  );
}

function textsIn(holder: unknown, pointer: string, what: string): PlacedText[] {
  if (typeof holder !== 'object' || holder === null) return [];
  const texts = holder as Readonly<Record<string, LocalizedText | undefined>>;
  return ['title', 'description', 'resting'].flatMap((key) => {
    const text = texts[key];
    return typeof text === 'object'
      ? [{ text, pointer: pointerTo(pointer, key), what: `The ${key} of ${what}` }]
      : [];
  });
}

/** In a JSON Schema `title` and `description` may be given by language too. */
function schemaTexts(schema: JsonObject | undefined, pointer: string, what: string): PlacedText[] {
  if (schema === undefined) return [];
  return [
    ...textsIn(schema, pointer, what),
    ...Object.entries(propertiesOf(schema)).flatMap(([name, property]) =>
      schemaTexts(
        property,
        pointerTo(pointer, 'properties', name),
        `the field "${name}" of ${what}`,
      ),
    ),
    ...schemaTexts(objectOf(schema['items']), pointerTo(pointer, 'items'), what),
  ];
}
