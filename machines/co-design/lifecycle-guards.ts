import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import {
  basisHolds,
  departmentsConfirmed,
  hasFundedOrigin,
  organisation,
  partnershipHolds,
} from './facts.ts';

/** The milestones of a stage, all passed; those passed under an earlier direction prove nothing about the present one. */
const passed = (stage: string): string =>
  `(context.milestones.exists(m, m.stage == "${stage}" && m.status == "achieved"
      && (context.directionSince == "" || timestamp(m.actual) >= timestamp(context.directionSince)))
    && !context.milestones.exists(m, m.stage == "${stage}" && m.status in ["planned", "due", "late"]))`;
const ends = (reason: string, en: string, it: string): GuardDefinition => ({
  ...cel(`context.ending.reason == "${reason}"`),
  title: { en, it },
});

export const lifecycleGuards = {
  fundedOriginIsRedirected: {
    ...cel(hasFundedOrigin),
    title: {
      en: 'a funded initiative was found, with evidence, and its new direction agreed',
      it: 'è stata trovata, con prove, un’iniziativa finanziata e concordata la nuova direzione',
    },
  },
  isTheObjectiveDraft: {
    ...cel('context.objectiveDraft != null && context.objectiveDraft.version == event.version'),
    title: { en: 'it is about the objective proposed', it: 'riguarda l’obiettivo proposto' },
  },
  objectiveIsAgreed: {
    ...cel(
      'context.objectives.size() > 0 && context.objectiveDraft == null && !context.directionChanged',
    ),
    title: {
      en: 'the partnership has agreed on the objective',
      it: 'il partenariato ha concordato l’obiettivo',
    },
  },
  milestoneIsPlanned: {
    ...cel('context.milestones.exists(m, m.status in ["planned", "due", "late"])'),
    title: { en: 'milestones are planned', it: 'sono pianificate le tappe' },
  },
  expectationIsStated: {
    ...cel('context.results.size() > 0'),
    title: {
      en: 'it is said which result to expect, how ripe and when',
      it: 'è detto quale risultato attendersi, quanto maturo e quando',
    },
  },
  resultWasDelivered: {
    ...cel('context.results.exists(r, r.id == event.result && r.deliveredAt != null)'),
    title: { en: 'the result is delivered', it: 'il risultato è consegnato' },
  },
  designMilestonePassed: {
    ...cel(passed('coDesigning')),
    title: {
      en: 'the milestones of co-design have passed their checkpoints',
      it: 'le tappe della co-progettazione hanno superato la verifica',
    },
  },
  pilotMilestonePassed: {
    ...cel(passed('piloting')),
    title: {
      en: 'the milestones of the pilot have passed their checkpoints',
      it: 'le tappe della sperimentazione hanno superato la verifica',
    },
  },
  incidentStopsIt: {
    ...cel('event.stops'),
    title: { en: 'the incident stops the pilot', it: 'l’incidente ferma la sperimentazione' },
  },
  pilotWasExtended: {
    ...cel('context.pilot.extended'),
    title: { en: 'the pilot was extended before', it: 'la sperimentazione è già stata prorogata' },
  },
  departmentsConfirmed: {
    ...cel(departmentsConfirmed),
    title: {
      en: 'a department that will run it has confirmed',
      it: 'un settore che lo gestirà ha confermato',
    },
  },
  strategyIsLinked: {
    ...cel('context.strategyLinks.size() > 0'),
    title: {
      en: 'it is linked to the city’s strategy',
      it: 'è collegata alla strategia della città',
    },
  },
  isNewDepartment: {
    ...cel('!context.departments.exists(d, d.id == event.id)'),
    title: { en: 'it was not identified before', it: 'non era già individuato' },
  },
  isDepartment: {
    ...cel(
      'context.departments.exists(d, d.id == event.id && !(d.status in ["merged", "released"]))',
    ),
    title: { en: 'the department is identified', it: 'il settore è individuato' },
  },
  speaksForDepartment: {
    ...cel(`${organisation} == event.id`),
    title: {
      en: 'only the department’s own head answers for it',
      it: 'per il settore risponde solo il suo dirigente',
    },
  },
  departmentRefuses: {
    ...cel('context.departments.exists(d, d.id == event.id && d.status == "refused")'),
    title: { en: 'the department refuses', it: 'il settore rifiuta' },
  },
  isMergingDepartment: {
    ...cel(
      'event.department != event.into && (context.departments.exists(d, d.id == event.department && d.status != "merged") || context.directives.exists(d, event.department in d.addressees))',
    ),
    title: {
      en: 'the department takes part, and its successor is another',
      it: 'il settore partecipa, e il successore è un altro',
    },
  },
  causeIsCured: {
    ...cel(
      `context.suspension == null
        || (context.suspension.cause == "budget" ? context.budget != null && context.budget.status != "lost"
          : context.suspension.cause == "partnership" ? ${partnershipHolds} : true)`,
    ),
    title: {
      en: 'what it was suspended for is cured',
      it: 'è venuta meno la causa della sospensione',
    },
  },
  wasAnnulled: {
    ...cel(`!${basisHolds} && context.acts.exists(a, a.current && a.status == "annulled")`),
    title: {
      en: 'its act was annulled and nothing has taken its place',
      it: 'il suo atto è stato annullato e nulla lo ha sostituito',
    },
  },
  obligationIsOpen: {
    ...cel('context.obligations.exists(o, o.id == event.obligation && o.settledAt == "")'),
    title: { en: 'the obligation is open', it: 'l’obbligo è aperto' },
  },
  closingIsDone: {
    ...cel(
      'context.obligations.all(o, o.settledAt != "") && context.holds.all(h, h.liftedAt != "")',
    ),
    title: {
      en: 'all obligations are settled and nothing is on legal hold',
      it: 'gli obblighi sono assolti e nulla è vincolato',
    },
  },
  endsStopped: ends('stopped', 'it was stopped', 'è stata interrotta'),
  endsWithdrawn: ends('withdrawn', 'it was withdrawn', 'è stata ritirata'),
  endsAnnulled: ends('annulled', 'its act was annulled', 'il suo atto è stato annullato'),
  endsMerged: ends('merged', 'it goes on within another', 'confluisce in un’altra'),
  endsBySunset: ends('sunset', 'the service ends', 'il servizio cessa'),
} satisfies Record<string, GuardDefinition>;
