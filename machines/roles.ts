import type { Definition } from '../contracts/definition/definition.ts';

type Roles = Definition['roles'];

/**
 * The roles of a city, by id. Definitions take those they need with `rolesOf`. `process` is held by no person: events `by` it
 * come from a child or parent process.
 */
const roles = {
  initiativeLead: { title: { en: 'Initiative lead', it: 'Responsabile dell’iniziativa' } },
  partnerRepresentative: {
    title: { en: 'Partner representative', it: 'Rappresentante dei partner' },
  },
  citizenPanel: { title: { en: 'Citizen panel', it: 'Gruppo di cittadini' } },
  departmentHead: { title: { en: 'Head of department', it: 'Dirigente di settore' } },
  legalOfficer: { title: { en: 'Legal officer', it: 'Ufficio legale' } },
  financeOfficer: { title: { en: 'Finance officer', it: 'Ragioneria' } },
  dataProtectionOfficer: {
    title: { en: 'Data protection officer', it: 'Responsabile della protezione dei dati' },
  },
  dataSteward: { title: { en: 'Data steward', it: 'Responsabile dei dati aperti' } },
  cityClerk: { title: { en: 'City clerk', it: 'Segretario comunale' } },
  councilChair: { title: { en: 'Chair of the council', it: 'Presidente del consiglio' } },
  councilMember: { title: { en: 'Council member', it: 'Consigliere comunale' } },
  committeeChair: { title: { en: 'Chair of the committee', it: 'Presidente di commissione' } },
  secretaryGeneral: { title: { en: 'Secretary general', it: 'Direttore generale' } },
  mayor: { title: { en: 'Mayor', it: 'Sindaco' } },
  supervisoryAuthority: {
    title: { en: 'Supervisory authority or court', it: 'Autorità di controllo o giudice' },
  },
  communications: { title: { en: 'Communications office', it: 'Ufficio stampa' } },
  auditor: { title: { en: 'Auditor', it: 'Revisore' } },
  operator: { title: { en: 'Operator', it: 'Operatore' } },
  process: { title: { en: 'Another process', it: 'Un altro processo' } },
} satisfies Roles;

export type RoleId = keyof typeof roles;

export function rolesOf<const Ids extends readonly RoleId[]>(
  ids: Ids,
): { [Id in Ids[number]]: Roles[string] } {
  return Object.fromEntries(ids.map((id) => [id, roles[id]])) as unknown as {
    [Id in Ids[number]]: Roles[string];
  };
}
