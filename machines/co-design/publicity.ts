import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import {
  amend,
  and,
  breach,
  cure,
  given,
  meta,
  notify,
  publish,
  raise,
  record,
  set,
} from './blocks.ts';
import { nextCommitment } from './delays.ts';
import { active } from './facts.ts';

const plan = {
  target: 'planned',
  guard: 'isNewPublicEvent',
  actions: [
    set({
      publicEvent: {
        id: cel('event.id'),
        on: cel('event.on'),
        place: cel('event.place'),
        online: given('online'),
        hosts: cel('event.hosts'),
        languages: cel('event.languages'),
        accessibility: cel('event.accessibility'),
        postponements: [],
      },
    }),
    publish('publicEvent.planned', { id: cel('event.id'), on: cel('event.on') }),
  ],
};
const postpone = {
  target: 'postponed',
  actions: [
    set({
      publicEvent: cel(
        `{"id": context.publicEvent.id, "on": event.to, "place": context.publicEvent.place,
          "online": context.publicEvent.online, "hosts": context.publicEvent.hosts,
          "languages": context.publicEvent.languages, "accessibility": context.publicEvent.accessibility,
          "postponements": context.publicEvent.postponements + [{"from": context.publicEvent.on, "to": event.to,
            "reason": event.reason, "by": event.actor.subject, "at": now}]}`,
      ),
    }),
    publish('publicEvent.postponed', { id: cel('context.publicEvent.id'), to: cel('event.to') }),
  ],
};
const held = (counts: boolean): ReturnType<typeof record> =>
  record('publicEvents', {
    id: cel('context.publicEvent.id'),
    outcome: 'held',
    counts,
    heldAt: cel('now'),
    plannedOn: cel('context.publicEvent.on'),
    postponements: cel('context.publicEvent.postponements'),
    partners: cel('event.partners'),
    resultsShown: cel('event.resultsShown'),
  });
const commit = set({
  commitments: cel(
    `context.commitments + event.commitments.map(c, {"id": c.id, "what": c.what, "who": c.who, "dueOn": c.dueOn,
      "status": "open", "madeAt": now, "publicEvent": context.publicEvent.id})`,
  ),
});
const cancel = {
  target: 'quiet',
  actions: [
    record('publicEvents', {
      id: cel('context.publicEvent.id'),
      outcome: 'cancelled',
      counts: false,
      plannedOn: cel('context.publicEvent.on'),
      postponements: cel('context.publicEvent.postponements'),
      reason: cel('event.reason'),
    }),
    publish('publicEvent.cancelled', { id: cel('context.publicEvent.id') }),
    set({ publicEvent: null }),
  ],
};
const expected = {
  'publicEvent.held': [
    {
      target: 'held',
      guard: and('sectorsAppear', 'resultsAreShown', 'followUpIsPromised'),
      actions: [
        held(true),
        commit,
        set({ publicEvent: null }),
        'reckon',
        raise('commitments.changed'),
      ],
    },
    // It took place, so it is recorded; it does not count.
    {
      target: 'quiet',
      guard: 'commitmentsAreNew',
      actions: [
        held(false),
        commit,
        set({ publicEvent: null }),
        notify(['communications', 'initiativeLead'], 'publicEvent.doesNotCount'),
        raise('commitments.changed'),
      ],
    },
  ],
  'publicEvent.postponed': postpone,
  'publicEvent.cancelled': cancel,
};
const remind = {
  publicEventDue: { actions: notify(['communications', 'initiativeLead'], 'publicEvent.overdue') },
};

const event: StateNodeConfig = {
  meta: meta('Press conference', 'Conferenza stampa'),
  initial: 'quiet',
  on: {
    'story.published': {
      actions: [
        set({ story: { url: cel('event.url'), hash: cel('event.hash'), at: cel('now') } }),
        publish('story', { url: cel('event.url') }),
      ],
    },
  },
  states: {
    quiet: {
      meta: meta('None planned', 'Nessuna prevista', { responsible: ['communications'] }),
      on: { 'publicEvent.planned': plan },
    },
    planned: {
      meta: meta('Planned', 'Prevista', { responsible: ['communications'] }),
      on: expected,
      after: remind,
    },
    postponed: {
      meta: meta('Postponed', 'Rinviata', { responsible: ['communications'] }),
      on: { ...expected, 'publicEvent.postponed': { ...postpone, reenter: true } },
      after: remind,
    },
    held: {
      meta: meta('Held', 'Tenuta', {
        resting: ['Results were shown together.', 'I risultati sono stati mostrati insieme.'],
      }),
      on: { 'publicEvent.planned': plan },
    },
  },
};

const followUp: StateNodeConfig = {
  id: 'follow-up',
  meta: meta('Commitments', 'Impegni'),
  initial: 'sorting',
  on: {
    'commitments.changed': '.sorting',
    'commitment.kept': {
      guard: 'commitmentIsOwed',
      actions: [
        amend(
          'commitments',
          { id: cel('event.id') },
          { status: 'kept', keptAt: cel('now'), evidence: cel('event.evidence') },
        ),
        cure(cel('"commitment " + event.id')),
        raise('commitments.changed'),
      ],
    },
    'commitment.reassigned': {
      guard: 'commitmentIsOwed',
      actions: amend('commitments', { id: cel('event.id') }, { who: cel('event.to') }),
    },
  },
  states: {
    sorting: {
      meta: meta('Looking what is owed', 'Verifica degli impegni'),
      always: [
        { guard: 'someCommitmentIsBroken', target: 'broken' },
        { guard: 'someCommitmentIsOpen', target: 'open' },
        { guard: 'someCommitmentWasMade', target: 'settled' },
        { target: 'none' },
      ],
    },
    none: {
      meta: meta('None made', 'Nessuno preso', {
        resting: ['Nothing was promised yet.', 'Nulla è stato ancora promesso.'],
      }),
    },
    open: {
      meta: meta('To be kept', 'Da mantenere', {
        responsible: ['initiativeLead', 'partnerRepresentative'],
      }),
      after: { commitmentDue: fallDue() },
    },
    settled: {
      meta: meta('All kept', 'Tutti mantenuti', {
        resting: ['Every promise is kept.', 'Ogni promessa è mantenuta.'],
      }),
    },
    broken: {
      meta: meta('Broken', 'Non mantenuti', {
        responsible: ['initiativeLead', 'departmentHead'],
      }),
      initial: 'sortingBroken',
      states: {
        sortingBroken: {
          meta: meta('Looking what else is owed', 'Verifica degli altri impegni'),
          always: [{ guard: 'someCommitmentIsOpen', target: 'othersOpen' }, { target: 'alone' }],
        },
        othersOpen: {
          meta: meta('Broken, others open', 'Non mantenuti, altri aperti'),
          after: { commitmentDue: fallDue() },
        },
        alone: { meta: meta('Broken, none open', 'Non mantenuti, nessuno aperto') },
      },
    },
  },
};

/** A broken promise costs trust, so trust is looked at. */
function fallDue(): Exclude<
  NonNullable<StateNodeConfig['after']>[string],
  string | readonly unknown[]
> {
  const its = { id: cel(`${nextCommitment}.id`) };
  return {
    target: '#follow-up.sorting',
    actions: [
      publish('commitment.broken', its),
      breach(cel(`"commitment " + ${nextCommitment}.id`), 'minor'),
      amend('commitments', its, { status: 'broken', brokenAt: cel('now') }),
      raise('trust.shaken'),
    ],
  };
}

/** What the public sees: results shown together, the story of the process, and promises that are kept. */
export const publicity: StateNodeConfig = {
  meta: meta('Publicity', 'Visibilità'),
  initial: 'watched',
  on: { 'initiative.closed': '.closed' },
  states: {
    watched: {
      type: 'parallel',
      meta: meta('In public', 'In pubblico'),
      states: { event, followUp },
    },
    closed: { type: 'final', meta: { title: { en: 'Closed', it: 'Chiuso' } } },
  },
};

const owed = 'c.status in ["open", "broken"]';

export const publicityGuards = {
  isNewPublicEvent: {
    ...cel(
      `!context.publicEvents.exists(e, e.id == event.id)
        && event.hosts.all(h, ${active}.exists(p, p.id == h))`,
    ),
    title: {
      en: 'it has a name of its own, and partners host it',
      it: 'ha un nome proprio, e la ospitano i partner',
    },
  },
  sectorsAppear: {
    ...cel(`distinct(${active}.filter(p, p.id in event.partners).map(p, p.sector)).size() >= 2`),
    title: {
      en: 'partners of at least two sectors appear',
      it: 'compaiono partner di almeno due settori',
    },
  },
  resultsAreShown: {
    ...cel(
      'event.resultsShown.size() > 0 && event.resultsShown.all(s, context.results.exists(r, r.id == s && r.deliveredAt != null && r.roleAndValue != ""))',
    ),
    title: {
      en: 'delivered results are shown, with what they are for',
      it: 'sono mostrati risultati consegnati, con il loro scopo',
    },
  },
  followUpIsPromised: {
    ...cel(
      'event.commitments.size() > 0 && event.commitments.all(n, !context.commitments.exists(c, c.id == n.id))',
    ),
    title: {
      en: 'at least one commitment with a date is made',
      it: 'è preso almeno un impegno con una data',
    },
  },
  commitmentsAreNew: {
    ...cel('event.commitments.all(n, !context.commitments.exists(c, c.id == n.id))'),
    title: { en: 'its commitments have names of their own', it: 'gli impegni hanno nomi propri' },
  },
  commitmentIsOwed: {
    ...cel(`context.commitments.exists(c, c.id == event.id && ${owed})`),
    title: { en: 'the commitment is owed', it: 'l’impegno è dovuto' },
  },
  someCommitmentIsBroken: {
    ...cel('context.commitments.exists(c, c.status == "broken")'),
    title: { en: 'a commitment is broken', it: 'un impegno non è stato mantenuto' },
  },
  someCommitmentIsOpen: {
    ...cel('context.commitments.exists(c, c.status == "open")'),
    title: { en: 'a commitment is open', it: 'un impegno è aperto' },
  },
  someCommitmentWasMade: {
    ...cel('context.commitments.size() > 0'),
    title: { en: 'commitments were made', it: 'sono stati presi impegni' },
  },
  storyIsPublished: {
    ...cel('context.story != null'),
    title: {
      en: 'the story of how citizens designed it is public',
      it: 'è pubblica la storia di come i cittadini l’hanno progettato',
    },
  },
  visibilityHeld: {
    ...cel('context.publicEvents.exists(e, e.counts)'),
    title: {
      en: 'results were shown in public with the partners, and follow-up promised',
      it: 'i risultati sono stati mostrati in pubblico con i partner, e promesso un seguito',
    },
  },
} satisfies Record<string, GuardDefinition>;
