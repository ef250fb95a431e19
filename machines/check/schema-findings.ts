import type { Issue } from '../../contracts/issues-of.ts';
import type { Finding } from './finding.ts';
import { pointerTo } from './json-pointer.ts';

/** What authors know from XState 4 or from prose, and what the format calls it. */
const renamed: Readonly<Record<string, string>> = {
  cond: 'guard',
  internal: 'reenter',
  activities: 'invoke',
  services: 'machines',
  data: 'output',
  version: 'the version of the definition',
  route: 'on',
  delay: 'after',
  schemas: 'events',
};

/** An issue of the format's schema, as a finding in words. */
export function schemaFinding({ path, code, message, keys }: Issue): Finding {
  const place = pointerTo('', ...path);
  const last = path.at(-1);
  if (last === 'id' && path.includes('invoke') && message.startsWith('is missing')) {
    return {
      code: 'invoke-without-id',
      path: place,
      severity: 'error',
      message: 'The invoked child has no id of its own.',
      mend: 'Give it an `id`: a number made up by position would change when another is added.',
    };
  }
  const subject = last === undefined ? 'The definition' : `"${String(last)}"`;
  return {
    code: 'schema',
    path: place,
    severity: 'error',
    message: code === 'unrecognized_keys' ? `In ${subject} ${message}.` : `${subject}: ${message}`,
    mend: mendFor(code, keys),
  };
}

function mendFor(code: string, keys: readonly string[] = []): string {
  const [hint] = keys.flatMap((key) =>
    Object.hasOwn(renamed, key)
      ? [`Instead of "${key}" the format has ${renamed[key] ?? ''}.`]
      : [],
  );
  if (hint !== undefined) return hint;
  return code === 'unrecognized_keys'
    ? 'Correct the name or remove it; the format refuses what it does not know.'
    : 'See the description of the format for what belongs here.';
}
