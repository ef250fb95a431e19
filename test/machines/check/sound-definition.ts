import { cel } from '../../../machines/authoring/cel.ts';
import type { Definition } from '../../../contracts/definition/definition.ts';

const text = (en: string): Record<string, string> => ({ en, it: `${en} (it)` });
const field = { type: 'string', publicity: 'public' };

/** A child that is asked for its opinion and tells its parent. */
function opinion(): Definition {
  return {
    format: 'statehouse/1',
    id: 'opinion',
    version: '1.0.0',
    title: text('Opinion'),
    languages: ['en', 'it'],
    roles: { expert: { title: text('Expert') } },
    events: { 'opinion.given': { title: text('Opinion given'), by: ['expert'] } },
    input: {
      type: 'object',
      properties: { question: { type: 'string' } },
      required: ['question'],
    },
    machine: {
      context: { question: cel('input.question') },
      initial: 'asked',
      states: {
        asked: {
          meta: { title: text('Asked'), responsible: ['expert'] },
          on: {
            'opinion.given': {
              target: 'given',
              actions: { type: 'sendParent', params: { event: { type: 'opinion.arrived' } } },
            },
          },
        },
        given: { type: 'final', meta: { title: text('Given') } },
      },
    },
  };
}

/** A definition in which `check` finds nothing, with something of everything. A new copy at each call. */
export function soundDefinition(): Definition {
  return {
    format: 'statehouse/1',
    id: 'bench',
    version: '1.0.0',
    title: text('A bench for the square'),
    languages: ['en', 'it'],
    roles: { clerk: { title: text('Clerk') }, mayor: { title: text('Mayor') } },
    calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
    input: {
      type: 'object',
      properties: { place: { type: 'string' } },
      required: ['place'],
    },
    events: {
      'proposal.submitted': {
        title: text('Proposal submitted'),
        by: ['clerk'],
        schema: {
          type: 'object',
          properties: {
            cost: { type: 'number', publicity: 'public' },
            proposer: { type: 'string', publicity: 'personal' },
            note: field,
          },
          required: ['cost', 'proposer'],
        },
      },
      'proposal.adopted': { title: text('Adopted'), by: ['mayor'] },
      'review.held': { title: text('Review held'), by: ['clerk', 'mayor'] },
      'bench.removed': { title: text('Removed'), by: ['mayor'] },
      'opinion.arrived': { title: text('Opinion arrived'), by: ['process'] },
    },
    guards: {
      affordable: { ...cel('event.cost <= params.limit'), title: text('it is affordable') },
      enough: {
        type: 'countAtLeast',
        params: { items: cel('context.proposals'), atLeast: 1 },
      },
    },
    delays: {
      adoptionDue: { plus: 'P10BD', title: text('Adoption due') },
      reviewDue: { from: cel('context.adoptedAt'), plus: cel('"P1Y"'), title: text('Review due') },
    },
    actions: {
      keep: [
        {
          type: 'record',
          params: {
            list: 'proposals',
            fields: {
              cost: cel('event.cost'),
              proposer: cel('event.proposer'),
              note: cel('has(event.note) ? event.note : ""'),
            },
          },
        },
        { type: 'notify', params: { roles: ['mayor'], template: 'proposal' } },
      ],
    },
    machines: { opinion: opinion() },
    machine: {
      id: 'bench',
      context: { place: cel('input.place'), proposals: [], adoptedAt: cel('now') },
      initial: 'open',
      states: {
        open: {
          type: 'parallel',
          states: {
            proposals: {
              initial: 'collecting',
              states: {
                collecting: {
                  meta: { title: text('Collecting'), responsible: ['clerk'] },
                  on: {
                    'proposal.submitted': {
                      guard: { type: 'affordable', params: { limit: 500 } },
                      actions: 'keep',
                    },
                    'proposal.adopted': { target: '#official', guard: 'enough' },
                  },
                  after: { adoptionDue: '#bench.dropped' },
                },
              },
            },
            opinions: {
              initial: 'waiting',
              states: {
                waiting: {
                  meta: { title: text('Waiting for an opinion') },
                  invoke: {
                    id: 'expertOpinion',
                    src: 'opinion',
                    input: { question: cel('context.place') },
                    onDone: 'heard',
                  },
                },
                heard: {
                  meta: { title: text('Opinion heard'), resting: text('All is said.') },
                },
              },
            },
          },
        },
        official: {
          id: 'official',
          meta: { responsible: ['mayor'] },
          initial: 'operating',
          entry: { type: 'set', params: { adoptedAt: cel('now') } },
          on: { 'bench.removed': 'removed' },
          states: {
            operating: { meta: { title: text('In use') }, after: { reviewDue: 'reviewing' } },
            reviewing: {
              meta: { title: text('Under review') },
              on: { 'review.held': { target: 'operating' } },
            },
          },
        },
        removed: { type: 'final', meta: { title: text('Removed') } },
        dropped: { type: 'final', meta: { title: text('Dropped') } },
      },
    },
    properties: [{ never: 'official', before: 'proposal.adopted' }],
  };
}
