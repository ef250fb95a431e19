import { places, type Broken } from './places.ts';

const { open, collecting, submitted, waiting, official, operating, child } = places;

/** States, events and deadlines that no process could live by. */
export const brokenStates: readonly Broken[] = [
  [
    'unreachable-state',
    { '/machine/states/lost': { type: 'final', meta: { title: { en: 'Lost', it: 'Perso' } } } },
    '/machine/states/lost',
    'can ever come',
  ],
  [
    'dead-end',
    {
      [`${open}/states/opinions/states/heard/meta`]: {
        title: { en: 'Heard', it: 'Sentito' },
        responsible: ['clerk'],
      },
    },
    `${open}/states/opinions/states/heard`,
    'for ever',
  ],
  [
    'nobody-responsible',
    {
      [`${collecting}/meta/responsible`]: [],
      [`${collecting}/after`]: undefined,
      '/delays/adoptionDue': undefined,
      [`${collecting}/on/bench.removed`]: '#bench.dropped',
    },
    collecting,
    'nobody responsible',
  ],
  ['untitled-state', { [`${operating}/meta`]: undefined }, operating, 'no title'],
  [
    'missing-translation',
    { '/title/it': undefined },
    '/title',
    'The title of the process is not given in it',
  ],
  [
    'missing-translation',
    { '/roles/mayor/title': { en: 'Mayor' } },
    '/roles/mayor/title',
    'the role "mayor"',
  ],
  [
    'missing-translation',
    { '/guards/affordable/title': { it: 'x' } },
    '/guards/affordable/title',
    'en',
  ],
  [
    'missing-translation',
    { '/events/review.held/title': { en: 'x' } },
    '/events/review.held/title',
    'review.held',
  ],
  [
    'missing-translation',
    { [`${open}/states/opinions/states/heard/meta/resting`]: { en: 'x' } },
    `${open}/states/opinions/states/heard/meta/resting`,
    'resting',
  ],
  [
    'missing-translation',
    { [`${child}/languages`]: ['en'] },
    `${child}/languages`,
    'The child "opinion"',
  ],
  [
    'region-restart',
    {
      [`${open}/states/proposals/on`]: {
        'bench.removed': { target: '.collecting', reenter: true },
      },
    },
    `${open}/states/proposals/on/bench.removed`,
    'proposals, opinions all begin anew',
  ],
  [
    'region-restart',
    { [`${collecting}/on/bench.removed`]: '#bench.open.opinions.heard' },
    `${collecting}/on/bench.removed`,
    'all begin anew',
  ],
  [
    'nobody-may-send',
    { '/events/proposal.adopted/by': [] },
    '/events/proposal.adopted/by',
    'Nobody',
  ],
  [
    'nobody-may-send',
    { '/events/proposal.adopted/by': ['king'] },
    '/events/proposal.adopted/by',
    'Nobody',
  ],
  [
    'unheard-event',
    { '/events/bench.painted': { title: { en: 'P', it: 'P' }, by: ['clerk'] } },
    '/events/bench.painted',
    'no state ever takes it',
  ],
  [
    'official-ends',
    {
      [official]: {
        id: 'official',
        type: 'final',
        meta: { title: { en: 'Official', it: 'Ufficiale' } },
      },
    },
    official,
    'only a milestone',
  ],
  [
    'official-unreviewed',
    { [`${operating}/after`]: undefined, [`${operating}/on`]: { 'review.held': 'reviewing' } },
    official,
    'Nothing ever looks again',
  ],
  ['official-unattended', { [`${official}/meta`]: undefined }, official, 'Nobody is responsible'],
  [
    'reserved-role',
    { [`${official}/meta/responsible`]: ['mayor', 'process'] },
    `${official}/meta/responsible/1`,
    'process',
  ],
  [
    'reserved-role',
    { '/roles/system': { title: { en: 'S', it: 'S' } } },
    '/roles/system',
    'Statehouse itself',
  ],
  [
    'reserved-event',
    {
      '/events/xstate.stop': { title: { en: 'S', it: 'S' }, by: ['clerk'] },
      [`${collecting}/on/xstate.stop`]: '#bench.dropped',
    },
    '/events/xstate.stop',
    "engine's",
  ],
  [
    'guard-without-explanation',
    { [`${submitted}/guard`]: { type: 'stateIn', params: { state: '#official' } } },
    `${submitted}/guard`,
    'no title',
  ],
  [
    'impossible-delay',
    { [`${collecting}/after`]: { '-5': '#bench.dropped' } },
    `${collecting}/after/-5`,
    'no whole number',
  ],
  [
    'impossible-delay',
    { [`${collecting}/after`]: { Infinity: '#bench.dropped' } },
    `${collecting}/after/Infinity`,
    'no whole number',
  ],
  [
    'impossible-delay',
    { '/delays/adoptionDue': { title: { en: 'x', it: 'x' } } },
    '/delays/adoptionDue',
    'neither from when nor how long',
  ],
  ['impossible-delay', { '/calendar': undefined }, '/delays/adoptionDue', 'no calendar'],
  ['impossible-delay', { '/delays/adoptionDue': 4e12 }, '/delays/adoptionDue', 'hundred years'],
  [
    'numeric-delay',
    { [`${collecting}/after/60000`]: '#bench.dropped' },
    `${collecting}/after/60000`,
    '60000 milliseconds',
  ],
  ['bad-calendar', { '/calendar/timezone': 'Europe/Atlantis' }, '/calendar/timezone', 'Atlantis'],
  [
    'endless-loop',
    { [`${operating}/always`]: 'reviewing', [`${official}/states/reviewing/always`]: 'operating' },
    operating,
    'comes back to itself',
  ],
  [
    'endless-loop',
    {
      [`${operating}/entry`]: { type: 'raise', params: { event: { type: 'review.held' } } },
      [`${operating}/on`]: { 'review.held': { target: 'operating', reenter: true } },
    },
    operating,
    'comes back to itself',
  ],
  [
    'endless-loop',
    {
      [`${official}/initial`]: 'ended',
      [`${official}/states/ended`]: { type: 'final' },
      [`${official}/onDone`]: 'official',
    },
    `${official}/states/ended`,
    'comes back to itself',
  ],
  [
    'transition-never-taken',
    {
      [`${collecting}/on/proposal.adopted`]: [
        { target: '#official' },
        { target: '#bench.dropped' },
      ],
    },
    `${collecting}/on/proposal.adopted/1`,
    'never taken',
  ],
  [
    'setting-without-effect',
    { [`${operating}/context`]: { a: 1 } },
    `${operating}/context`,
    'no effect',
  ],
  [
    'setting-without-effect',
    { '/machine/states/dropped/on': { 'bench.removed': 'removed' } },
    '/machine/states/dropped/on',
    'no effect',
  ],
  [
    'entered-without-leaving',
    { [`${collecting}/on/bench.removed`]: '#bench' },
    `${collecting}/on/bench.removed`,
    'has not left',
  ],
  [
    'entered-without-leaving',
    {
      [`${official}/states/before`]: { type: 'history' },
      [`${operating}/on`]: { 'review.held': 'before' },
    },
    `${operating}/on/review.held`,
    'has not left',
  ],
  [
    'entered-without-leaving',
    {
      [`${open}/states/before`]: { type: 'history', history: 'deep' },
      [`${open}/on`]: { 'review.held': '.before' },
    },
    `${open}/on/review.held`,
    'or lose some',
  ],
  [
    'unheard-snapshot',
    { [`${waiting}/invoke/onSnapshot`]: 'heard' },
    `${waiting}/invoke/onSnapshot`,
    'would never happen',
  ],
];
