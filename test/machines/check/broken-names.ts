import { places, type Broken } from './places.ts';

const { collecting, submitted, waiting, official, operating, child } = places;

/** Names that lead nowhere, or twice to the same place. */
export const brokenNames: readonly Broken[] = [
  [
    'unknown-guard',
    { [`${submitted}/guard`]: 'afordable' },
    `${submitted}/guard`,
    'Did you mean "affordable"?',
  ],
  ['unknown-guard', { [`${submitted}/guard`]: 'toString' }, `${submitted}/guard`, 'toString'],
  [
    'unknown-guard',
    {
      [`${submitted}/guard`]: {
        type: 'and',
        params: { guards: ['enough', { type: 'not', params: { guard: 'hasOwnProperty' } }] },
      },
    },
    `${submitted}/guard/params/guards/1/params/guard`,
    'hasOwnProperty',
  ],
  [
    'unknown-action',
    { [`${submitted}/actions`]: ['keep', 'notfy'] },
    `${submitted}/actions/1`,
    'Did you mean "notify"?',
  ],
  ['unknown-action', { '/actions/again': { type: 'keep' } }, '/actions/again', 'keep'],
  ['unknown-action', { [`${official}/entry`]: 'valueOf' }, `${official}/entry`, 'valueOf'],
  [
    'unknown-delay',
    { [`${collecting}/after`]: { adoptionDoe: '#bench.dropped' } },
    `${collecting}/after/adoptionDoe`,
    'Did you mean "adoptionDue"?',
  ],
  [
    'unknown-delay',
    {
      [`${operating}/entry`]: {
        type: 'raise',
        params: { event: { type: 'review.held' }, delay: 'soon' },
      },
    },
    `${operating}/entry/params/delay`,
    '"soon"',
  ],
  [
    'unknown-machine',
    { [`${waiting}/invoke/src`]: 'opinoin' },
    `${waiting}/invoke/src`,
    'Did you mean "opinion"?',
  ],
  [
    'unknown-machine',
    { [`${waiting}/invoke/src`]: 'toString' },
    `${waiting}/invoke/src`,
    'toString',
  ],
  [
    'unknown-role',
    { '/events/proposal.adopted/by': ['mayer', 'clerk'] },
    '/events/proposal.adopted/by/0',
    'Did you mean "mayor"?',
  ],
  [
    'unknown-role',
    { [`${official}/meta/responsible`]: ['council'] },
    `${official}/meta/responsible/0`,
    'council',
  ],
  [
    'unknown-role',
    { '/administration': { suspend: ['boss'] } },
    '/administration/suspend/0',
    'boss',
  ],
  [
    'unknown-role',
    { '/actions/keep/1/params/roles': ['press'] },
    '/actions/keep/1/params/roles/0',
    'press',
  ],
  [
    'unknown-state',
    { [`${official}/on/bench.removed`]: 'remved' },
    `${official}/on/bench.removed/target`,
    'Did you mean "removed"?',
  ],
  [
    'unknown-state',
    { [`${collecting}/after/adoptionDue`]: '#bench.droped' },
    `${collecting}/after/adoptionDue/target`,
    '#bench.droped',
  ],
  [
    'unknown-state',
    { [`${official}/initial`]: 'oprating' },
    `${official}/initial`,
    'Did you mean "operating"?',
  ],
  ['unknown-state', { [`${official}/initial`]: undefined }, official, 'begins'],
  [
    'unknown-state',
    { '/machine/on': { 'bench.removed': 'removed' } },
    '/machine/on/bench.removed/target',
    'leads nowhere',
  ],
  [
    'unknown-state',
    { [`${submitted}/guard`]: { type: 'stateIn', params: { state: '#offical' } } },
    `${submitted}/guard/params/state`,
    'Did you mean "#official"?',
  ],
  [
    'unknown-event',
    { [`${operating}/entry`]: { type: 'raise', params: { event: { type: 'review.hold' } } } },
    `${operating}/entry/params/event/type`,
    'Did you mean "review.held"?',
  ],
  [
    'unknown-event',
    {
      [`${submitted}/actions`]: [
        'keep',
        { type: 'sendTo', params: { to: 'expertOpinion', event: { type: 'opinion.give' } } },
      ],
    },
    `${submitted}/actions/1/params/event/type`,
    'Did you mean "opinion.given"?',
  ],
  [
    'unknown-child',
    { [`${submitted}/actions`]: ['keep', { type: 'stopChild', params: { id: 'expertOpinon' } }] },
    `${submitted}/actions/1/params/id`,
    'Did you mean "expertOpinion"?',
  ],
  [
    'unknown-property-name',
    { '/properties/0/never': 'oficial' },
    '/properties/0/never',
    'Did you mean "official"?',
  ],
  [
    'undeclared-event',
    { [`${collecting}/on/proposal.adoptd`]: '#official' },
    `${collecting}/on/proposal.adoptd`,
    'Did you mean "proposal.adopted"?',
  ],
  ['undeclared-child-event', { '/events/opinion.arrived': undefined }, child, 'opinion.arrived'],
  [
    'duplicate-id',
    { '/machine/states/dropped/id': 'official' },
    '/machine/states/dropped/id',
    'same id',
  ],
  [
    'duplicate-child',
    { [`${collecting}/invoke`]: { id: 'expertOpinion', src: 'opinion', input: { question: 'x' } } },
    `${waiting}/invoke/id`,
    'replace',
  ],
  [
    'circular-guard',
    {
      '/guards/first': { type: 'not', params: { guard: 'second' } },
      '/guards/second': { type: 'and', params: { guards: ['enough', 'first'] } },
      [`${submitted}/guard`]: 'first',
    },
    '/guards/first',
    'made of itself',
  ],
  ['unused-name', { '/guards/never': { type: 'enough' } }, '/guards/never', 'never used'],
  ['unused-name', { '/delays/never': 'P1D' }, '/delays/never', 'never used'],
];
