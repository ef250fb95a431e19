import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, notify, publish, raise, sendTo, stopChild } from './blocks.ts';

type Events = NonNullable<StateNodeConfig['on']>;

const its = { actId: cel('event.actId') };
const become = (status: string, fields: object = {}): ReturnType<typeof amend> =>
  amend('acts', its, { status, since: cel('now'), ...fields });
const maybe = (field: string): ReturnType<typeof cel> =>
  cel(`has(event.${field}) && event.${field} != null ? event.${field} : ""`);
const basisChanged = raise('basis.changed');

const directive = 'context.directives.filter(d, d.directiveId == event.directiveId)[0]';
const change = (fields: object): ReturnType<typeof amend> =>
  amend('directives', { directiveId: cel('event.directiveId') }, fields);

/** One item after the other: a raised event carries the index, as data has no loops. */
const each = (
  event: string,
  more: string,
  which: string,
  actions: object[],
  carry = {},
): Events => {
  const next = raise(event, { index: cel('event.index + 1'), ...carry });
  return {
    [event]: [
      { guard: which, actions: [...actions, next] as never },
      { guard: more, actions: next },
    ],
  };
};
const actAt = 'context.acts[int(event.index)]';
const directiveAt = 'context.directives[int(event.index)]';
const directiveId = cel(`"directive-" + ${directiveAt}.directiveId`);
const that = { directiveId: cel(`${directiveAt}.directiveId`) };

/** What the children tell, kept whatever stage the initiative is in, and what they are told when their basis changes. */
export const childNews: Events = {
  'act.introduced': { actions: become('introduced', { fileNumber: cel('event.fileNumber') }) },
  'act.adopted': {
    actions: become('adopted', { number: maybe('number'), adoptedTextHash: maybe('textHash') }),
  },
  'act.effective': {
    actions: [
      become('effective', {
        number: maybe('number'),
        effectiveAt: cel('event.effectiveAt'),
        inForceSince: cel('now'),
      }),
      basisChanged,
    ],
  },
  'act.suspended': { actions: [become('suspended'), basisChanged] },
  'act.reinstated': { actions: [become('effective'), basisChanged] },
  'act.annulled': {
    actions: [become('annulled', { scope: cel('event.scope') }), basisChanged],
  },
  'act.superseded': {
    actions: [become('superseded', { supersededBy: maybe('by') }), basisChanged],
  },
  'act.expired': { actions: [become('expired'), basisChanged] },
  'act.failed': { actions: become('failed', { reason: cel('event.reason') }) },
  'basis.changed': [
    { guard: 'basisHolds', actions: raise('directives.restored', { index: 0 }) },
    {
      guard: 'somethingRestsOnIt',
      actions: [
        raise('directives.lost', { index: 0 }),
        notify(['departmentHead', 'mayor', 'legalOfficer'], 'basis.lost'),
        publish('basis.lost'),
      ],
    },
  ],
  ...each('acts.withdrawn', 'moreActs', 'thatActIsPending', [
    sendTo(cel(`"act-" + ${actAt}.actId`), {
      type: 'act.withdrawn',
      reason: 'the initiative takes another way',
    }),
    amend('acts', { actId: cel(`${actAt}.actId`) }, { current: false }),
  ]),
  ...each('directives.lost', 'moreDirectives', 'thatDirectiveStands', [
    sendTo(directiveId, { type: 'basis.lost', reason: 'the act behind it is no longer in force' }),
    amend('directives', that, {
      basisLost: true,
      // An annulment that reaches back reaches what was done under the act; it is marked, never removed.
      voidFromTheBeginning: cel(
        `context.acts.exists(a, a.actId in ${directiveAt}.basedOn && a.status == "annulled" && a.scope == "exTunc")`,
      ),
    }),
    'reckon' as never,
  ]),
  ...each('directives.restored', 'moreDirectives', 'thatDirectiveLostItsBasis', [
    sendTo(directiveId, { type: 'basis.restored' }),
    amend('directives', that, { basisLost: false }),
    'reckon' as never,
  ]),
  ...each('directives.withdrawn', 'moreDirectives', 'thatDirectiveStands', [
    sendTo(directiveId, {
      type: 'directive.superseded',
      by: 'new direction',
      reason: 'the direction has changed',
    }),
    amend('directives', that, { status: 'superseded' }),
    'reckon' as never,
  ]),
  ...each(
    'directives.merged',
    'moreDirectives',
    'thatDirectiveIsAddressed',
    [
      sendTo(directiveId, {
        type: 'department.merged',
        department: cel('event.department'),
        into: cel('event.into'),
        effectiveAt: cel('event.effectiveAt'),
      }),
      amend('directives', that, {
        status: 'issued',
        addressees: cel(
          `distinct(${directiveAt}.addressees.map(a, a == event.department ? event.into : a))`,
        ),
        acknowledged: cel(`${directiveAt}.acknowledged.filter(a, a != event.department)`),
      }),
      'reckon' as never,
    ],
    {
      department: cel('event.department'),
      into: cel('event.into'),
      effectiveAt: cel('event.effectiveAt'),
    },
  ),
  'directive.acknowledged': {
    actions: change({
      acknowledged: cel(`distinct(${directive}.acknowledged + [event.department])`),
      refused: cel(`${directive}.refused.filter(d, d != event.department)`),
    }),
  },
  'directive.refused': {
    actions: [
      change({ refused: cel(`distinct(${directive}.refused + [event.department])`) }),
      notify(['initiativeLead', 'departmentHead'], 'directive.refused', {
        department: cel('event.department'),
      }),
    ],
  },
  'directive.incorporated': {
    actions: [
      change({
        incorporated: cel(
          `${directive}.incorporated.filter(i, i.department != event.department)
            + [{"department": event.department, "sopVersion": event.sopVersion, "at": now}]`,
        ),
      }),
      'reckon',
    ],
  },
  'directive.completed': {
    // Departments may have been released, merged or replaced on the way.
    actions: [change({ status: 'incorporated', addressees: cel('event.addressees') }), 'reckon'],
  },
  'directive.reopened': { actions: [change({ status: 'issued' }), 'reckon'] },
  'xstate.done.actor.*': [
    {
      guard: 'aDatasetEnded',
      actions: [
        amend(
          'datasets',
          { id: cel('event.output.datasetId') },
          { status: cel('event.output.outcome'), endedAt: cel('now') },
        ),
        stopChild(cel('event.actorId')),
        'reckon',
      ],
    },
    {
      guard: 'aDirectiveEnded',
      actions: [
        amend(
          'directives',
          { directiveId: cel('event.output.directiveId') },
          {
            status: cel('event.output.outcome == "superseded" ? "superseded" : "ended"'),
            endedAt: cel('now'),
          },
        ),
        stopChild(cel('event.actorId')),
        'reckon',
      ],
    },
    { guard: 'anActEnded', actions: stopChild(cel('event.actorId')) },
  ],
};
