import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { Actor } from '../../contracts/actor.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { collect } from './collect.ts';

export interface ActorOptions {
  readonly as?: string;
  readonly role?: readonly string[];
  readonly authority?: string;
  readonly onBehalfOf?: string;
  readonly organisation?: string;
}

/** Adds the options that say who acts. */
export function addActorOptions(command: Command): Command {
  return command
    .option(
      '--as <subject>',
      'who acts: an opaque id, no name (default: STATEHOUSE_AS, else your login)',
    )
    .option(
      '--role <role>',
      'in which role; repeat it for several (default: STATEHOUSE_ROLE)',
      collect,
    )
    .option('--authority <text>', 'the law or delegation relied on')
    .option('--on-behalf-of <subject>', 'the principal, when you act for somebody')
    .option('--organisation <id>', 'the partner or department you speak for');
}

/**
 * Who acts, as the options say.
 *
 * @param fallback roles when none is given
 * @throws StatehouseError `Usage`
 */
export function actorOf(options: ActorOptions, fallback: readonly string[] = []): Actor {
  const roles = rolesOf(options);
  const { as, authority, onBehalfOf, organisation } = options;
  const parsed = Actor.safeParse({
    subject: as ?? process.env.STATEHOUSE_AS ?? userInfo().username,
    roles: roles.length === 0 ? fallback : roles,
    ...(authority === undefined ? {} : { authority }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(organisation === undefined ? {} : { organisation }),
  });
  if (!parsed.success) {
    throw new StatehouseError('Usage', `It is not clear who acts: ${textOfIssues(parsed.error)}`);
  }
  if (parsed.data.roles.length > 0) return parsed.data;
  throw new StatehouseError(
    'Usage',
    'Say with --role in which role you act. `statehouse show <process>` names the roles that may.',
  );
}

export function rolesOf({ role }: ActorOptions): string[] {
  const given = role ?? [process.env.STATEHOUSE_ROLE ?? ''];
  return given
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
