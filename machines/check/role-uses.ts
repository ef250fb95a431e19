import { pointerTo } from './json-pointer.ts';
import type { Subject } from './subject.ts';

/** A role named somewhere: as a sender, as responsible, as administrator or as somebody to tell. */
export interface RoleUse {
  readonly role: string;
  readonly pointer: string;
  readonly use: 'by' | 'responsible' | 'administration' | 'notify';
}

export function roleUses({ definition, tree, actions }: Subject): RoleUse[] {
  return [
    ...Object.entries(definition.events).flatMap(([type, { by }]) =>
      placed(by, pointerTo('/events', type, 'by'), 'by'),
    ),
    ...tree.nodes.flatMap(({ config, pointer }) =>
      placed(
        config.meta?.responsible ?? [],
        pointerTo(pointer, 'meta', 'responsible'),
        'responsible',
      ),
    ),
    ...Object.entries(definition.administration ?? {}).flatMap(([act, roles]) =>
      placed(roles ?? [], pointerTo('/administration', act), 'administration'),
    ),
    ...actions.flatMap(({ type, params, pointer }) => {
      const roles = params?.['roles'];
      return type === 'notify' && Array.isArray(roles)
        ? placed(roles as unknown[], pointerTo(pointer, 'params', 'roles'), 'notify')
        : [];
    }),
  ];
}

function placed(roles: readonly unknown[], pointer: string, use: RoleUse['use']): RoleUse[] {
  return roles.flatMap((role, index) =>
    typeof role === 'string' ? [{ role, pointer: pointerTo(pointer, index), use }] : [],
  );
}
