import { mayorsActSetup } from './spec.ts';

const and = <const Guards extends string[]>(...guards: Guards) =>
  ({ type: 'and', params: { guards } }) as const;
const mine = ['holdsTheOffice', 'delegationIsStated'] as const;
const rightOpinion = ['aboutThisText', 'reviewedByAnother'] as const;

const legal = mayorsActSetup.createStateConfig({
  initial: 'awaited',
  meta: { title: { en: 'Legal opinion', it: 'Parere legale' } },
  on: {
    'legalOpinion.given': [
      {
        target: '#mayors-act.pending.drafting',
        guard: and(...rightOpinion, 'isNegative'),
        actions: ['giveLegal', 'returnWithFindings'],
      },
      { target: '.given', guard: and(...rightOpinion), actions: 'giveLegal' },
    ],
  },
  states: {
    awaited: {
      meta: {
        title: { en: 'Legal opinion awaited', it: 'In attesa del parere legale' },
        responsible: ['legalOfficer'],
      },
      always: { target: 'given', guard: 'legalSettled' },
      after: {
        opinionsDue: [
          { target: 'given', guard: 'silenceConsents', actions: 'passOverLegal' },
          { actions: 'remindLegal' },
        ],
      },
    },
    given: {
      meta: {
        title: { en: 'Legal opinion given', it: 'Parere legale espresso' },
        resting: { en: 'The other opinion is awaited.', it: 'Si attende l’altro parere.' },
      },
    },
  },
});

const finance = mayorsActSetup.createStateConfig({
  initial: 'deciding',
  meta: { title: { en: 'Financial opinion', it: 'Parere contabile' } },
  states: {
    deciding: {
      meta: { title: { en: 'Is money involved?', it: 'Comporta una spesa?' } },
      always: [{ target: 'needed', guard: 'moneyIsInvolved' }, { target: 'notNeeded' }],
    },
    notNeeded: {
      meta: {
        title: { en: 'No money involved', it: 'Senza spesa' },
        resting: { en: 'No opinion is asked for.', it: 'Non è richiesto alcun parere.' },
      },
    },
    needed: {
      meta: { title: { en: 'Money is involved', it: 'Comporta una spesa' } },
      initial: 'awaited',
      on: {
        'financeOpinion.given': [
          {
            target: '#mayors-act.pending.drafting',
            guard: and(...rightOpinion, 'isNegative'),
            actions: ['giveFinance', 'returnWithFindings'],
          },
          { target: '.given', guard: and(...rightOpinion), actions: 'giveFinance' },
        ],
      },
      states: {
        awaited: {
          meta: {
            title: { en: 'Financial opinion awaited', it: 'In attesa del parere contabile' },
            responsible: ['financeOfficer'],
          },
          always: { target: 'given', guard: 'financeSettled' },
          after: {
            opinionsDue: [
              { target: 'given', guard: 'silenceConsents', actions: 'passOverFinance' },
              { actions: 'remindFinance' },
            ],
          },
        },
        given: {
          meta: {
            title: { en: 'Financial opinion given', it: 'Parere contabile espresso' },
            resting: { en: 'The other opinion is awaited.', it: 'Si attende l’altro parere.' },
          },
        },
      },
    },
  },
});

/** From the question whether the mayor may decide this at all to the signature. */
export const pending = mayorsActSetup.createStateConfig({
  initial: 'competenceCheck',
  meta: { title: { en: 'In preparation', it: 'In preparazione' } },
  on: {
    'act.withdrawn': { target: 'withdrawn', actions: 'withdraw' },
    'mayor.changed': { target: 'awaitingSuccessor', actions: 'changeMayor' },
  },
  states: {
    competenceCheck: {
      meta: {
        title: { en: 'May the mayor decide this?', it: 'Il sindaco ne ha il potere?' },
        responsible: ['legalOfficer'],
      },
      on: {
        'competence.assessed': [
          { target: 'drafting', guard: 'isCompetent', actions: 'findCompetent' },
          {
            target: '#mayors-act.notCompetent',
            actions: ['findIncompetent', 'failCompetence'],
          },
        ],
      },
      after: { competenceDue: { actions: 'remindCompetence' } },
    },
    drafting: {
      meta: {
        title: { en: 'Being drafted', it: 'In redazione' },
        responsible: ['initiativeLead', 'departmentHead'],
      },
      on: {
        'text.submitted': {
          guard: and('isAnotherText', 'drafterIsNoReviewer'),
          actions: 'addText',
        },
        'act.submitted': {
          target: 'reviewing',
          guard: and('findingsAnswered', 'drafterIsNoReviewer'),
          actions: 'submit',
        },
        'opinion.overridden': {
          guard: and('authorityIsStated', 'opinionStandsAgainst', 'reviewedByAnother'),
          actions: 'override',
        },
      },
      after: { answerDue: { actions: 'remindDrafter' } },
    },
    reviewing: {
      type: 'parallel',
      meta: { title: { en: 'Under review', it: 'In esame' } },
      always: { target: 'signing', guard: 'opinionsSettled' },
      on: { 'act.returnedToDrafting': { target: 'drafting', actions: 'returnToDrafting' } },
      states: { legal, finance },
    },
    signing: {
      meta: { title: { en: 'To be signed', it: 'Alla firma' }, responsible: ['mayor'] },
      on: {
        'act.numbered': { guard: 'unnumbered', actions: 'giveNumber' },
        'act.signed': {
          target: '#mayors-act.issued',
          guard: and('aboutThisText', ...mine, 'signerIsAnother', 'isNumbered', 'numberIsTheSame'),
          actions: 'sign',
        },
        'act.returnedToDrafting': { target: 'drafting', actions: 'returnToDrafting' },
      },
      after: { signDue: { actions: 'remindMayor' } },
    },
    before: { type: 'history', history: 'shallow' },
  },
});

/** What the mayor before had in preparation goes on only if the one after wants it. */
export const awaitingSuccessor = mayorsActSetup.createStateConfig({
  meta: {
    title: { en: 'Waiting for the new mayor', it: 'In attesa del nuovo sindaco' },
    responsible: ['mayor'],
  },
  on: {
    'draft.confirmed': { target: 'pending.before', guard: and(...mine), actions: 'confirm' },
    'act.withdrawn': { target: 'withdrawn', actions: 'withdraw' },
    'mayor.changed': { target: 'awaitingSuccessor', reenter: true, actions: 'changeMayor' },
  },
  after: { confirmDue: { actions: 'remindSuccessor' } },
});
