import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';

/** A history of our own making: `at` and what the clerk wrote, with the body after a bar when it matters. */
export function matter(
  file: string,
  status: string,
  entries: readonly (readonly [at: string, words: string])[],
): CouncilMatter {
  return {
    file,
    status,
    history: entries.map(([at, words]) => {
      const [action = '', body = 'City Council'] = words.split(' | ');
      return { at: `${at}:00Z`, action, body, version: '*', modified: `${at}:00Z` };
    }),
  };
}

const toMayor = [
  ['2031-01-08T13:30', 'Introduced by Council'],
  ['2031-01-08T13:35', 'Referred to Comm by Council'],
  ['2031-02-11T10:00', 'Hearing Held by Committee | Committee on Kiosks'],
  ['2031-02-11T10:00', 'Laid Over by Committee | Committee on Kiosks'],
  ['2031-03-04T10:00', 'Hearing Held by Committee | Committee on Kiosks'],
  ['2031-03-04T10:00', 'Amended by Committee | Committee on Kiosks'],
  ['2031-03-04T10:00', 'Approved by Committee | Committee on Kiosks'],
  ['2031-03-05T13:30', 'Approved by Council'],
  ['2031-03-05T17:00', 'Sent to Mayor by Council'],
] as const;

/** A kiosk bill that goes every way a bill can go after it was sent to the mayor. */
export const kiosks = {
  signed: matter('Int 9001-2031', 'Enacted', [
    ...toMayor,
    ['2031-03-20T11:00', 'Hearing Held by Mayor | Mayor'],
    ['2031-03-20T11:30', 'Signed Into Law by Mayor | Mayor'],
    ['2031-03-21T09:00', 'Recved from Mayor by Council'],
  ]),
  silent: matter('Int 9002-2031', 'Enacted', [
    ...toMayor,
    ['2031-04-05T00:01', 'City Charter Rule Adopted | Administration'],
    ['2031-04-07T16:00', 'Returned Unsigned by Mayor | Mayor'],
  ]),
  silentBackwards: matter('Int 9003-2031', 'Enacted', [
    ...toMayor,
    ['2031-04-04T16:00', 'Returned Unsigned by Mayor | Mayor'],
    ['2031-04-05T00:01', 'City Charter Rule Adopted | Administration'],
  ]),
  overridden: matter('Int 9004-2031', 'Enacted', [
    ...toMayor,
    ['2031-03-28T11:00', 'Vetoed by Mayor | Mayor'],
    ['2031-03-31T09:00', 'Recved from Mayor by Council'],
    ['2031-04-15T10:00', 'Hearing Held by Committee | Committee on Kiosks'],
    ['2031-04-15T10:00', 'Approved by Committee | Committee on Kiosks'],
    ['2031-04-16T13:30', 'Overridden by Council'],
  ]),
  vetoed: matter('Int 9005-2031', 'Vetoed', [
    ...toMayor,
    ['2031-03-28T11:00', 'Vetoed by Mayor | Mayor'],
  ]),
  recalled: matter('Int 9006-2031', 'Filed (End of Session)', [
    ...toMayor,
    ['2031-03-10T10:00', 'Recalled by Council'],
    ['2031-03-10T10:05', 'Recommitted to Committee by Council'],
    ['2031-12-31T23:59', 'Filed (End of Session)'],
  ]),
  waiting: matter('Int 9007-2031', "Enacted (Mayor's Desk for Signature)", toMayor),
  preconsidered: matter('Int 9008-2031', 'Filed', [
    ['2031-01-07T10:00', 'Hearing on P-C Item by Comm | Committee on Kiosks'],
    ['2031-01-07T10:00', 'P-C Item Approved by Comm | Committee on Kiosks'],
    ['2031-01-08T13:30', 'Introduced by Council'],
    ['2031-01-08T13:30', 'Referred to Comm by Council'],
    ['2031-01-08T13:30', 'Laid Over by Council'],
    ['2031-06-30T12:00', 'Filed by Council'],
  ]),
};

export const benches = {
  adopted: matter('Res 901-2031', 'Adopted', [
    ['2031-01-08T13:30', 'Introduced by Council'],
    ['2031-01-08T13:30', 'Referred to Comm by Council'],
    ['2031-02-11T10:00', 'Approved by Committee | Committee on Benches'],
    ['2031-02-12T13:30', 'Approved, by Council'],
  ]),
  fromCommittee: matter('Res 902-2031', 'Adopted', [
    ['2031-02-11T10:00', 'Approved by Committee with Modifications and Referred to CPC | Land Use'],
    ['2031-02-12T13:30', 'Approved, by Council'],
  ]),
  disapproved: matter('Res 903-2031', 'Disapproved', [
    ['2031-02-11T10:00', 'Disapproved by Committee | Land Use'],
    ['2031-02-12T13:30', 'Disapproved by Council'],
  ]),
};
