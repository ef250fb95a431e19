import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import { reservedRoles } from '../reserved-roles.ts';
import type { Rule } from '../rule.ts';
import { roleUses } from '../role-uses.ts';

export const unknownRole: Rule = {
  code: 'unknown-role',
  severity: 'error',
  about: 'A role is named that `roles` does not have.',
  find: (subject) => {
    const known = Object.keys(subject.definition.roles);
    return roleUses(subject)
      .filter(({ role }) => !known.includes(role) && !reservedRoles.includes(role))
      .map(({ role, pointer }) => ({
        path: pointerTo(pointer),
        message: `There is no role "${role}".${didYouMean(role, known)}`,
        mend: 'Add it to `roles` with its title, or correct the name.',
      }));
  },
};
