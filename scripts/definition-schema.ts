import {
  Administration,
  CalendarDefinition,
  Definition,
  EventDefinition,
  Property,
  RoleDefinition,
} from '../contracts/definition/definition.ts';
import { Duration } from '../contracts/definition/duration.ts';
import { Expression } from '../contracts/definition/expression.ts';
import {
  ActionDefinition,
  DelayDefinition,
  GuardDefinition,
} from '../contracts/definition/named-logic.ts';
import {
  InvokeConfig,
  Named,
  StateMeta,
  StateNodeConfig,
  TransitionConfig,
} from '../contracts/definition/state-node.ts';
import { Json, JsonObject } from '../contracts/json.ts';
import { LocalizedText } from '../contracts/localized-text.ts';
import { z } from '../contracts/zod.ts';

const parts: Readonly<Record<string, readonly [schema: z.ZodType, description: string]>> = {
  definition: [Definition, 'The definition of a process, format statehouse/1.'],
  state: [
    StateNodeConfig,
    'A state, or the whole machine: XState 5’s configuration as data. Keys are XState’s own.',
  ],
  transition: [
    TransitionConfig,
    'What happens on an event: where to, on which condition, with which actions.',
  ],
  invoke: [InvokeConfig, 'A child process that runs while the state is active.'],
  stateMeta: [StateMeta, 'What people read about a state.'],
  named: [Named, 'A name from the definition or the vocabulary, with parameters.'],
  expression: [Expression, 'A value computed by CEL from context, event, params, input and now.'],
  duration: [Duration, 'ISO 8601, or working days P10BD, or clear days P5CD.'],
  text: [LocalizedText, 'Text by BCP 47 language tag.'],
  role: [RoleDefinition, 'Who may act.'],
  event: [
    EventDefinition,
    'What may be sent, by whom, with which fields. Each property of `schema` has `publicity`: public, internal or personal.',
  ],
  calendar: [CalendarDefinition, 'The city’s time zone and holidays.'],
  guard: [GuardDefinition, 'A condition by name.'],
  delay: [DelayDefinition, 'How long, or until when.'],
  action: [ActionDefinition, 'One or several actions by name.'],
  property: [Property, 'What the process promises whatever happens.'],
  administration: [Administration, 'Roles that may act on the process itself.'],
  json: [Json, 'Any JSON value.'],
  fields: [JsonObject, 'Any JSON object.'],
};

/** The JSON Schema (2020-12) of the format, as text of the published file. */
export function definitionSchema(): string {
  const names = z.registry<{ id: string; description: string }>();
  for (const [id, [schema, description]] of Object.entries(parts))
    names.add(schema, { id, description });
  const schema = z.toJSONSchema(Definition, { io: 'input', metadata: names });
  const { $schema, ...rest } = schema;
  const titled = { $schema, $id: 'statehouse-1.json', title: 'Statehouse definition', ...rest };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
