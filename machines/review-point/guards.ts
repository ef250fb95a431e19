import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const operator = 'context.operatingDepartment';

export const guards = {
  isForReview: {
    ...cel(
      `(context.kind != "trust")
        || (event.actor.roles.exists(r, r in ["partnerRepresentative", "citizenPanel"])
          && !("departmentHead" in event.actor.roles)
          && (!has(event.actor.organisation) || event.actor.organisation != ${operator}))`,
    ),
    title: {
      en: 'what measures trust comes from the participants, never from the department that operates the service',
      it: 'ciò che misura la fiducia viene dai partecipanti, mai dal settore che gestisce il servizio',
    },
  },
  isSurveyed: {
    ...cel(
      'context.kind != "trust" || (has(event.asked) && has(event.responseRate) && event.responseRate > 0.0)',
    ),
    title: {
      en: 'an indicator of trust says how many were asked and what share answered',
      it: 'un indicatore di fiducia dice a quante persone si è chiesto e quale quota ha risposto',
    },
  },
  isNotTheOperator: {
    ...cel(
      `(!has(event.actor.organisation) || event.actor.organisation != ${operator})
        && (!has(event.actor.onBehalfOf) || event.actor.onBehalfOf != ${operator})`,
    ),
    title: {
      en: 'the department that operates the service does not close its own review',
      it: 'il settore che gestisce il servizio non chiude la propria verifica',
    },
  },
  // Heads and leads sit in departments, so they say in which.
  organisationIsStated: {
    ...cel(
      `has(event.actor.organisation) || !event.actor.roles.exists(r, r in ["departmentHead", "initiativeLead"])`,
    ),
    title: {
      en: 'a head of department or initiative lead says which department they belong to',
      it: 'dirigenti e responsabili dell’iniziativa indicano il proprio settore',
    },
  },
  reminderIsAhead: {
    ...cel('now - timestamp(context.announcedAt) > duration("1h")'),
    title: {
      en: 'the reminder was not yet past when the review was announced',
      it: 'il promemoria non era già passato all’annuncio della verifica',
    },
  },
} satisfies Record<string, GuardDefinition>;
