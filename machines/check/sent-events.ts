import type { JsonObject } from '../../contracts/json.ts';
import { objectOf } from './fields.ts';
import type { PlacedAction } from './placed-logic.ts';
import type { Subject } from './subject.ts';

/** An event that a machine sends by itself, with its template. */
export interface SentEventTemplate {
  readonly type: string;
  readonly template: JsonObject;
  readonly action: PlacedAction;
}

/** The events that actions of the type `action` send; those whose own type is computed are left out. */
export function sentBy(
  subject: Subject,
  action: 'raise' | 'sendTo' | 'sendParent',
): SentEventTemplate[] {
  return subject.actions.flatMap((placed) => {
    if (placed.type !== action) return [];
    const template = objectOf(placed.params?.['event']);
    const type = template?.['type'];
    return template === undefined || typeof type !== 'string'
      ? []
      : [{ type, template, action: placed }];
  });
}

/** Types of the events that the children of a definition send it. */
export function sentByChildren(subject: Subject): Set<string> {
  return new Set(
    [...subject.children.values()].flatMap((child) =>
      sentBy(child, 'sendParent').map(({ type }) => type),
    ),
  );
}
