import { pointerTo } from '../json-pointer.ts';
import { reservedRoles } from '../reserved-roles.ts';
import type { Rule } from '../rule.ts';

export const nobodyMaySend: Rule = {
  code: 'nobody-may-send',
  severity: 'error',
  about: 'An event that no existing role may send.',
  find: ({ definition }) =>
    Object.entries(definition.events)
      .filter(
        ([, { by }]) =>
          !by.some((role) => Object.hasOwn(definition.roles, role) || reservedRoles.includes(role)),
      )
      .map(([type]) => ({
        path: pointerTo('/events', type, 'by'),
        message: `Nobody may send "${type}".`,
        mend: 'Name the roles that may; `process` if it comes from a child or parent process.',
      })),
};
