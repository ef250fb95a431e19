import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const tellParent = (type: string, fields: object = {}): object => ({
  type: 'sendParent',
  params: { event: { type, datasetId: cel('context.datasetId'), ...fields } },
});
const tell = (roles: string[], template: string): object => ({
  type: 'notify',
  params: {
    roles,
    template,
    about: { datasetId: cel('context.datasetId'), departmentId: cel('context.departmentId') },
  },
});
const set = (params: object): object => ({ type: 'set', params });
const finding = (kind: string, text: string): object => ({
  type: 'record',
  params: { list: 'findings', fields: { kind, text: cel(text) } },
});
const seen = set({
  lastCheck: {
    at: cel('now'),
    by: cel('event.actor.subject'),
    catalogue: cel('has(event.catalogue) ? event.catalogue : "answered"'),
    public: cel('has(event.public) ? event.public : null'),
    licence: cel('has(event.licence) ? event.licence : null'),
    distributionsReachable: cel(
      'has(event.distributionsReachable) ? event.distributionsReachable : null',
    ),
    hash: cel('has(event.hash) ? event.hash : null'),
  },
  checks: cel('context.checks + 1'),
});
const good = [seen, set({ lastGoodAt: cel('now'), counted: true, fault: null, faultySince: null })];
/** A second fault on top of the first does not begin the grace anew. */
const faulty = (fault: string): object =>
  set({
    fault,
    faultySince: cel('context.faultySince != null ? context.faultySince : now'),
  });
const leaveCount = (reason: string): object[] => [
  tellParent('dataset.lost', { reason: cel(reason) }),
  set({ counted: false }),
];

const blocks = {
  inventory: [
    set({
      departmentId: cel('event.owningDepartmentId'),
      identifier: cel('event.identifier'),
      preparedBy: cel('context.preparedBy + [event.actor.subject]'),
    }),
  ],
  clear: [set({ privacy: { opinion: cel('event.opinion'), at: cel('now') }, conditions: [] })],
  condition: [
    set({
      privacy: { opinion: cel('event.opinion'), at: cel('now') },
      conditions: cel('event.conditions.map(c, {"condition": c, "fulfilled": false})'),
    }),
  ],
  refuse: [finding('privacy', 'event.reason')],
  fulfil: [
    {
      type: 'amend',
      params: {
        list: 'conditions',
        where: { condition: cel('event.condition') },
        set: { fulfilled: true, evidence: cel('event.evidence'), at: cel('now') },
      },
    },
  ],
  rework: [
    finding('reworked', 'event.measures'),
    set({ preparedBy: cel('context.preparedBy + [event.actor.subject]') }),
  ],
  license: [set({ licence: cel('event.licence') })],
  assess: [set({ quality: { at: cel('now'), report: cel('event.report') } })],
  findFaults: [finding('quality', 'event.report')],
  publishIt: [
    set({
      publishedAt: cel('now'),
      publishers: cel(
        'context.publishers + [event.actor.subject] + (has(event.actor.onBehalfOf) ? [event.actor.onBehalfOf] : [])',
      ),
      accessUrls: cel('event.accessUrls'),
    }),
    {
      type: 'publish',
      params: {
        what: 'dataset',
        about: { datasetId: cel('context.datasetId'), title: cel('context.title') },
      },
    },
  ],
  lookUp: [
    {
      type: 'verifyDatasets',
      params: {
        datasets: [
          {
            datasetId: cel('context.datasetId'),
            catalogue: cel('context.catalogue'),
            identifier: cel('context.identifier'),
            accessUrls: cel('context.accessUrls'),
          },
        ],
        answer: 'dataset.probed',
      },
    },
  ],
  see: [seen],
  open: [
    ...good,
    set({ openedAt: cel('now') }),
    tellParent('dataset.opened', { departmentId: cel('context.departmentId') }),
  ],
  reopen: [...good, tellParent('dataset.restored')],
  confirm: good,
  findBroken: [seen, faulty('broken'), finding('broken', '"not open to all"')],
  findStale: [faulty('stale'), finding('stale', '"no conclusive check"')],
  repair: [finding('repaired', 'event.measures')],
  lose: leaveCount('context.fault'),
  withdraw: [finding('withdrawn', 'event.reason')],
  withdrawFromCount: [finding('withdrawn', 'event.reason'), ...leaveCount('event.reason')],
  takeDown: [
    {
      type: 'record',
      params: {
        list: 'incidents',
        fields: { incident: cel('event.incident'), cause: cel('event.cause'), closedAt: null },
      },
    },
    {
      type: 'publish',
      params: { what: 'dataset.takenDown', about: { datasetId: cel('context.datasetId') } },
    },
    tell(['dataProtectionOfficer', 'departmentHead', 'dataSteward'], 'dataset.takenDown'),
  ],
  leaveCountForIncident: leaveCount('event.cause'),
  closeIncident: [
    {
      type: 'amend',
      params: {
        list: 'incidents',
        where: { incident: cel('event.incident') },
        set: { closedAt: cel('now'), measures: cel('event.measures') },
      },
    },
  ],
  supersede: [set({ supersededBy: cel('event.by'), outcome: 'superseded' })],
  leaveCountForSuccessor: leaveCount('"superseded"'),
  drop: [finding('dropped', 'event.reason'), set({ outcome: 'dropped' })],
  remindOwner: [tell(['departmentHead', 'dataSteward'], 'dataset.waiting')],
  remindPrivacy: [tell(['dataProtectionOfficer'], 'dataset.privacyWaiting')],
  remindSteward: [tell(['dataSteward'], 'dataset.unverified')],
  alarmFaulty: [tell(['departmentHead', 'dataSteward'], 'dataset.faulty')],
  alarmLost: [tell(['departmentHead', 'dataSteward', 'initiativeLead'], 'dataset.lost')],
  alarmIncident: [tell(['dataProtectionOfficer', 'mayor'], 'dataset.incidentOpen')],
} satisfies Record<string, object[]>;

/** What happens to the dataset, and who is told. */
export const actions = blocks as unknown as Record<keyof typeof blocks, ActionDefinition>;
