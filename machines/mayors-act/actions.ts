import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { record, set, tellParent } from '../council-act/act-actions.ts';

type Block = ReturnType<typeof set>;

const optional = (field: string, otherwise = '""'): ReturnType<typeof cel> =>
  cel(`has(event.${field}) ? event.${field} : ${otherwise}`);
/** Everybody who acts, delegate and principal, so that a separation of duties cannot be sidestepped by delegating. */
const andActor = (list: string): ReturnType<typeof cel> =>
  cel(
    `context.${list} + [event.actor.subject] + (has(event.actor.onBehalfOf) ? [event.actor.onBehalfOf] : [])`,
  );
const tell = (roles: string[], template: string): Block => ({
  type: 'notify',
  params: { roles, template, about: { actId: cel('context.actId') } },
});
const change = (what: string, fields: object = {}): Block => record('changes', { what, ...fields });
const because = { reason: optional('reason') };
const end = (outcome: string): Block => set({ outcome });
const fail = (reason: string): Block[] => [end(reason), tellParent('act.failed', { reason })];

const opinion = (kind: 'legal' | 'finance'): Block[] => [
  {
    type: 'amend',
    params: { list: 'opinions', where: { kind, standing: true }, set: { standing: false } },
  },
  record('opinions', {
    kind,
    decision: cel('event.decision'),
    textHash: cel('event.textHash'),
    findings: optional('findings'),
    standing: true,
  }),
  set({ reviewers: andActor('reviewers') }),
];
const silence = (kind: 'legal' | 'finance'): Block =>
  record('opinions', {
    kind,
    decision: 'lapsed',
    textHash: cel('context.textHash'),
    findings: '',
    standing: true,
  });

/** What happens to an act of the mayor, and who is told. */
export const actions = {
  findCompetent: [set({ competence: { basis: cel('event.basis'), at: cel('now') } })],
  findIncompetent: [
    set({
      competence: {
        basis: cel('event.basis'),
        at: cel('now'),
        conflictsWith: optional('conflictsWith', '[]'),
        reason: optional('reason'),
      },
    }),
  ],
  addText: [
    record('textVersions', { v: cel('context.textVersion'), hash: cel('context.textHash') }),
    set({
      textHash: cel('event.textHash'),
      textVersion: cel('context.textVersion + 1'),
      drafters: andActor('drafters'),
    }),
  ],
  submit: [set({ drafters: andActor('drafters') })],
  giveLegal: opinion('legal'),
  giveFinance: opinion('finance'),
  passOverLegal: [silence('legal')],
  passOverFinance: [silence('finance')],
  override: [
    record('overridden', {
      kind: cel('event.kind'),
      textHash: cel('event.textHash'),
      reason: cel('event.reason'),
      authority: cel('event.actor.authority'),
    }),
    change('opinion.overridden', { kind: cel('event.kind'), reason: cel('event.reason') }),
  ],
  returnToDrafting: [change('returned', because), tell(['initiativeLead'], 'act.returned')],
  returnWithFindings: [
    change('opinion.negative', { reason: optional('findings') }),
    tell(['initiativeLead', 'mayor'], 'opinion.negative'),
  ],
  giveNumber: [set({ number: cel('event.number') })],
  sign: [
    set({
      number: cel('context.number == "" ? event.number : context.number'),
      signedAt: cel('now'),
      signature: {
        textHash: cel('event.textHash'),
        by: cel('event.actor.subject'),
        actingFor: cel('has(event.actor.onBehalfOf) ? event.actor.onBehalfOf : ""'),
        delegation: cel(
          'has(event.delegation) ? event.delegation : (has(event.actor.authority) ? event.actor.authority : "")',
        ),
        at: cel('now'),
      },
    }),
    tellParent('act.adopted', {
      number: cel('context.number'),
      body: 'mayor',
      textHash: cel('context.signature.textHash'),
    }),
  ],
  changeMayor: [
    set({ mayor: cel('event.successor') }),
    change('mayor.changed', { successor: cel('event.successor') }),
  ],
  confirm: [change('confirmedBySuccessor', { mayor: cel('context.mayor') })],
  file: [set({ filedAt: cel('now'), fileNumber: optional('fileNumber') })],
  publishText: [
    record('publications', {
      what: 'act',
      gazette: cel('event.gazette'),
      textHash: cel('event.textHash'),
      erratum: optional('erratum'),
    }),
    set({ publishedAt: cel('now'), erratumDue: false }),
    {
      type: 'publish',
      params: {
        what: 'mayors-act',
        about: { actId: cel('context.actId'), number: cel('context.number') },
      },
    },
  ],
  noteFailure: [
    record('publications', { what: 'failed', reason: cel('event.reason') }),
    tell(['cityClerk', 'secretaryGeneral'], 'publication.failed'),
  ],
  noteWrongText: [
    record('publications', {
      what: 'wrongText',
      textHash: cel('event.textHash'),
      reason: cel('event.reason'),
    }),
    set({ publishedAt: '', erratumDue: true }),
    tell(['cityClerk', 'mayor'], 'publication.wrongText'),
  ],
  interrupt: [
    change('effect.ended', {
      effectiveAt: cel('context.effectiveAt'),
      reason: cel('event.reason'),
    }),
    set({ interrupted: true, effectiveAt: '' }),
    tellParent('act.suspended', { by: cel('event.actor.subject') }),
  ],
  takeEffect: [
    set({ effectiveAt: cel('now') }),
    tellParent('act.effective', {
      number: cel('context.number'),
      effectiveAt: cel('now'),
      body: 'mayor',
      textHash: cel('context.signature.textHash'),
    }),
  ],
  resume: [set({ interrupted: false }), tellParent('act.reinstated')],
  suspend: [
    record('suspensions', { what: 'suspended', reason: cel('event.reason') }),
    tellParent('act.suspended', { by: cel('event.actor.subject') }),
  ],
  forgetEffect: [set({ effectiveAt: '', interrupted: true })],
  noteReinstatement: [record('suspensions', { what: 'reinstated', ...because })],
  tellReinstated: [tellParent('act.reinstated')],
  ratify: [set({ ratification: { decision: 'ratified', by: cel('event.by'), at: cel('now') } })],
  refuseRatification: [
    set({
      ratification: {
        decision: 'refused',
        reason: cel('event.reason'),
        effects: optional('effects'),
        at: cel('now'),
      },
    }),
  ],
  missRatification: [
    set({ ratification: { decision: 'missed', reason: '', effects: '', at: cel('now') } }),
  ],
  // What was done in good time stays done: an act that lapses has had its effect, between these two instants and no longer.
  lapse: [
    end('lapsed'),
    change('lapsed', {
      effectsFrom: cel('context.effectiveAt'),
      effectsUntil: cel('now'),
      effects: cel('context.ratification.effects'),
    }),
    tell(['mayor', 'cityClerk', 'councilChair'], 'act.lapsed'),
  ],
  tellExpired: [tellParent('act.expired')],
  tellLapsed: [tellParent('act.failed', { reason: 'lapsed' })],
  extend: [
    change('extended', {
      from: cel('context.expiresOn'),
      until: cel('event.until'),
      reason: cel('event.reason'),
    }),
    set({ expiresOn: cel('event.until') }),
  ],
  noteChange: [change('changed', { by: cel('event.by'), textHash: cel('event.textHash') })],
  annul: [
    end('annulled'),
    change('annulled', { scope: cel('event.scope'), reason: cel('event.reason') }),
    tellParent('act.annulled', { scope: cel('event.scope') }),
  ],
  supersede: [
    end('superseded'),
    change('superseded', { by: cel('event.by') }),
    tellParent('act.superseded', { by: cel('event.by') }),
  ],
  revoke: [
    end('revoked'),
    change('revoked', because),
    tellParent('act.superseded', { by: optional('by', '"mayor"') }),
  ],
  expire: [end('expired'), tellParent('act.expired')],
  withdraw: [change('withdrawn', because), ...fail('withdrawn')],
  failCompetence: fail('notCompetent'),
  remindCompetence: [tell(['legalOfficer', 'secretaryGeneral'], 'competence.overdue')],
  remindLegal: [tell(['legalOfficer', 'secretaryGeneral'], 'opinion.overdue')],
  remindFinance: [tell(['financeOfficer', 'secretaryGeneral'], 'opinion.overdue')],
  remindDrafter: [tell(['initiativeLead', 'departmentHead'], 'act.unanswered')],
  remindMayor: [tell(['mayor', 'secretaryGeneral'], 'signature.overdue')],
  remindSuccessor: [tell(['mayor', 'cityClerk'], 'confirmation.overdue')],
  remindClerk: [tell(['cityClerk', 'secretaryGeneral'], 'filing.overdue')],
  remindPublisher: [tell(['cityClerk', 'secretaryGeneral'], 'publication.overdue')],
  warnOfExpiry: [tell(['initiativeLead', 'mayor'], 'act.expiresSoon')],
} satisfies Record<string, ActionDefinition>;
