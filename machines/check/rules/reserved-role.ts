import { pointerTo } from '../json-pointer.ts';
import { reservedRoles } from '../reserved-roles.ts';
import type { Rule } from '../rule.ts';
import { roleUses } from '../role-uses.ts';

export const reservedRole: Rule = {
  code: 'reserved-role',
  severity: 'error',
  about: 'The roles `system` and `process` are given to people.',
  find: (subject) => [
    ...roleUses(subject)
      .filter(
        ({ role, use }) => reservedRoles.includes(role) && (role === 'system' || use !== 'by'),
      )
      .map(({ role, pointer }) => ({
        path: pointer,
        message: `No person ever has the role "${role}".`,
        mend: 'Name a role that people hold; `process` is only for events of a child or parent process.',
      })),
    ...(Object.hasOwn(subject.definition.roles, 'system')
      ? [
          {
            path: pointerTo('/roles', 'system'),
            message: '"system" is the role of Statehouse itself, for deadlines and completions.',
            mend: 'Give your role another name.',
          },
        ]
      : []),
  ],
};
