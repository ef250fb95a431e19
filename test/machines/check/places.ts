/** JSON pointers into the sound definition. */
export const places = {
  open: '/machine/states/open',
  collecting: '/machine/states/open/states/proposals/states/collecting',
  submitted: '/machine/states/open/states/proposals/states/collecting/on/proposal.submitted',
  waiting: '/machine/states/open/states/opinions/states/waiting',
  official: '/machine/states/official',
  operating: '/machine/states/official/states/operating',
  child: '/machines/opinion',
} as const;

/**
 * A definition that breaks a rule: its code, what is changed in the sound definition, where the finding is, and words of its
 * message.
 */
export type Broken = readonly [
  code: string,
  changes: Readonly<Record<string, unknown>>,
  path: string,
  words: string,
];
