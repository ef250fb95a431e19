import type { Actor } from '../../contracts/actor.ts';
import type { Json } from '../../contracts/json.ts';
import type { ClerkEntry, CouncilMatter } from './council-matter.ts';
import { clerkWord } from './clerk-words.ts';

interface ClerkEvent {
  readonly event: { readonly type: string; readonly [field: string]: Json };
  readonly actor: Actor;
}

const attested = 'attested in the register of the city clerk';
const clerk: Actor = { subject: 'city-clerk', roles: ['cityClerk'], authority: attested };
const mayor: Actor = { subject: 'mayor', roles: ['mayor'], authority: attested };
const byMayor = new Set(['act.signed', 'act.vetoed']);

type Fields = Readonly<Record<string, Json>>;
interface Seen {
  readonly entry: ClerkEntry;
  readonly matter: CouncilMatter;
  /** Seats of the council. */
  readonly seats: number;
}

const committee = ({ entry }: Seen): Fields => ({ committee: bodyOf(entry) });
const hash = ({ entry, matter }: Seen): Fields => ({ textHash: textOf(matter, entry) });
const session = ({ entry }: Seen): Fields => ({ session: sessionOf(entry) });

/** What each event takes from the entry, beside what the words decide. */
const fieldsOf: Readonly<Record<string, (seen: Seen) => Fields>> = {
  'act.introduced': (seen) => ({ fileNumber: seen.matter.file, ...session(seen) }),
  'act.referred': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.heard': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.deferred': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.recessed': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.subreported': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.amendmentProposed': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.amended': (seen) => ({ ...committee(seen), ...session(seen), ...hash(seen) }),
  'committee.disapproved': (seen) => ({ ...committee(seen), ...session(seen) }),
  'committee.approved': (seen) => ({
    ...committee(seen),
    ...session(seen),
    ...hash(seen),
    ...tallyOf(seen.entry, undefined),
    attested: true,
  }),
  'council.voted': (seen) => ({
    ...session(seen),
    ...hash(seen),
    ...tallyOf(seen.entry, seen.seats),
  }),
  'override.voted': (seen) => ({
    ...session(seen),
    ...hash(seen),
    ...tallyOf(seen.entry, seen.seats),
  }),
  'act.amended': hash,
  'text.printed': hash,
  'act.presented': hash,
  'act.signed': hash,
  'act.vetoed': () => ({ reason: 'The register does not say.' }),
};

/** The event that a clerk's entry stands for, and in whose name it is sent. `undefined` for words that nobody knows. */
export function clerkEvent(seen: Seen): ClerkEvent | undefined {
  const word = clerkWord(seen.entry.action, seen.entry.body ?? '');
  if (word === undefined) return undefined;
  const fields = fieldsOf[word.type]?.(seen) ?? {};
  return {
    event: { type: word.type, ...fields, ...word.fields },
    actor: byMayor.has(word.type) ? mayor : clerk,
  };
}

/** A register of titles keeps no texts; this names the version that the entry is about. */
export function textOf({ file }: CouncilMatter, entry: ClerkEntry | undefined): string {
  return `register: ${file}, version ${entry?.version ?? '*'}`;
}

function bodyOf({ body, action }: ClerkEntry): string {
  return body === undefined || body === null || body === '' ? `not named (${action})` : body;
}

function sessionOf({ at, eventId }: ClerkEntry): string {
  return eventId === undefined || eventId === null ? at.slice(0, 10) : `meeting ${eventId}`;
}

/**
 * The counts of a roll call; nothing when the register has none or only a part of one. Why members were absent stays in the
 * register: here they are absent.
 */
function tallyOf({ votes }: ClerkEntry, seats: number | undefined): Fields {
  const yes = votes?.['Affirmative'];
  if (votes === undefined || votes === null || yes === undefined || '' in votes) return {};
  const no = votes['Negative'] ?? 0;
  const abstain = votes['Abstain'] ?? 0;
  const seated = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return {
    tally: { yes, no, abstain, present: yes + no + abstain, seated, statutory: seats ?? seated },
  };
}
