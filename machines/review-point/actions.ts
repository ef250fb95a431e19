import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import type { Expression } from '../../contracts/definition/expression.ts';
import { cel } from '../authoring/cel.ts';

const tellParent = (type: string, fields: Record<string, Expression> = {}): object => ({
  type: 'sendParent',
  params: {
    event: {
      type,
      reviewId: cel('context.reviewId'),
      kind: cel('context.kind'),
      ...fields,
    },
  },
});
const tell = (roles: string[], template: string): object => ({
  type: 'notify',
  params: {
    roles,
    template,
    about: {
      reviewId: cel('context.reviewId'),
      kind: cel('context.kind'),
      initiativeId: cel('context.initiativeId'),
    },
  },
});
const set = (params: object): object => ({ type: 'set', params });

const blocks = {
  openWindow: [
    tellParent('review.opened'),
    tell(['initiativeLead', 'partnerRepresentative', 'citizenPanel'], 'review.open'),
  ],
  hold: [
    set({
      heldAt: cel('now'),
      participants: cel('has(event.participants) ? event.participants : []'),
      minutes: cel('has(event.minutes) ? event.minutes : ""'),
    }),
    tellParent('review.held'),
  ],
  missOnce: [
    set({ missedAt: cel('now'), timesMissed: 1 }),
    tell(['initiativeLead', 'partnerRepresentative', 'departmentHead'], 'review.missed'),
  ],
  // A flag that everybody can see and an item for the committee; the service itself goes on.
  missTwice: [
    set({ timesMissed: 2 }),
    tellParent('review.missed', { times: cel('context.timesMissed') }),
    {
      type: 'publish',
      params: {
        what: 'review.missed',
        about: {
          reviewId: cel('context.reviewId'),
          kind: cel('context.kind'),
          initiativeId: cel('context.initiativeId'),
        },
      },
    },
    tell(['committeeChair', 'initiativeLead'], 'review.missedTwice'),
  ],
  remindCommittee: [tell(['committeeChair', 'initiativeLead'], 'review.stillMissed')],
  addIndicator: [
    {
      type: 'record',
      params: {
        list: 'indicators',
        fields: {
          name: cel('event.name'),
          value: cel('event.value'),
          unit: cel('has(event.unit) ? event.unit : ""'),
          source: cel('event.source'),
          asked: cel('has(event.asked) ? event.asked : null'),
          responseRate: cel('has(event.responseRate) ? event.responseRate : null'),
        },
      },
    },
  ],
  addFindings: [
    {
      type: 'record',
      params: { list: 'history', fields: { what: 'findings', findings: cel('event.findings') } },
    },
    set({
      findings: cel('event.findings'),
      lessons: cel('has(event.lessons) ? event.lessons : []'),
    }),
  ],
  conclude: [
    set({ decision: cel('event.decision'), reason: cel('event.reason'), concludedAt: cel('now') }),
  ],
  remindRecorders: [tell(['initiativeLead', 'partnerRepresentative'], 'review.indicatorsDue')],
  remindFinders: [tell(['initiativeLead', 'partnerRepresentative'], 'review.findingsDue')],
  remindDeciders: [tell(['cityClerk', 'secretaryGeneral'], 'review.decisionDue')],
} satisfies Record<string, object[]>;

/** What happens to a review, and who is told. */
export const actions = blocks as unknown as Record<keyof typeof blocks, ActionDefinition>;
