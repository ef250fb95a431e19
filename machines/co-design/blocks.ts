import type { Expression } from '../../contracts/definition/expression.ts';
import type { StateMeta } from '../../contracts/definition/state-node.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { cel } from '../authoring/cel.ts';
import type { RoleId } from '../roles.ts';

/** A building block with its parameters; expressions may stand anywhere in them. */
export interface Block {
  readonly type: string;
  readonly params: JsonObject;
}

const block = (type: string, params: object): Block => ({ type, params: params as JsonObject });

export const set = (fields: object): Block => block('set', fields);
export const record = (list: string, fields: object): Block => block('record', { list, fields });
export const amend = (list: string, where: object, fields: object): Block =>
  block('amend', { list, where, set: fields });
/** Tells the other regions; they hear it in the same step. */
export const raise = (type: string, fields: object = {}): Block =>
  block('raise', { event: { type, ...fields } });
export const notify = (roles: readonly RoleId[], template: string, about: object = {}): Block =>
  block('notify', { roles, template, about });
export const publish = (what: string, about: object = {}): Block =>
  block('publish', { what, about });
export const sendTo = (to: string | Expression, event: object): Block =>
  block('sendTo', { to, event });
export const spawn = (src: string, id: Expression, input: object): Block =>
  block('spawnChild', { src, id, input });
export const stopChild = (id: Expression): Block => block('stopChild', { id });

/** Something was due and did not come: region `compliance` takes note, by severity. */
export const breach = (about: string | Expression, severity: 'minor' | 'serious'): Block =>
  raise('deadline.breached', { about, severity });

/** What was overdue has come after all, so region `compliance` is at rest about it. */
export const cure = (about: string | Expression): Block =>
  amend('breaches', { about, curedAt: '' }, { curedAt: cel('now') });

/** A decision that later corrections may turn out to touch: what kinds of record it relied on. */
export const decided = (what: string | Expression, reliesOn: readonly string[]): Block =>
  record('decisions', { what, reliesOn });

export const and = (...guards: readonly (string | Block)[]): Block => block('and', { guards });
export const or = (...guards: readonly (string | Block)[]): Block => block('or', { guards });
export const not = (guard: string | Block): Block => block('not', { guard });

/** A field of the event that may be left out. */
export const given = (field: string, otherwise = '""'): Expression =>
  cel(`has(event.${field}) ? event.${field} : ${otherwise}`);

interface More extends Omit<StateMeta, 'title' | 'responsible' | 'resting'> {
  readonly responsible?: readonly RoleId[];
  readonly resting?: readonly [en: string, it: string];
}

/** What people read about a state. */
export function meta(en: string, it: string, more: More = {}): StateMeta {
  const { responsible, resting, ...rest } = more;
  return {
    title: { en, it },
    ...rest,
    ...(responsible === undefined ? {} : { responsible: [...responsible] }),
    ...(resting === undefined ? {} : { resting: { en: resting[0], it: resting[1] } }),
  };
}
