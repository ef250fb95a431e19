import type { AnyMachineSnapshot } from 'xstate';
import { z } from '../../contracts/zod.ts';
import type { Actor } from '../../contracts/actor.ts';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import { Commitment } from '../../contracts/commitment.ts';
import type { EventDefinition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { limits } from '../../contracts/limits.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { createActorScope } from './actor-scope.ts';
import { restore } from './snapshot.ts';
import { machineEvent, machineFailed } from './step-machine.ts';

/** Roles that no person holds: only Statehouse itself acts in them. */
const reservedRoles = ['system', 'process'];

/**
 * Whether an event from outside may happen now; changes nothing. In this order: is it known, is it the sender's to send, are its
 * fields right, does the present state take it.
 *
 * @throws StatehouseError `UnknownEvent`, `NotYourRole`, `InvalidPayload`, `TooLarge` or `NotAllowedNow`, each saying what
 *   would be allowed; `MachineFailed` when a guard fails with an error
 */
export function admit(
  program: Program,
  state: ProcessState,
  event: RecordedEvent,
  actor: Actor,
  now: string,
): void {
  const definition = admittedTo(program, event.type, actor);
  const size = sizeOf(event);
  if (size > limits.event) throw tooLarge(event.type, size);
  if (definition !== undefined) checkFields(program, event, definition);
  if (state.suspension !== null) {
    throw new StatehouseError(
      'NotAllowedNow',
      `The process is suspended since ${state.suspension.since}: ${state.suspension.reason}. It must be resumed first.`,
      { event: event.type, allowed: [] },
    );
  }
  if (!takes(program, state, event, actor, now)) throw notAllowedNow(program, state, event.type);
}

/** What the definition says of the event. Code says nothing: anyone may send what the machine listens for, with any fields. */
function admittedTo(
  { code, definition: { events } }: Program,
  type: string,
  actor: Actor,
): EventDefinition | undefined {
  if (code !== undefined) {
    if (!code.hears(type)) throw unknownEvent(type, Object.keys(events));
    return undefined;
  }
  const definition = Object.hasOwn(events, type) ? events[type] : undefined;
  if (definition === undefined || type.startsWith('xstate.'))
    throw unknownEvent(type, Object.keys(events));
  if (!actor.roles.some((role) => definition.by.includes(role) && !reservedRoles.includes(role))) {
    throw notYourRole(type, actor, definition.by);
  }
  return definition;
}

/** Bytes of the event's canonical text. Text with half a character has none, so it could never be hashed. */
function sizeOf(event: RecordedEvent): number {
  try {
    return canonicalJson(event).length;
  } catch (error) {
    throw new StatehouseError(
      'InvalidPayload',
      `The fields of "${event.type}" are no JSON text: ${error instanceof Error ? error.message : String(error)}`,
      { event: event.type },
    );
  }
}

function takes(
  program: Program,
  state: ProcessState,
  event: RecordedEvent,
  actor: Actor,
  now: string,
): boolean {
  if (state.snapshot['status'] !== 'active') return false;
  const { scope } = createActorScope(state.process, state.hasParent);
  program.scope.now = now;
  program.scope.rules = [];
  const ask = (): boolean => {
    const snapshot = restore(program, state.snapshot, scope);
    const sent = machineEvent(program, event, { at: now, actor });
    const transitions = program.machine.getTransitionData(snapshot, sent);
    return transitions.some(({ target, actions }) => target !== undefined || actions.length > 0);
  };
  try {
    return program.code === undefined ? ask() : program.code.within(state, now, ask);
  } catch (error) {
    throw machineFailed(error, event.type);
  }
}

/** Types of the outside events that the active states listen for, whether or not their guards pass. */
export function listenedFor(program: Program, state: ProcessState): string[] {
  if (state.snapshot['status'] !== 'active') return [];
  const { scope } = createActorScope(state.process, state.hasParent);
  const snapshot: AnyMachineSnapshot = restore(program, state.snapshot, scope);
  const types = snapshot._nodes.flatMap((node) => [...node.transitions.keys()]);
  return [...new Set(types)].filter((type) => Object.hasOwn(program.definition.events, type));
}

const payloads = new WeakMap<EventDefinition, z.ZodType>();

function checkFields(program: Program, event: RecordedEvent, definition: EventDefinition): void {
  const { type, ...fields } = event;
  const committed = Object.keys(fields).filter(
    (name) => Commitment.safeParse(fields[name]).success,
  );
  const schema =
    committed.length === 0 ? knownSchema(definition) : payloadSchema(definition, committed);
  const parsed = schema.safeParse(fields);
  if (parsed.success) return;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  throw new StatehouseError(
    'InvalidPayload',
    `The fields of "${type}" do not fit ${program.definition.id} ${program.definition.version}: ${issues
      .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
      .join('; ')}`,
    { event: type, issues, schema: definition.schema ?? {} },
  );
}

function knownSchema(definition: EventDefinition): z.ZodType {
  let schema = payloads.get(definition);
  if (schema === undefined) payloads.set(definition, (schema = payloadSchema(definition, [])));
  return schema;
}

/**
 * Fields that no schema names have no publicity, so they are refused rather than published. A commitment may stand for a field
 * that is not public; its value was checked by whoever holds it.
 */
function payloadSchema(definition: EventDefinition, committed: readonly string[]): z.ZodType {
  if (definition.schema === undefined) return z.strictObject({});
  const properties = { ...(definition.schema['properties'] as JsonObject | undefined) };
  for (const name of committed) {
    const { publicity } = (properties[name] ?? {}) as JsonObject;
    if (publicity === 'internal' || publicity === 'personal') properties[name] = { publicity };
  }
  return z.fromJSONSchema({
    ...definition.schema,
    properties,
    additionalProperties: false,
  } as never);
}

function unknownEvent(type: string, known: string[]): StatehouseError {
  return new StatehouseError(
    'UnknownEvent',
    `"${type}" is no event of this process. It knows: ${known.join(', ')}.`,
    {
      event: type,
      known,
    },
  );
}

function notYourRole(type: string, actor: Actor, by: string[]): StatehouseError {
  const who = by.length === 0 ? 'nobody' : by.join(' or ');
  return new StatehouseError(
    'NotYourRole',
    `"${type}" is for ${who}; ${actor.subject} acts as ${actor.roles.join(', ') || 'nobody'}.`,
    { event: type, by, roles: actor.roles },
  );
}

function notAllowedNow(program: Program, state: ProcessState, type: string): StatehouseError {
  const allowed = listenedFor(program, state);
  return new StatehouseError(
    'NotAllowedNow',
    allowed.includes(type)
      ? `"${type}" is not possible yet: its conditions are not met. Ask \`next\` for the reasons.`
      : `"${type}" is not possible in this state. It takes: ${allowed.join(', ') || 'nothing more'}.`,
    { event: type, allowed, value: state.snapshot['value'] ?? null },
  );
}

function tooLarge(type: string, size: number): StatehouseError {
  return new StatehouseError(
    'TooLarge',
    `"${type}" has ${size} bytes, ${limits.event} are allowed. Keep large documents outside and send their hash.`,
    { event: type, size, limit: limits.event },
  );
}
