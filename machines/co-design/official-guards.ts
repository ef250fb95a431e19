import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { basisHolds, directivesIncorporated, standing } from './facts.ts';

const missing = (body: string): string =>
  `"${body}" in context.bodies && !context.acts.exists(a, a.current && a.body == "${body}")`;
const lost = '["failed", "annulled", "expired", "superseded"]';
const guard = (expression: string, en: string, it: string): GuardDefinition => ({
  ...cel(expression),
  title: { en, it },
});
const officeIs = (office: string, en: string, it: string): GuardDefinition =>
  guard(`event.office == "${office}"`, en, it);
const amends = (instrument: string, en: string, it: string): GuardDefinition =>
  guard(
    `event.instrument == "${instrument}" && context.acts.exists(a, a.actId == event.replaces)`,
    en,
    it,
  );
const ended = (kind: string, en: string, it: string): GuardDefinition =>
  guard(`event.actorId.startsWith("${kind}-")`, en, it);
const directiveAt = 'context.directives[int(event.index)]';
const thatDirective = (condition: string, en: string, it: string): GuardDefinition =>
  guard(`event.index < context.directives.size() && ${condition}`, en, it);
const stands = `!(${directiveAt}.status in ["superseded", "ended"])`;
const annual = 'context.reviewsHeld.filter(r, r.kind == "annual")';

export const officialGuards: Record<string, GuardDefinition> = {
  basisHolds: guard(
    basisHolds,
    'the act is in force, or none is needed by legal opinion',
    'l’atto è in vigore, o per parere legale non serve',
  ),
  effectiveDayAgrees: guard(
    `!context.acts.exists(a, a.current && a.status == "effective")
      || context.acts.exists(a, a.current && a.status == "effective"
          && timestamp(event.effectiveOn + "T12:00:00Z") - timestamp(a.inForceSince) <= duration("36h")
          && timestamp(a.inForceSince) - timestamp(event.effectiveOn + "T12:00:00Z") <= duration("36h"))`,
    'the day is the one on which the act came into force',
    'il giorno è quello di entrata in vigore dell’atto',
  ),
  choosesNone: guard('event.instrument == "noneNeeded"', 'no act is needed', 'non serve un atto'),
  legalOpinionIsRecorded: guard(
    'context.legalOpinion != null',
    'a legal opinion says that no act is needed',
    'un parere legale dice che non serve un atto',
  ),
  isNewAct: guard(
    '!context.acts.exists(a, a.actId == event.actId)',
    'the act has an id of its own',
    'l’atto ha un proprio identificativo',
  ),
  isAnotherText: guard(
    'event.textHash != context.draft.textHash',
    'the text is another one',
    'il testo è un altro',
  ),
  bothActsAreNamed: guard(
    'context.instrument != "both" || (has(event.mayorsActId) && event.mayorsActId != event.actId && !context.acts.exists(a, a.actId == event.mayorsActId))',
    'when both are needed, each act has an id of its own',
    'se servono entrambi, ogni atto ha un proprio identificativo',
  ),
  lapsedWithTheTerm: guard(
    'context.draft != null && context.acts.exists(a, a.actId == event.replaces && a.status == "failed" && a.reason == "sessionEnded")',
    'the act lapsed with the council’s term and its text is unchanged',
    'l’atto è decaduto con la consiliatura e il testo è immutato',
  ),
  itIsApproved: guard(
    'event.output.standsAs == "approved"',
    'the office approves',
    'l’ufficio approva',
  ),
  isAboutLegal: officeIs('legal', 'it is about the legal review', 'riguarda l’esame legale'),
  isAboutFinance: officeIs(
    'finance',
    'it is about the financial review',
    'riguarda l’esame contabile',
  ),
  isAboutDepartment: officeIs(
    'department',
    'it is about the department’s review',
    'riguarda l’esame del settore',
  ),
  isAboutDataProtection: officeIs(
    'dataProtection',
    'it is about the data protection review',
    'riguarda l’esame sui dati personali',
  ),
  needsCouncilAct: guard(
    `context.instrument != "resolution" && ${missing('council')}`,
    'an act of the council is needed',
    'serve un atto del consiglio',
  ),
  needsResolution: guard(
    `context.instrument == "resolution" && ${missing('council')}`,
    'a resolution is needed',
    'serve una mozione',
  ),
  needsMayorsAct: guard(
    missing('mayor'),
    'an act of the mayor is needed',
    'serve un atto del sindaco',
  ),
  anActLapsedWithTheTerm: guard(
    'context.acts.exists(a, a.current && a.status == "failed" && a.reason == "sessionEnded")',
    'the act lapsed with the council’s term',
    'l’atto è decaduto con la consiliatura',
  ),
  anActIsLost: guard(
    `context.acts.exists(a, a.current && a.status in ${lost})`,
    'an act was not adopted, or is no longer in force',
    'un atto non è passato, o non è più in vigore',
  ),
  somethingRestsOnIt: guard(
    'context.directives.size() > 0',
    'directives rest on the act',
    'sull’atto si fondano direttive',
  ),
  thatActIsPending: guard(
    `event.index < context.acts.size() && context.acts[int(event.index)].status in ["pending", "introduced", "adopted"]
      && context.acts[int(event.index)].current`,
    'that act is under way',
    'quell’atto è in corso',
  ),
  moreActs: guard('event.index < context.acts.size()', 'there are more acts', 'ci sono altri atti'),
  moreDirectives: guard(
    'event.index < context.directives.size()',
    'there are more directives',
    'ci sono altre direttive',
  ),
  thatDirectiveStands: thatDirective(
    `${stands} && !${directiveAt}.basisLost`,
    'that directive stands',
    'quella direttiva vige',
  ),
  thatDirectiveLostItsBasis: thatDirective(
    `${stands} && ${directiveAt}.basisLost`,
    'that directive lost its basis',
    'quella direttiva ha perso la base',
  ),
  thatDirectiveIsAddressed: thatDirective(
    `${stands} && event.department in ${directiveAt}.addressees`,
    'that directive is addressed to the department',
    'quella direttiva è rivolta al settore',
  ),
  directiveIsIssued: guard(
    `${standing}.size() > 0`,
    'a directive is issued',
    'è emanata una direttiva',
  ),
  directivesAreAcknowledged: guard(
    `${standing}.all(d, d.status == "incorporated" || d.addressees.all(a, a in d.acknowledged))`,
    'every addressee has acknowledged',
    'ogni destinatario ha accettato',
  ),
  directivesIncorporated: guard(
    directivesIncorporated,
    'the directives are in the procedures of every addressee',
    'le direttive sono nelle procedure di ogni destinatario',
  ),
  isNewDirective: guard(
    '!context.directives.exists(d, d.directiveId == event.id)',
    'the directive has an id of its own',
    'la direttiva ha un proprio identificativo',
  ),
  addresseesAreConfirmed: guard(
    'event.addressees.size() > 0 && event.addressees.all(a, context.departments.exists(d, d.id == a && d.status in ["confirmed", "ordered"]))',
    'it goes to departments that take part',
    'è rivolta a settori che partecipano',
  ),
  aDatasetEnded: ended(
    'dataset',
    'a dataset’s process ended',
    'è finito il processo di un dataset',
  ),
  aDirectiveEnded: ended('directive', 'a directive ended', 'è finita una direttiva'),
  anActEnded: ended('act', 'an act ended', 'è finito un atto'),
  decidesRedesign: guard(
    'event.decision == "reCoDesign"',
    'the review asks for a re-design',
    'la revisione chiede di riprogettare',
  ),
  decidesSuspension: guard(
    'event.decision == "suspend"',
    'the review suspends the service',
    'la revisione sospende il servizio',
  ),
  decidesEnd: guard(
    'event.decision == "end"',
    'the review ends the service',
    'la revisione fa cessare il servizio',
  ),
  lifeGoesOn: guard(
    'event.decision in ["continue", "amend"]',
    'the service goes on',
    'il servizio continua',
  ),
  isEmbedded: guard(
    `${annual}.size() >= 2 && ${annual}.size() >= context.policy.embeddedAfter
      && ${annual}[${annual}.size() - 1].procedureUsed && ${annual}[${annual}.size() - 2].procedureUsed`,
    'enough reviews are passed, and procedures used it twice in a row',
    'superate abbastanza revisioni, e usato nelle procedure due volte di seguito',
  ),
  continues: guard(
    'event.outcome == "continue"',
    'partners agree that it may go on',
    'i partner concordano di proseguire',
  ),
  redesignPassed: guard(
    'context.redesign != null && context.redesign.passed && !context.directionChanged',
    'partners have assessed the re-design together and passed it',
    'i partner hanno valutato insieme la riprogettazione e l’hanno approvata',
  ),
  amendsByCouncilAct: amends('councilAct', 'the council amends', 'modifica il consiglio'),
  amendsByResolution: amends('resolution', 'a resolution amends', 'modifica una mozione'),
  amendsByMayorsAct: amends('mayorsAct', 'the mayor amends', 'modifica il sindaco'),
};
