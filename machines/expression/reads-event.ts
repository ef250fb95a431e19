import { isExpression } from '../../contracts/definition/expression.ts';

const eventWord = /\bevent\b/;

/** Whether a template or expression looks at the event, so that its value is unknown before one is sent. */
export function readsEvent(template: unknown): boolean {
  if (typeof template !== 'object' || template === null) return false;
  if (isExpression(template)) return eventWord.test(template['@expr']);
  return Object.values(template).some(readsEvent);
}
