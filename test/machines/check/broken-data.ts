import { cel } from '../../../machines/authoring/cel.ts';
import { places, type Broken } from './places.ts';

const { submitted, waiting, operating } = places;

/** Fields, parameters and expressions that do not fit. */
export const brokenData: readonly Broken[] = [
  [
    'unknown-field',
    { '/actions/keep/0/params/fields/cost': cel('event.csot') },
    '/actions/keep/0/params/fields/cost',
    'Did you mean "cost"?',
  ],
  [
    'unknown-field',
    { '/guards/enough/params/items': cel('context.proposal') },
    '/guards/enough/params/items',
    'Did you mean "proposals"?',
  ],
  [
    'unknown-field',
    { '/machine/context/place': cel('input.palce') },
    '/machine/context/place',
    'Did you mean "place"?',
  ],
  [
    'unknown-field',
    {
      [`${operating}/after/reviewDue`]: {
        target: 'reviewing',
        actions: { type: 'set', params: { adoptedAt: cel('event.cost') } },
      },
    },
    `${operating}/after/reviewDue/actions/params/adoptedAt`,
    'when "reviewDue" comes',
  ],
  [
    'optional-field',
    { '/actions/keep/0/params/fields/note': cel('event.note') },
    '/actions/keep/0/params/fields/note',
    'need not be given',
  ],
  [
    'private-field',
    { '/guards/affordable/@expr': 'event.proposer != "x" && event.cost <= params.limit' },
    '/guards/affordable',
    'personal',
  ],
  [
    'private-field',
    { '/actions/keep/0/params/fields/proposer': cel('event.proposer + "!"') },
    '/actions/keep/0/params/fields/proposer',
    'looks into',
  ],
  [
    'wrong-parameters',
    { '/guards/enough/params/atLeast': 'one' },
    '/guards/enough/params/atLeast',
    'a number',
  ],
  ['wrong-parameters', { [`${submitted}/guard`]: 'affordable' }, `${submitted}/guard`, '"limit"'],
  [
    'wrong-parameters',
    { [`${submitted}/guard`]: { type: 'and', params: {} } },
    `${submitted}/guard/params/guards`,
    'is missing',
  ],
  ['wrong-parameters', { '/actions/keep/1/params/rolls': [] }, '/actions/keep/1/params', '"rolls"'],
  [
    'wrong-parameters',
    { [`${submitted}/actions`]: { type: 'keep', params: { x: 1 } } },
    `${submitted}/actions/params`,
    'ignored',
  ],
  [
    'wrong-parameters',
    { [`${submitted}/actions`]: ['keep', 'raise'] },
    `${submitted}/actions/1`,
    'event',
  ],
  [
    'bad-expression',
    { '/guards/affordable/@expr': 'event.cost <=' },
    '/guards/affordable',
    'Unexpected token',
  ],
  [
    'bad-expression',
    { '/guards/affordable/@expr': 'size("abc") + int(params.limit)' },
    '/guards/affordable',
    'it gives int, bool is needed',
  ],
  [
    'bad-expression',
    { '/guards/affordable/@expr': 'evnt.cost <= params.limit' },
    '/guards/affordable',
    'Unknown variable',
  ],
  [
    'bad-expression',
    { '/guards/affordable/@expr': 'params.limit.matches("(a+)+") ' },
    '/guards/affordable',
    'matches() is not allowed',
  ],
  [
    'bad-expression',
    { '/machine/context/place': { '@lang': 'jsonlogic', '@expr': 'input.place' } },
    '/machine/context/place',
    'no expression',
  ],
  [
    'bad-expression',
    { '/delays/reviewDue/plus': cel('true') },
    '/delays/reviewDue/plus',
    'string is needed',
  ],
  [
    'bad-expression',
    { '/machine/context/adoptedAt': cel('duration("1h")') },
    '/machine/context/adoptedAt',
    'cannot be recorded',
  ],
  [
    'variable-out-of-place',
    { '/actions/keep/0/params/fields/cost': cel('input.place') },
    '/actions/keep/0/params/fields/cost',
    'input',
  ],
  [
    'variable-out-of-place',
    { '/machine/context/adoptedAt': cel('context.place') },
    '/machine/context/adoptedAt',
    'context',
  ],
  [
    'variable-out-of-place',
    { '/actions/keep/0/params/fields/cost': cel('params.cost') },
    '/actions/keep/0/params/fields/cost',
    'params',
  ],
  [
    'field-without-publicity',
    { '/events/proposal.submitted/schema/properties/cost': { type: 'number' } },
    '/events/proposal.submitted/schema/properties/cost',
    'who may see it',
  ],
  [
    'field-without-publicity',
    { '/events/proposal.submitted/schema/properties/cost/publicity': 'secret' },
    '/events/proposal.submitted/schema/properties/cost',
    'no publicity',
  ],
  [
    'field-without-publicity',
    {
      '/events/proposal.submitted/schema/properties/people': {
        type: 'array',
        publicity: 'public',
        items: { type: 'object', properties: { name: { type: 'string', publicity: 'personal' } } },
      },
    },
    '/events/proposal.submitted/schema/properties/people/items/properties/name',
    'inside the list',
  ],
  [
    'bad-schema',
    { '/events/review.held/schema': { type: 'string' } },
    '/events/review.held/schema',
    'object',
  ],
  [
    'bad-schema',
    { '/input/properties/place': { $ref: '#/nowhere/at/all' } },
    '/input',
    'cannot be used',
  ],
  [
    'reserved-field',
    {
      '/events/proposal.submitted/schema/properties/actor': { type: 'string', publicity: 'public' },
    },
    '/events/proposal.submitted/schema/properties/actor',
    'who sent it',
  ],
  [
    'wrong-child-input',
    { [`${waiting}/invoke/input`]: {} },
    `${waiting}/invoke/input`,
    'needs "question"',
  ],
  [
    'wrong-child-input',
    { [`${waiting}/invoke/input/queston`]: 'x' },
    `${waiting}/invoke/input/queston`,
    'Did you mean "question"?',
  ],
];
