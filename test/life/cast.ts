import type { Actor } from '../../contracts/actor.ts';

const person = (subject: string, role: string, organisation?: string): Actor => ({
  subject,
  roles: [role],
  ...(organisation === undefined ? {} : { organisation }),
});

export const lead = person('lea', 'initiativeLead', 'innovation');
export const lawyer = person('leo', 'legalOfficer');
export const treasurer = person('fin', 'financeOfficer');
export const privacyOfficer = person('dora', 'dataProtectionOfficer');
export const steward = person('stella', 'dataSteward');
export const verifier = person('vera', 'dataSteward');
export const clerk = person('carl', 'cityClerk', 'council-office');
export const chair = person('cora', 'councilChair');
export const councillor = person('carlo', 'councilMember');
export const mayor = person('mara', 'mayor');
export const press = person('pia', 'communications');
export const head = (department: string): Actor =>
  person(`head-${department}`, 'departmentHead', department);
export const partner = (id: string): Actor => person(`rep-${id}`, 'partnerRepresentative', id);
