import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { amend, and, breach, cure, meta, not, notify, raise, record, set } from './blocks.ts';
import { organisation } from './facts.ts';
import { agreeing, region } from './region.ts';

const newcomer = (from: string): object => ({
  id: cel(`${from}.id`),
  name: cel(`${from}.name`),
  sector: cel(`${from}.sector`),
  mandate: cel(`${from}.mandate`),
  ipTerms: cel(`${from}.ipTerms`),
  status: 'active',
  representative: null,
  leavesOn: '',
  leftAt: '',
  exitReason: '',
});
const join = [record('partners', newcomer('event')), set({ changeExpected: false })];
const partsOf = (partner: string): ReturnType<typeof set> =>
  set({
    handovers: cel(
      `context.handovers + ["commitments", "ip", "data"].map(w,
        {"partner": ${partner}, "what": w, "to": "", "settledAt": ""})`,
    ),
    changeExpected: false,
  });
const leave = (partner: string, reason: object): ReturnType<typeof amend>[] => [
  amend('partners', { id: cel(partner) }, { status: 'left', leftAt: cel('now'), ...reason }),
  partsOf(partner),
];
const withdraw = [
  amend(
    'partners',
    { id: cel(organisation) },
    { status: 'leaving', leavesOn: cel('event.leavesOn'), exitReason: cel('event.reason') },
  ),
  partsOf(organisation),
];
const handOver = amend(
  'handovers',
  { partner: cel('event.partner'), what: cel('event.what'), settledAt: '' },
  { to: cel('event.to'), terms: cel('event.terms'), settledAt: cel('now') },
);
const mayWithdraw = and('isNotLeavingYet', 'givesNotice');
const mayLeave = and('isPartner', 'speaksOfItselfOrLeads');
const gone = leave('event.id', { exitReason: cel('event.cause + ": " + event.reason') });
const joining = { 'partner.joined': { guard: 'isNoPartnerYet', actions: join } };
/** Whoever is no active partner any more stays in the list. */
const movesOn = {
  'partner.withdrew': { target: '.changing', guard: mayWithdraw, actions: withdraw },
  'partner.left': { target: '.changing', guard: mayLeave, actions: gone },
};

/** Who designs together. Several sectors, the city and citizens are always among them, or no gate opens. */
export const partnership: StateNodeConfig = region({
  meta: meta('Partnership', 'Partenariato'),
  initial: 'forming',
  on: {
    ...movesOn,
    'partner.proposed': {
      guard: 'isNoPartnerYet',
      actions: set({ candidate: newcomer('event'), candidateBy: [] }),
    },
    'partner.supported': agreeing(
      'candidateBy',
      'completesMajority',
      ['isTheCandidate'],
      [
        record('partners', newcomer('context.candidate')),
        set({ candidate: null, changeExpected: false }),
      ],
    ),
    'expulsion.proposed': {
      guard: 'isPartner',
      actions: set({
        expulsion: { id: cel('event.id'), reason: cel('event.reason') },
        expulsionBy: [],
      }),
    },
    'expulsion.supported': agreeing(
      'expulsionBy',
      'completesExpulsion',
      ['isToBeExcluded'],
      [
        ...leave('event.id', { exitReason: cel('"excluded: " + context.expulsion.reason') }),
        set({ expulsion: null }),
        raise('partnership.changed'),
      ],
    ),
    'representative.named': {
      guard: and('isPartner', 'speaksOfItselfOrLeads'),
      actions: amend(
        'partners',
        { id: cel('event.id') },
        { representative: cel('event.representative') },
      ),
    },
    'handover.settled': [
      {
        guard: and('handoverIsOpen', 'handsOverCommitments'),
        actions: [
          handOver,
          // What the partner still owed is now owed by whoever takes over.
          amend(
            'commitments',
            { who: cel('event.partner'), status: 'open' },
            { who: cel('event.to') },
          ),
        ],
      },
      { guard: 'handoverIsOpen', actions: handOver },
    ],
    'rules.proposed': {
      actions: set({
        rulesDraft: { summary: cel('event.summary'), hash: cel('event.hash') },
        rulesBy: [],
      }),
    },
    'rules.agreed': agreeing(
      'rulesBy',
      'completesAgreement',
      ['isTheRulesDraft'],
      [
        set({
          rules: { version: cel('context.rules.version + 1'), hash: cel('event.hash') },
          rulesDraft: null,
        }),
      ],
    ),
    'partnership.changed': '.changing',
    'outcome.decided': {
      target: '.changing',
      guard: 'isChangeOfPartnership',
      actions: set({ changeExpected: true }),
    },
  },
  states: {
    forming: {
      meta: meta('Forming', 'In formazione', {
        responsible: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
      }),
      on: {
        ...joining,
        'partner.left': { guard: mayLeave, actions: gone },
        // Whoever joins before planning begins is a founder; later newcomers need the others' support.
        'planning.begun': {
          target: 'active',
          guard: and('fundedOriginIsRedirected', 'partnershipHolds'),
        },
      },
    },
    active: {
      meta: meta('Active', 'Attivo', {
        resting: [
          'The partnership holds; it changes when somebody proposes it.',
          'Il partenariato regge; cambia quando qualcuno lo propone.',
        ],
      }),
      always: { guard: not('partnershipHolds'), target: 'repairing' },
    },
    changing: {
      meta: meta('Changing', 'In cambiamento'),
      initial: 'sorting',
      always: [
        { guard: not('partnershipHolds'), target: 'repairing' },
        { guard: 'changeIsDone', target: 'active' },
      ],
      on: joining,
      states: {
        sorting: {
          meta: meta('Looking who leaves', 'Verifica di chi esce'),
          always: [{ guard: 'someoneIsLeaving', target: 'underNotice' }, { target: 'settling' }],
        },
        underNotice: {
          meta: meta('A partner is leaving', 'Un partner sta uscendo', {
            responsible: ['initiativeLead', 'partnerRepresentative'],
          }),
          after: {
            noticeEnds: {
              target: 'sorting',
              actions: amend(
                'partners',
                {
                  status: 'leaving',
                  id: cel(
                    'context.partners.filter(p, p.status == "leaving" && context.partners.filter(q, q.status == "leaving").all(q, p.leavesOn <= q.leavesOn))[0].id',
                  ),
                },
                { status: 'left', leftAt: cel('now') },
              ),
            },
          },
        },
        settling: {
          meta: meta('Taking over what is left behind', 'Presa in carico di ciò che resta', {
            responsible: ['initiativeLead', 'partnerRepresentative'],
          }),
        },
      },
    },
    repairing: {
      meta: meta('To be repaired', 'Da ricostituire', {
        responsible: ['initiativeLead', 'departmentHead'],
      }),
      entry: [
        set({ repairFrom: cel('now') }),
        notify(['initiativeLead', 'departmentHead', 'mayor'], 'partnership.repairing'),
      ],
      always: { guard: 'partnershipHolds', target: 'changing' },
      on: {
        ...joining,
        'partner.withdrew': { guard: mayWithdraw, actions: withdraw },
        'partner.left': { guard: mayLeave, actions: gone },
        'partnership.changed': {},
        'outcome.decided': {
          guard: 'isChangeOfPartnership',
          actions: set({ changeExpected: true }),
        },
      },
      after: {
        repairDue: {
          target: 'dissolved',
          actions: [
            breach('partnership', 'serious'),
            raise('halt.needed', { cause: 'partnership' }),
          ],
        },
      },
    },
    dissolved: {
      meta: meta('Dissolved', 'Sciolto', { responsible: ['initiativeLead', 'mayor'] }),
      always: { guard: 'partnershipHolds', target: 'changing', actions: cure('partnership') },
      on: {
        ...joining,
        'partner.withdrew': {},
        'partner.left': { guard: mayLeave, actions: gone },
        'partnership.changed': {},
        'outcome.decided': {},
      },
    },
  },
});
