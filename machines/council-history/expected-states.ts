const inCommittee = ['ready', 'introduced', 'committee'];

/**
 * The city's word for where a matter is, and the states of the machines that it may mean. A matter that is with a committee may
 * have been introduced only, or not even that; «Filed» is said of a matter whatever ended it.
 */
const words: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bmayor'?s desk\b/, ['mayor']],
  [/^filed end of session/, ['lapsed']],
  [/^filed\b/, ['filed', 'lapsed', 'vetoStands']],
  [/^(enacted|adopted)\b/, ['law']],
  [/^approved\b/, ['adopted', 'law']],
  [/^vetoed\b/, ['vetoed', 'vetoStands']],
  [/^(disapproved|defeated|failed)\b/, ['defeated']],
  [/^withdrawn\b/, ['withdrawn']],
  [/^introduced\b/, ['introduced', 'ready']],
  [/\bcommittee\b/, inCommittee],
  [/^(laid over|general orders|deferred)\b/, ['floor', 'committee']],
];

/** The states, by their first word, that the city's status of a matter may mean; none for a status that nobody knows. */
export function expectedStates(status: string): readonly string[] {
  const plain = status.toLowerCase().replaceAll(/[()]/g, '').trim();
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? [];
}
