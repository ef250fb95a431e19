/** What an entry of a register can mean: an event of the machines, with the fields that only the clerk's words decide. */
export interface ClerkWord {
  readonly words: RegExp;
  /** Who is said to have done it, where that changes the meaning. */
  readonly body?: RegExp;
  readonly type: string;
  readonly fields?: Readonly<Record<string, string | boolean>>;
}

const carried = { declared: 'carried', attested: true } as const;
const lost = { declared: 'lost', attested: true } as const;

/**
 * The clerk's words, after `plainWords`, and the event that each means. The first that fits counts. A committee's approval is its
 * report; what a committee files or rejects it reports against.
 */
const table: readonly ClerkWord[] = [
  { words: /^introduced\b/, type: 'act.introduced' },
  { words: /^(re-?)?referred\b/, type: 'act.referred' },
  { words: /^recommit/, type: 'act.recommitted' },
  { words: /laid on desk$/, type: 'text.printed' },

  { words: /^hearing scheduled by mayor cancel/, type: 'mayorHearing.cancelled' },
  { words: /^hearing scheduled by mayor/, type: 'mayorHearing.scheduled' },
  { words: /^hearing held by mayor/, type: 'mayorHearing.held' },
  { words: /^bill signing scheduled/, type: 'signing.scheduled' },
  { words: /^signed\b/, type: 'act.signed' },
  { words: /^city charter rule adopted/, type: 'mayorSilence.recorded' },
  { words: /^returned unsigned/, type: 'act.returnedUnsigned' },
  { words: /^received from mayor/, type: 'act.received' },
  { words: /^sent to mayor/, type: 'act.presented' },
  {
    words: /\boverride\b.*\b(failed|defeated|lost)\b|\bveto sustained\b/,
    type: 'override.voted',
    fields: lost,
  },
  { words: /^overridden\b|\boverridden by council$/, type: 'override.voted', fields: carried },
  { words: /^vetoed\b/, type: 'act.vetoed' },
  { words: /^recalled\b/, type: 'act.recalled' },

  { words: /^filed end of session/, type: 'session.ended' },
  { words: /^(preconsidered item )?filed by (sub)?committee/, type: 'committee.disapproved' },
  { words: /\bfiled by council/, type: 'act.filed', fields: { by: 'council' } },
  { words: /^filed\b/, type: 'act.filed', fields: { by: 'administration' } },
  { words: /^withdrawn\b/, type: 'act.withdrawn' },

  { words: /^discharged from committee/, type: 'committee.discharged' },
  { words: /^hearing\b.*\b(sub)?committee\b|^hearing held by council/, type: 'committee.heard' },
  { words: /\blaid over( again)? by council/, type: 'act.deferred' },
  { words: /\blaid over\b/, type: 'committee.deferred' },
  { words: /^deferred by council/, type: 'act.deferred' },
  { words: /^deferred\b/, type: 'committee.deferred' },
  { words: /^recessed\b/, body: /^mayor$/i, type: 'mayorHearing.held' },
  { words: /^recessed\b/, type: 'committee.recessed' },
  { words: /^amendment proposed by council/, type: 'amendment.proposed' },
  { words: /^amendment (defeated|failed|lost) by council/, type: 'amendment.defeated' },
  { words: /^amendment proposed\b/, type: 'committee.amendmentProposed' },
  {
    words: /^amendment (approved|adopted|carried) by council/,
    type: 'act.amended',
    fields: { substantive: true },
  },
  { words: /\bamended by council/, type: 'act.amended', fields: { substantive: true } },
  {
    words: /\bamended by (sub)?committee/,
    type: 'committee.amended',
    fields: { substantive: true },
  },
  {
    words: /^(preconsidered item )?(approved|disapproved|defeated|rejected) by subcommittee/,
    type: 'committee.subreported',
  },
  {
    words: /^(preconsidered item )?(disapproved|defeated|rejected) by committee/,
    type: 'committee.disapproved',
  },
  { words: /^(preconsidered item )?approved by committee/, type: 'committee.approved' },
  {
    words: /^(disapproved|defeated|rejected|failed) by council/,
    type: 'council.voted',
    fields: lost,
  },
  { words: /^(approved|adopted)( .*)? by council$/, type: 'council.voted', fields: carried },
];

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[,()]/g, ' '],
  [/\bcomm\b\.?/g, 'committee'],
  [/\bp-c item\b/g, 'preconsidered item'],
  [/\b(recved|rcvd|recvd)\b/g, 'received'],
  [/\s+/g, ' '],
];

/** @returns `undefined` for words that no rule knows */
export function clerkWord(action: string, doneBy: string): ClerkWord | undefined {
  const plain = plainWords(action);
  return table.find(({ words, body }) => words.test(plain) && (body?.test(doneBy) ?? true));
}

/** The clerk's words in one spelling: small letters, no commas or brackets, abbreviations written out. */
function plainWords(action: string): string {
  return spellings
    .reduce((text, [from, to]) => text.replaceAll(from, to), action.toLowerCase())
    .trim();
}
