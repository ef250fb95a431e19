import { setup } from 'xstate';
import { z } from '../../contracts/zod.ts';
import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { setupFor } from '../authoring/setup-for.ts';
import { reminderDelays } from '../reminder-delays.ts';
import { reminderTransitions } from '../reminder-transitions.ts';
import { rolesOf } from '../roles.ts';
import { actions } from './actions.ts';
import { events, reviewers } from './events.ts';
import { guards } from './guards.ts';

const spec = {
  id: 'review-point',
  version: '1.0.0',
  title: { en: 'Review point', it: 'Verifica periodica' },
  description: {
    en: 'One look back at a service that is official: held in its window, measured, and closed by somebody other than the department that operates it. A missed review never ends a service.',
    it: 'Uno sguardo su un servizio ufficiale: svolto nella sua finestra, misurato, e chiuso da chi non gestisce il servizio. Una verifica mancata non fa mai cessare il servizio.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([...reviewers, 'dataSteward', 'financeOfficer']),
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  input: z.object({
    reviewId: z.string().min(1),
    kind: z.enum(['annual', 'sustainability', 'trust', 'dataset', 'accessibility', 'sunset']),
    /** A date or an instant, counted from the day of effect by whoever plans the series. */
    dueOn: z.string(),
    /** How long before and after the due day it may be held in time: 60 and 30 days for an annual review, 30 and 30 for others. */
    windowBefore: z.string().optional(),
    windowAfter: z.string().optional(),
    initiativeId: z.string().min(1),
    operatingDepartment: z.string().min(1),
    /** Which of its kind: 1 for the first. */
    sequence: z.int().min(1),
  }),
  events,
  guards,
  actions,
  delays: {
    windowOpens: {
      title: { en: 'Review may be held', it: 'Inizio della finestra di verifica' },
      from: cel('context.dueOn'),
      minus: cel('context.windowBefore'),
    },
    ...reminderDelays({ from: 'context.dueOn' }),
    windowCloses: {
      title: { en: 'Review must be held', it: 'Fine della finestra di verifica' },
      from: cel('context.dueOn'),
      plus: cel('context.windowAfter'),
    },
    secondTermEnds: {
      title: { en: 'Second term ends', it: 'Fine del secondo termine' },
      from: cel('context.missedAt'),
      plus: cel('context.windowAfter'),
    },
    committeeReminder: {
      title: { en: 'Still not held', it: 'Ancora non svolta' },
      plus: 'P3M',
    },
    indicatorsDue: {
      title: { en: 'Indicators due', it: 'Termine per gli indicatori' },
      plus: 'P15BD',
    },
    findingsDue: { title: { en: 'Findings due', it: 'Termine per i risultati' }, plus: 'P15BD' },
    decisionDue: { title: { en: 'Decision due', it: 'Termine per decidere' }, plus: 'P15BD' },
  },
};

const hold = { target: '#review-point.held', actions: 'hold' } as const;
const addIndicator = {
  guard: { type: 'and', params: { guards: ['isForReview', 'isSurveyed'] } },
  actions: 'addIndicator',
} as const;

const machine = setup(setupFor(spec)).createMachine({
  id: 'review-point',
  context: {
    reviewId: cel('input.reviewId'),
    kind: cel('input.kind'),
    dueOn: cel('input.dueOn'),
    windowBefore: cel(
      'has(input.windowBefore) ? input.windowBefore : (input.kind == "annual" ? "P60D" : "P30D")',
    ),
    windowAfter: cel('has(input.windowAfter) ? input.windowAfter : "P30D"'),
    initiativeId: cel('input.initiativeId'),
    operatingDepartment: cel('input.operatingDepartment'),
    sequence: cel('input.sequence'),
    announcedAt: cel('now'),
    reminders: [],
    missedAt: '',
    timesMissed: 0,
    heldAt: '',
    participants: [],
    minutes: '',
    indicators: [],
    findings: '',
    lessons: [],
    history: [],
    decision: '',
    reason: '',
    concludedAt: '',
  },
  initial: 'planned',
  output: {
    reviewId: cel('context.reviewId'),
    kind: cel('context.kind'),
    sequence: cel('context.sequence'),
    decision: cel('context.decision'),
    heldAt: cel('context.heldAt'),
    indicators: cel('context.indicators'),
    findings: cel('context.findings'),
    lessons: cel('context.lessons'),
  },
  states: {
    planned: {
      meta: { title: { en: 'Before the review', it: 'Prima della verifica' } },
      initial: 'upcoming',
      after: {
        ...reminderTransitions({
          roles: ['initiativeLead', 'partnerRepresentative'],
          template: 'review.reminder',
        }),
        windowCloses: { target: 'overdue', actions: 'missOnce' },
      },
      states: {
        upcoming: {
          meta: { title: { en: 'Upcoming', it: 'In programma' } },
          after: { windowOpens: { target: 'open', actions: 'openWindow' } },
        },
        open: {
          meta: {
            title: { en: 'To be held', it: 'Da svolgere' },
            responsible: ['initiativeLead', 'partnerRepresentative'],
          },
          on: { 'review.held': hold },
        },
      },
    },
    overdue: {
      meta: {
        title: { en: 'Missed, still to be held', it: 'Mancata, ancora da svolgere' },
        responsible: ['initiativeLead', 'partnerRepresentative'],
      },
      on: { 'review.held': hold },
      after: { secondTermEnds: { target: 'missed', actions: 'missTwice' } },
    },
    missed: {
      meta: {
        title: {
          en: 'Missed twice, before the committee',
          it: 'Mancata due volte, in commissione',
        },
        responsible: ['initiativeLead', 'committeeChair'],
      },
      on: { 'review.held': hold },
      after: {
        committeeReminder: { target: 'missed', reenter: true, actions: 'remindCommittee' },
      },
    },
    held: {
      meta: {
        title: { en: 'Held, indicators to be recorded', it: 'Svolta, indicatori da registrare' },
        responsible: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
      },
      on: { 'indicator.recorded': { target: 'measured', ...addIndicator } },
      after: { indicatorsDue: { actions: 'remindRecorders' } },
    },
    measured: {
      meta: {
        title: { en: 'Measured, findings to be recorded', it: 'Misurata, risultati da registrare' },
        responsible: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
      },
      on: {
        'indicator.recorded': addIndicator,
        'findings.recorded': { target: 'findings', actions: 'addFindings' },
      },
      after: { findingsDue: { actions: 'remindFinders' } },
    },
    findings: {
      meta: {
        title: { en: 'Findings recorded, to be decided', it: 'Risultati registrati, da decidere' },
        responsible: ['cityClerk', 'secretaryGeneral', 'committeeChair'],
      },
      on: {
        'indicator.recorded': addIndicator,
        'findings.recorded': { actions: 'addFindings' },
        'review.concluded': {
          target: 'concluded',
          guard: {
            type: 'and',
            params: { guards: ['isNotTheOperator', 'organisationIsStated'] },
          },
          actions: 'conclude',
        },
      },
      after: { decisionDue: { actions: 'remindDeciders' } },
    },
    concluded: { type: 'final', meta: { title: { en: 'Concluded', it: 'Conclusa' } } },
  },
});

/**
 * One review of an official service. Input: `reviewId`, `kind`, `dueOn`, `initiativeId`, `operatingDepartment`, `sequence`;
 * optionally `windowBefore`, `windowAfter`. Tells the parent `review.opened`, `review.held`, `review.missed`. Output: `reviewId`,
 * `kind`, `sequence`, `decision` (continue, amend, reCoDesign, suspend, end), `heldAt`, `indicators`, `findings`, `lessons`.
 */
export const reviewPoint = defineProcess(spec, machine);
