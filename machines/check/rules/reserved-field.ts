import { propertiesOf } from '../fields.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';

/** The engine writes these into every event, over what the sender gave. */
const reserved: Readonly<Record<string, string>> = {
  type: 'the name of the event',
  at: 'the instant at which it was accepted',
  actor: 'who sent it',
};

export const reservedField: Rule = {
  code: 'reserved-field',
  severity: 'error',
  about: 'A field of an event has a name that means something else: `type`, `at` or `actor`.',
  find: ({ definition }) =>
    Object.entries(definition.events).flatMap(([type, { schema }]) =>
      Object.keys(propertiesOf(schema))
        .filter((name) => Object.hasOwn(reserved, name))
        .map((name) => ({
          path: pointerTo('/events', type, 'schema', 'properties', name),
          message: `"${type}" has a field "${name}", but event.${name} is always ${reserved[name] ?? ''}.`,
          mend: 'Give the field another name.',
        })),
    ),
};
