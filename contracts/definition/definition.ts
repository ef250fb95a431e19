import { z } from '../zod.ts';
import { Sha256 } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { LocalizedText } from '../localized-text.ts';
import { ActionDefinition, DelayDefinition, GuardDefinition } from './named-logic.ts';
import { StateNodeConfig } from './state-node.ts';

const Key = z.string().min(1).max(100);

export const RoleDefinition = z.strictObject({
  title: LocalizedText,
  description: LocalizedText.optional(),
  /** True when the role is a body that acts by vote, such as the council. */
  body: z.boolean().optional(),
});

/**
 * An event that people or systems send. `by` names the roles that may; `schema` is a JSON Schema 2020-12 of its fields, each
 * property with `publicity`: `public`, `internal` or `personal` (the last two are recorded as commitments only).
 */
export const EventDefinition = z.strictObject({
  title: LocalizedText,
  description: LocalizedText.optional(),
  by: z.array(Key),
  schema: JsonObject.optional(),
});
export type EventDefinition = z.infer<typeof EventDefinition>;

export const CalendarDefinition = z.strictObject({
  /** IANA name, `Europe/Rome`: legal dates begin and end in the city's zone, not in a server's. */
  timezone: z.string(),
  /** Country or region of the public holidays, `IT`, `ES-CT`. */
  holidays: z.string().optional(),
});
export type CalendarDefinition = z.infer<typeof CalendarDefinition>;

/** What the process promises whatever happens; checked when it is published. */
export const Property = z.union([
  z.strictObject({ never: Key, before: Key, title: LocalizedText.optional() }),
  z.strictObject({ always: Key, followedBy: Key, title: LocalizedText.optional() }),
  z.strictObject({ reachable: Key, title: LocalizedText.optional() }),
]);

/** Roles that may act on the process itself rather than within it. Default for each: `operator`. */
export const Administration = z.strictObject({
  postpone: z.array(Key).optional(),
  suspend: z.array(Key).optional(),
  resume: z.array(Key).optional(),
  migrate: z.array(Key).optional(),
  correct: z.array(Key).optional(),
});

/**
 * Says that the document only describes a machine whose rules are code in a worker: under which name it is known there, and the hash
 * of its configuration. Such a document cannot be started as a definition.
 */
export const CodeReference = z.strictObject({ machine: z.string().min(1).max(500), hash: Sha256 });

export interface Definition {
  $schema?: string | undefined;
  format: 'statehouse/1';
  id: string;
  version: string;
  title: LocalizedText;
  description?: LocalizedText | undefined;
  languages: string[];
  roles: Record<string, z.infer<typeof RoleDefinition>>;
  events: Record<string, EventDefinition>;
  input?: JsonObject | undefined;
  calendar?: CalendarDefinition | undefined;
  machine: StateNodeConfig;
  guards?: Record<string, GuardDefinition> | undefined;
  delays?: Record<string, DelayDefinition> | undefined;
  actions?: Record<string, ActionDefinition> | undefined;
  machines?: Record<string, Definition> | undefined;
  outlivesParent?: boolean | undefined;
  administration?: z.infer<typeof Administration> | undefined;
  properties?: z.infer<typeof Property>[] | undefined;
  code?: z.infer<typeof CodeReference> | undefined;
}

/**
 * The definition of a process, format `statehouse/1`. The same document is the program, the diagram, the public page and the
 * auditor's rulebook, known everywhere by the content hash of its canonical JSON.
 */
export const Definition: z.ZodType<Definition> = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('statehouse/1'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Use lower-case letters, digits and hyphens.'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Use a semantic version such as 1.0.0.'),
  title: LocalizedText,
  description: LocalizedText.optional(),
  /** Languages every text must have; the first is the default. */
  languages: z.array(z.string()).min(1),
  roles: z.record(Key, RoleDefinition),
  events: z.record(Key, EventDefinition),
  input: JsonObject.optional(),
  calendar: CalendarDefinition.optional(),
  machine: StateNodeConfig,
  guards: z.record(Key, GuardDefinition).optional(),
  delays: z.record(Key, DelayDefinition).optional(),
  actions: z.record(Key, ActionDefinition).optional(),
  get machines() {
    return z.record(Key, Definition).optional();
  },
  /** True for a child whose record must live on when its parent ends, such as an act in force. */
  outlivesParent: z.boolean().optional(),
  administration: Administration.optional(),
  properties: z.array(Property).optional(),
  code: CodeReference.optional(),
});
