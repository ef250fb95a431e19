import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { and, decided, meta, not, notify, publish, raise, set, spawn } from './blocks.ts';
import { designLoop, objectiveEvents } from './designing.ts';
import { dayAfterHours } from './facts.ts';
import { issueDirective } from './going-official.ts';

const suspendFor = (cause: string, from: string, plus: string): ReturnType<typeof set> =>
  set({
    serviceSuspension: {
      cause,
      since: cel('now'),
      from: cel(from),
      plus: cel(plus),
    },
  });
const loseBasis = {
  target: 'suspended',
  guard: not('basisHolds'),
  actions: suspendFor('basis', 'now', 'context.policy.cureIn'),
};
const amendment = (src: string, body: string): object[] => [
  spawn(src, cel('"act-" + event.actId'), {
    actId: cel('event.actId'),
    title: cel('event.title'),
    profile: cel('context.profile'),
    textHash: cel('event.textHash'),
    initiativeId: cel('context.initiativeId'),
    replaces: cel('event.replaces'),
  }),
  set({
    acts: cel(
      `context.acts + [{"actId": event.actId, "body": "${body}", "status": "pending", "current": true, "number": "",
        "textHash": event.textHash, "replaces": event.replaces, "effectiveAt": "", "at": now}]`,
    ),
  }),
];
const submits = (instrument: string): ReturnType<typeof and> =>
  and('isNewAct', `amendsBy${instrument}`);
const redesign = {
  target: 'reCoDesigning',
  actions: [
    set({ redesign: { since: cel('now'), passed: false } }),
    decided('re-design begun', ['review', 'checkpoint']),
  ],
};
const tellUsers = notify(
  ['communications', 'departmentHead', 'partnerRepresentative'],
  'service.changed',
);

/** A milestone, not the end: the service runs, is looked at, designed anew, and one day ends in good order. */
export const official: StateNodeConfig = {
  id: 'official',
  meta: meta('Official', 'Ufficiale', {
    stage: 'official',
    milestone: 'official',
    maturity: 'official',
    official: true,
    responsible: ['departmentHead'],
  }),
  initial: 'operating',
  on: {
    ...issueDirective,
    'review.decided': [
      { ...redesign, target: '.reCoDesigning', guard: 'decidesRedesign' },
      {
        target: '.suspended',
        guard: 'decidesSuspension',
        actions: [
          suspendFor('review', 'now', 'context.policy.cureIn'),
          decided('service suspended by review', ['review']),
        ],
      },
      {
        target: '.sunsetting',
        guard: 'decidesEnd',
        actions: [
          set({
            sunset: {
              endsOn: cel(dayAfterHours(180 * 24)),
              reason: 'review',
              authority: '',
              since: cel('now'),
            },
          }),
          decided('end decided by review', ['review']),
        ],
      },
    ],
    // A new direction needs a new version of the objective; the service stays in force meanwhile.
    'outcome.decided': {
      target: '.reCoDesigning',
      guard: 'isChangeOfDirection',
      actions: [...redesign.actions, set({ directionChanged: true })],
    },
    'service.suspended': {
      target: '.suspended',
      actions: [
        suspendFor('authority', 'event.resumeBy', '"P0D"'),
        decided('service suspended', ['act', 'review']),
        publish('service.suspended', { reason: cel('event.reason') }),
      ],
    },
    'sunset.decided': {
      target: '.sunsetting',
      actions: [
        set({
          sunset: {
            endsOn: cel('event.endsOn'),
            reason: cel('event.reason'),
            authority: cel('event.authority'),
            since: cel('now'),
          },
        }),
        decided('end of the service decided', ['review', 'act']),
      ],
    },
    'amendment.submitted': [
      { guard: submits('CouncilAct'), actions: amendment('councilAct', 'council') as never },
      { guard: submits('Resolution'), actions: amendment('resolution', 'council') as never },
      { guard: submits('MayorsAct'), actions: amendment('mayorsAct', 'mayor') as never },
    ],
  },
  states: {
    operating: {
      meta: meta('In operation', 'In esercizio'),
      initial: 'running',
      always: loseBasis,
      on: { 'redesign.begun': redesign },
      states: {
        running: {
          meta: meta('Running', 'Attivo', { responsible: ['departmentHead'] }),
          always: { target: 'embedded', guard: 'isEmbedded' },
          on: { 'review.opened': 'underReview' },
        },
        underReview: {
          meta: meta('Under review', 'In revisione', {
            responsible: ['departmentHead', 'citizenPanel', 'partnerRepresentative'],
          }),
          on: { 'review.decided': { target: 'running', guard: 'lifeGoesOn' } },
        },
        embedded: {
          meta: meta('Part of how the city works', 'Parte del modo di lavorare della città', {
            maturity: 'embedded',
            responsible: ['departmentHead'],
          }),
          on: { 'review.opened': 'underReview' },
        },
      },
    },
    reCoDesigning: {
      meta: meta('Being designed anew, still in force', 'In riprogettazione, ancora in vigore', {
        responsible: ['initiativeLead', 'citizenPanel', 'partnerRepresentative'],
      }),
      initial: 'unpacking',
      always: loseBasis,
      states: designLoop,
      on: {
        ...objectiveEvents,
        'outcome.decided': {
          guard: 'continues',
          actions: set({ redesign: cel('{"since": context.redesign.since, "passed": true}') }),
        },
        'redesign.completed': {
          target: 'operating',
          guard: 'redesignPassed',
          actions: [
            set({ redesign: null }),
            decided('re-design completed', ['checkpoint', 'result', 'partner']),
            publish('service.redesigned', { summary: cel('event.summary') }),
          ],
        },
      },
    },
    suspended: {
      meta: meta('Service suspended', 'Servizio sospeso', {
        responsible: ['departmentHead', 'mayor', 'legalOfficer'],
      }),
      entry: tellUsers,
      on: {
        'service.resumed': {
          target: 'operating',
          guard: 'basisHolds',
          actions: [set({ serviceSuspension: null }), decided('service resumed', ['act'])],
        },
        'service.suspended': {},
      },
      after: {
        serviceResumeDue: {
          actions: [raise('closing.ordered', { reason: 'sunset' })],
        },
      },
    },
    sunsetting: {
      meta: meta('Coming to its end', 'Verso la cessazione', {
        responsible: ['departmentHead', 'communications'],
      }),
      entry: [tellUsers, publish('service.sunset', { endsOn: cel('context.sunset.endsOn') })],
      on: {
        'sunset.revoked': {
          target: 'operating',
          actions: [set({ sunset: null }), decided('end of the service revoked', ['review'])],
        },
        'sunset.decided': {},
        'service.suspended': {},
        'review.decided': {},
      },
      after: { sunsetDue: { actions: raise('closing.ordered', { reason: 'sunset' }) } },
    },
  },
};
