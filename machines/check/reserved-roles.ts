/** Roles that no person holds: Statehouse itself, and the parent or child of a process. */
export const reservedRoles: readonly string[] = ['system', 'process'];
