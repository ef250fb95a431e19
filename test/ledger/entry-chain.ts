import { canonicalJson } from '../../contracts/canonical-json.ts';
import type { SealedValue } from '../../contracts/commitment.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import { entryHash } from '../../contracts/entry-hash.ts';
import { genesisHash, type LedgerEntry, type LedgerRecord } from '../../contracts/ledger-entry.ts';

export type Fact = Partial<Omit<LedgerEntry, 'process' | 'seq' | 'hash' | 'previousHash'>> & {
  readonly values?: readonly SealedValue[];
};

/** A value and the commitment that stands for it. */
export function sealed(
  path: string,
  value: string,
): { value: SealedValue; commitment: { $commitment: string } } {
  const salt = contentHash(path);
  return {
    value: { path, publicity: 'personal', salt, value },
    commitment: { $commitment: contentHash([salt, value]) },
  };
}

/** Writes the entries of one process, each following the one before. */
export class EntryChain {
  readonly process: string;
  readonly records: LedgerRecord[] = [];

  constructor(process: string) {
    this.process = process;
  }

  get entries(): LedgerEntry[] {
    return this.records.map(({ entry }) => entry);
  }

  get head(): LedgerEntry {
    return this.entries.at(-1)!;
  }

  /** The entry that would come next, without adding it. */
  draft({ values = [], ...fact }: Fact = {}): LedgerRecord {
    const seq = this.records.length;
    const before = this.entries.at(-1);
    const content: Omit<LedgerEntry, 'hash'> = {
      process: this.process,
      seq,
      at: new Date(Date.UTC(2027, 0, 1) + seq * 60_000).toISOString(),
      kind: seq === 0 ? 'started' : 'event',
      actor: { subject: 'person-1', roles: ['clerk'] },
      event:
        seq === 0 ? { type: 'statehouse.started', input: { title: 'A park' } } : { type: 'noted' },
      from: before?.to ?? null,
      to: 'draft',
      status: 'active',
      effects: [],
      definition: contentHash({ id: 'co-design', version: '1.0.0' }),
      engine: { xstate: '5.33.3', statehouse: '0.1.0' },
      stateHash: contentHash(seq),
      previousHash: before?.hash ?? genesisHash,
      ...fact,
    };
    return { entry: { ...content, hash: entryHash(content) }, values: [...values] };
  }

  add(fact: Fact = {}): LedgerRecord {
    const record = this.draft(fact);
    this.records.push(record);
    return record;
  }

  addMany(count: number): this {
    for (let i = 0; i < count; i += 1) this.add();
    return this;
  }

  texts(): { body: string }[] {
    return this.entries.map((entry) => ({ body: canonicalJson(entry) }));
  }
}
