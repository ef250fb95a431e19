import { canonicalJson } from '../contracts/canonical-json.ts';
import { entryHash } from '../contracts/entry-hash.ts';
import type { Json } from '../contracts/json.ts';
import type { LedgerRecord } from '../contracts/ledger-entry.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { checkValues } from './check-values.ts';
import { queryableText } from './queryable-text.ts';

export type EntryRow = Readonly<Record<string, Json>>;

/**
 * An entry as columns: what is queried, and the text that was hashed.
 *
 * @throws StatehouseError `VerificationFailed` when the hash is not the content's, or a value not its commitment's:
 * the record would keep that for ever
 */
export function entryRow({ entry, values }: LedgerRecord): EntryRow {
  const { process, seq, at, kind, definition, hash } = entry;
  const content = entryHash(entry);
  if (content !== hash) {
    throw new StatehouseError(
      'VerificationFailed',
      `Entry ${seq} of ${process} says that its hash is ${hash}, but its content has ${content}. It was not appended.`,
      { process, seq, hash, content },
    );
  }
  const [broken] = checkValues(entry, values);
  if (broken !== undefined) {
    throw new StatehouseError('VerificationFailed', `${broken.message} It was not appended.`, {
      process,
      seq,
      path: broken.path,
    });
  }
  return {
    process,
    seq,
    at,
    kind,
    event_type: queryableText(entry.event.type),
    actor_subject: queryableText(entry.actor.subject),
    definition,
    state_hash: entry.stateHash,
    previous_hash: entry.previousHash,
    hash,
    body: canonicalJson(entry),
  };
}

export function valueRows({ entry, values }: LedgerRecord): readonly EntryRow[] {
  return values.map(({ path, publicity, salt, value }) => ({
    process: entry.process,
    seq: entry.seq,
    path: queryableText(path),
    publicity,
    salt,
    value: canonicalJson(value),
  }));
}
