import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import {
  amend,
  and,
  breach,
  cure,
  decided,
  given,
  meta,
  not,
  notify,
  publish,
  raise,
  record,
  set,
} from './blocks.ts';
import { active, jointQuorum, organisation } from './facts.ts';
import { region } from './region.ts';

const current = (fields: string): ReturnType<typeof cel> =>
  cel(
    `{"id": context.checkpoint.id, "milestone": context.checkpoint.milestone, "on": context.checkpoint.on, ${fields}}`,
  );

const schedule = [
  set({
    checkpoint: {
      id: cel('event.id'),
      milestone: cel('event.milestone'),
      on: cel('event.on'),
      place: given('place'),
      attendees: [],
      assessments: [],
      heldAt: '',
    },
  }),
  notify(['partnerRepresentative', 'citizenPanel'], 'checkpoint.scheduled', {
    id: cel('event.id'),
    on: cel('event.on'),
  }),
];
const mayBeScheduled = and('partnershipHolds', 'checkpointMilestoneIsOpen');

const assess = {
  guard: and('speaksForPartner', 'hasNotAssessed'),
  actions: set({
    checkpoint: current(
      `"attendees": context.checkpoint.attendees, "heldAt": context.checkpoint.heldAt,
        "assessments": context.checkpoint.assessments + [{"partner": ${organisation}, "rating": event.rating,
          "criteriaMet": event.criteriaMet, "at": now}]`,
    ),
  }),
};

/** Who spoke, who kept silent and who disagreed stays on the record; comments are in the ledger. */
const conclude = [
  record('checkpoints', {
    id: cel('context.checkpoint.id'),
    milestone: cel('context.checkpoint.milestone'),
    heldAt: cel('context.checkpoint.heldAt'),
    outcome: cel('event.outcome'),
    original: 1,
    current: cel(
      'context.objectives.size() == 0 ? dyn(0) : context.objectives[context.objectives.size() - 1].version',
    ),
    assessments: cel('context.checkpoint.assessments'),
    silent: cel(
      `${active}.filter(p, !context.checkpoint.assessments.exists(a, a.partner == p.id)).map(p, p.id)`,
    ),
    dissent: cel(
      `context.checkpoint.assessments.filter(a, (event.outcome == "continue") != a.criteriaMet).map(a, a.partner)`,
    ),
    minutes: cel('event.minutes'),
  }),
  decided(cel('"checkpoint " + context.checkpoint.id + ": " + event.outcome'), [
    'checkpoint',
    'partner',
    'objective',
    'milestone',
    'result',
  ]),
  publish('checkpoint.concluded', {
    id: cel('context.checkpoint.id'),
    outcome: cel('event.outcome'),
  }),
];
const decide = raise('outcome.decided', {
  outcome: cel('event.outcome'),
  checkpoint: cel('context.checkpoint.id'),
});
const afterwards = set({ reschedules: 0 });
const held = cure(cel('"checkpoint " + context.checkpoint.id'));

/** The outcome comes once every partner has spoken, or the deadline has passed; then silence is silence. */
const concluding = (guard: string): NonNullable<StateNodeConfig['on']> => ({
  'checkpoint.concluded': [
    {
      target: '#checkpoint.concluded',
      guard: and('passesMilestone', 'assessmentsSupportIt', guard),
      actions: [
        ...conclude,
        amend(
          'milestones',
          { id: cel('context.checkpoint.milestone') },
          { status: 'achieved', actual: cel('now'), checkpoint: cel('context.checkpoint.id') },
        ),
        cure(cel('"milestone " + context.checkpoint.milestone')),
        raise('milestones.changed'),
        raise('expectations.changed'),
        decide,
        held,
        afterwards,
      ],
    },
    {
      target: '#checkpoint.concluded',
      guard: and(not('passesMilestone'), guard),
      actions: [...conclude, decide, held, afterwards],
    },
  ],
});

/** Where partners look together at how far it has come, against what they first wanted and what they want now. */
export const checkpoint: StateNodeConfig = region({
  id: 'checkpoint',
  meta: meta('Checkpoint', 'Verifica'),
  initial: 'idle',
  states: {
    idle: {
      meta: meta('None scheduled', 'Nessuna fissata', {
        resting: [
          'The next checkpoint is scheduled when a milestone comes near.',
          'La prossima verifica si fissa quando si avvicina una tappa.',
        ],
      }),
      on: {
        'checkpoint.scheduled': {
          target: 'scheduled',
          guard: mayBeScheduled,
          actions: [...schedule, afterwards],
        },
      },
    },
    scheduled: {
      meta: meta('Scheduled', 'Fissata', { responsible: ['initiativeLead'] }),
      on: {
        'checkpoint.convened': [
          {
            target: 'convened',
            guard: 'jointQuorum',
            actions: set({
              checkpoint: current('"attendees": event.attendees, "assessments": [], "heldAt": now'),
            }),
          },
          { target: 'noQuorum' },
        ],
      },
      after: { checkpointDue: 'missed' },
    },
    convened: {
      meta: meta('Convened', 'Riunita', {
        responsible: ['partnerRepresentative', 'citizenPanel'],
      }),
      on: { 'checkpoint.assessed': { ...assess, target: 'assessing' } },
      after: { assessmentsDue: 'silent' },
    },
    assessing: {
      meta: meta('Being assessed', 'In valutazione', {
        responsible: ['partnerRepresentative', 'citizenPanel', 'initiativeLead'],
      }),
      on: { 'checkpoint.assessed': assess, ...concluding('allHaveAssessed') },
      after: { assessmentsDue: 'silent' },
    },
    silent: {
      meta: meta('Time to assess is over', 'Tempo per valutare scaduto', {
        responsible: ['initiativeLead'],
      }),
      on: concluding('partnershipHolds'),
    },
    concluded: {
      meta: meta('Concluded', 'Conclusa', {
        resting: [
          'What was decided is being done; the next checkpoint comes with the next milestone.',
          'Si attua quanto deciso; la prossima verifica viene con la prossima tappa.',
        ],
      }),
      on: {
        'checkpoint.scheduled': { target: 'scheduled', guard: mayBeScheduled, actions: schedule },
      },
    },
    noQuorum: {
      meta: meta('Too few partners came', 'Troppo pochi partner presenti'),
      entry: record('missedCheckpoints', { id: cel('context.checkpoint.id'), why: 'noQuorum' }),
      always: 'toBeRescheduled',
    },
    missed: {
      meta: meta('Not held', 'Non tenuta'),
      entry: record('missedCheckpoints', { id: cel('context.checkpoint.id'), why: 'missed' }),
      always: 'toBeRescheduled',
    },
    toBeRescheduled: {
      meta: meta('To be rescheduled', 'Da rifissare', { responsible: ['initiativeLead'] }),
      always: { guard: 'wasRescheduledTooOften', target: 'escalated' },
      on: {
        'checkpoint.scheduled': {
          target: 'scheduled',
          guard: mayBeScheduled,
          actions: [...schedule, set({ reschedules: cel('context.reschedules + 1') })],
        },
      },
      after: { rescheduleDue: 'escalated' },
    },
    escalated: {
      meta: meta('Escalated', 'Portata ai superiori'),
      initial: 'toOwner',
      entry: breach(cel('"checkpoint " + context.checkpoint.id'), 'serious'),
      on: {
        'checkpoint.scheduled': {
          target: 'scheduled',
          guard: and('partnershipHolds', 'checkpointMilestoneIsOpen', 'isSuperior'),
          actions: [...schedule, afterwards],
        },
      },
      states: {
        toOwner: {
          meta: meta('Before the owner department', 'Al settore titolare', {
            responsible: ['departmentHead'],
          }),
          entry: notify(['departmentHead'], 'checkpoint.escalated'),
          after: { ownerDue: 'toCommittee' },
        },
        toCommittee: {
          meta: meta('Before the council’s committee', 'Alla commissione consiliare', {
            responsible: ['committeeChair'],
          }),
          entry: notify(['committeeChair'], 'checkpoint.escalated'),
        },
      },
    },
  },
});

const outcome = (name: string): string => `event.outcome == "${name}"`;

export const checkpointGuards = {
  checkpointMilestoneIsOpen: {
    ...cel(
      `context.milestones.exists(m, m.id == event.milestone && m.status in ["planned", "due", "late"])
        && !context.checkpoints.exists(c, c.id == event.id)`,
    ),
    title: {
      en: 'it is about an open milestone, under a name of its own',
      it: 'riguarda una tappa aperta, con un nome proprio',
    },
  },
  jointQuorum: {
    ...cel(jointQuorum('event.attendees')),
    title: {
      en: 'more than half of the partners are there, citizens among them; the city alone never suffices',
      it: 'c’è più della metà dei partner, cittadini compresi; la città da sola non basta mai',
    },
  },
  hasNotAssessed: {
    ...cel(`!context.checkpoint.assessments.exists(a, a.partner == ${organisation})`),
    title: { en: 'the partner has not assessed yet', it: 'il partner non ha ancora valutato' },
  },
  allHaveAssessed: {
    ...cel(`${active}.all(p, context.checkpoint.assessments.exists(a, a.partner == p.id))`),
    title: {
      en: 'every partner has assessed, or the time for it is over',
      it: 'ogni partner ha valutato, o il tempo è scaduto',
    },
  },
  passesMilestone: {
    ...cel(outcome('continue')),
    title: { en: 'the milestone passes', it: 'la tappa è superata' },
  },
  assessmentsSupportIt: {
    ...cel(
      `${jointQuorum('context.checkpoint.assessments.map(a, a.partner)')}
        && context.checkpoint.assessments.filter(a, a.criteriaMet).size() * 2 > context.checkpoint.assessments.size()`,
    ),
    title: {
      en: 'more than half of the partners have assessed, citizens among them, and most say that the criteria are met',
      it: 'ha valutato più della metà dei partner, cittadini compresi, e i più dicono che i criteri sono soddisfatti',
    },
  },
  wasRescheduledTooOften: {
    ...cel('context.reschedules >= context.policy.reschedules'),
    title: { en: 'it was rescheduled too often', it: 'è stata rifissata troppe volte' },
  },
  isSuperior: {
    ...cel('event.actor.roles.exists(r, r in ["departmentHead", "committeeChair"])'),
    title: {
      en: 'the owner department or the committee sets the date now',
      it: 'ora la data la fissa il settore titolare o la commissione',
    },
  },
  isChangeOfDirection: {
    ...cel(outcome('changeDirection')),
    title: { en: 'the direction changes', it: 'cambia la direzione' },
  },
  isChangeOfPartnership: {
    ...cel(outcome('changePartnership')),
    title: { en: 'the partnership changes', it: 'cambia il partenariato' },
  },
  isPause: {
    ...cel(outcome('pause')),
    title: { en: 'the initiative pauses', it: 'l’iniziativa si ferma' },
  },
  isStop: {
    ...cel(outcome('stop')),
    title: { en: 'the initiative stops', it: 'l’iniziativa cessa' },
  },
  rescopes: {
    ...cel(`${outcome('adjust')} || ${outcome('changeDirection')} || ${outcome('continue')}`),
    title: {
      en: 'partners have agreed what the means now suffice for',
      it: 'i partner hanno concordato a che cosa bastano i mezzi',
    },
  },
} satisfies Record<string, GuardDefinition>;
