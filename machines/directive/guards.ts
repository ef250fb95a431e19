import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const current = 'context.departments.filter(d, d.current)';
const addressed = (statuses: string): string =>
  `${current}.exists(d, d.department == event.department && d.status in [${statuses}])`;

export const guards = {
  speaksForDepartment: {
    ...cel('has(event.actor.organisation) && event.actor.organisation == event.department'),
    title: {
      en: 'only the department’s own head answers for it',
      it: 'per il settore risponde solo il suo dirigente',
    },
  },
  isToAnswer: {
    ...cel(addressed('"issued", "ordered", "silent", "defiant", "refused"')),
    title: {
      en: 'the department has not accepted yet',
      it: 'il settore non ha ancora accettato',
    },
  },
  mayRefuse: {
    ...cel(addressed('"issued", "silent", "accepted"')),
    title: {
      en: 'the department is an addressee and has not been ordered to comply',
      it: 'il settore è destinatario e non ha ricevuto l’ordine di eseguire',
    },
  },
  hasRefused: {
    ...cel(addressed('"refused"')),
    title: { en: 'the department has refused', it: 'il settore ha rifiutato' },
  },
  isInDispute: {
    ...cel(addressed('"refused", "silent", "defiant", "abolished"')),
    title: {
      en: 'the department has refused, is silent, or is no more',
      it: 'il settore ha rifiutato, tace o non esiste più',
    },
  },
  canBeOrdered: {
    ...cel(addressed('"refused", "silent", "defiant"')),
    title: {
      en: 'the department exists and has not accepted',
      it: 'il settore esiste e non ha accettato',
    },
  },
  isBeforeThem: {
    ...cel(
      '(context.rung >= 2 && "secretaryGeneral" in event.actor.roles) || (context.rung >= 3 && "mayor" in event.actor.roles)',
    ),
    title: {
      en: 'the dispute has reached this office',
      it: 'la controversia è arrivata a questo ufficio',
    },
  },
  isAddressee: {
    ...cel(`${current}.exists(d, d.department == event.department)`),
    title: { en: 'the department is an addressee', it: 'il settore è destinatario' },
  },
  successorIsAddressee: {
    ...cel(`${current}.exists(d, d.department == event.into)`),
    title: {
      en: 'the successor is an addressee already',
      it: 'il successore è già destinatario',
    },
  },
  newDepartmentIsAddressee: {
    ...cel(`${current}.exists(d, d.department == event.to)`),
    title: {
      en: 'the new department is an addressee already',
      it: 'il nuovo settore è già destinatario',
    },
  },
  successorIsAnother: {
    ...cel('event.into != event.department'),
    title: {
      en: 'the successor is another department',
      it: 'il successore è un altro settore',
    },
  },
  newDepartmentIsAnother: {
    ...cel('event.to != event.department'),
    title: { en: 'it goes to another department', it: 'passa a un altro settore' },
  },
  othersRemain: {
    ...cel(`${current}.exists(d, d.department != event.department && d.status != "released")`),
    title: {
      en: 'another addressee remains; without any, the directive must be superseded',
      it: 'resta un altro destinatario; altrimenti la direttiva va sostituita',
    },
  },
  mayRecordProcedure: {
    ...cel(addressed('"accepted", "recorded"')),
    title: {
      en: 'the department has accepted the directive',
      it: 'il settore ha accettato la direttiva',
    },
  },
  procedureIsRecorded: {
    ...cel(
      `${current}.exists(d, d.department == event.department && d.status == "recorded" && d.sop.version == event.version)`,
    ),
    title: {
      en: 'this version is the one that the department recorded',
      it: 'è la versione registrata dal settore',
    },
  },
  verifierIsAnother: {
    type: 'separateFrom',
    params: {
      others: cel(`${current}.filter(d, d.department == event.department).map(d, d.recordedBy)`),
    },
    title: {
      en: 'who recorded the procedure does not verify it',
      it: 'chi ha registrato la procedura non la verifica',
    },
  },
  verifierIsOutside: {
    ...cel(
      `!("departmentHead" in event.actor.roles)
        && (!has(event.actor.organisation) || event.actor.organisation != event.department)`,
    ),
    title: {
      en: 'the verifier holds another role, outside the department',
      it: 'verifica chi ha un altro ruolo, fuori dal settore',
    },
  },
  noAnswerIsAwaited: {
    ...cel(`!${current}.exists(d, d.status in ["issued", "ordered"])`),
    title: { en: 'no answer is awaited', it: 'non si attendono risposte' },
  },
  isDisputed: {
    ...cel(`${current}.exists(d, d.status in ["refused", "silent"])`),
    title: {
      en: 'a department has refused or is silent',
      it: 'un settore ha rifiutato o tace',
    },
  },
  hasOrphan: {
    ...cel(`${current}.exists(d, d.status == "abolished")`),
    title: {
      en: 'an addressee is abolished without successor',
      it: 'un destinatario è soppresso senza successore',
    },
  },
  isDefied: {
    ...cel(`${current}.exists(d, d.status == "defiant")`),
    title: {
      en: 'an order to comply is unanswered',
      it: 'un ordine di eseguire è rimasto senza risposta',
    },
  },
  isUndisputed: {
    ...cel(`!${current}.exists(d, d.status in ["refused", "silent", "defiant", "abolished"])`),
    title: { en: 'nothing is disputed', it: 'non c’è nulla di controverso' },
  },
  someHaveAccepted: {
    ...cel(`${current}.exists(d, d.status in ["accepted", "recorded", "verified"])`),
    title: { en: 'a department has accepted', it: 'un settore ha accettato' },
  },
  someAwaitVerification: {
    ...cel(`${current}.exists(d, d.status == "recorded")`),
    title: {
      en: 'a recorded procedure waits for verification',
      it: 'una procedura registrata attende la verifica',
    },
  },
  allAreVerified: {
    ...cel(
      `${current}.all(d, d.status in ["verified", "released"]) && ${current}.exists(d, d.status == "verified")`,
    ),
    title: {
      en: 'every department’s procedure is verified',
      it: 'la procedura di ogni settore è verificata',
    },
  },
  staysInForce: {
    ...cel('context.staysInForce'),
    title: {
      en: 'the directive stays on the record while its act is in force',
      it: 'la direttiva resta in essere finché vige il suo atto',
    },
  },
  reminderIsAhead: {
    ...cel('now - timestamp(context.clockFrom) > duration("1h")'),
    title: {
      en: 'the reminder was not yet past when the term began',
      it: 'il promemoria non era già passato all’inizio del termine',
    },
  },
} satisfies Record<string, GuardDefinition | object>;
