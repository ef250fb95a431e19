import type { Actor } from './actor.ts';
import { contentHash } from './content-hash.ts';

/** Tells a retry from another request under the same key: the beginning of the hash of what is asked and by whom. */
export function requestDigest(input: unknown, actor: Actor): string {
  try {
    return contentHash({ input, subject: actor.subject }).slice(0, 16);
  } catch {
    // What is no JSON has no hash; it is refused later for what is wrong with it.
    return '';
  }
}
