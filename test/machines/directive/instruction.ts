import type { Actor } from '../../../contracts/actor.ts';
import type { JsonObject } from '../../../contracts/json.ts';
import { directive } from '../../../machines/directive/directive.ts';
import { ChildLife } from '../child-life.ts';

export const clerk = { subject: 'carl', roles: ['cityClerk'] };
export const general = { subject: 'gina', roles: ['secretaryGeneral'] };
export const mayor = { subject: 'mara', roles: ['mayor'] };
export const lawyer = { subject: 'leo', roles: ['legalOfficer'] };

export function head(department: string): Actor {
  return { subject: `head-${department}`, roles: ['departmentHead'], organisation: department };
}

/** A directive to two departments, issued on Monday 1 March 2027, due in 60 working days. */
export function instruction(input: JsonObject = {}): ChildLife {
  return new ChildLife(
    directive,
    {
      directiveId: 'dir-1',
      basedOnActId: 'act-1',
      instruction: 'Lend repair tools on Saturdays',
      addressees: ['mobility', 'culture'],
      sop: 'SOP-4',
      dueIn: 'P60BD',
      ...input,
    },
    '2027-03-01T09:00:00.000Z',
  );
}

export function acknowledge(life: ChildLife, ...departments: string[]): void {
  for (const department of departments)
    life.send('directive.acknowledged', { department }, head(department));
}

export function refuse(life: ChildLife, department: string): void {
  life.send('directive.refused', { department, reason: 'No staff' }, head(department));
}

export function write(life: ChildLife, department: string, version = '4.1'): void {
  life.send('sop.recorded', { department, docId: 'SOP-4', version }, head(department));
}

export function verify(life: ChildLife, department: string, version = '4.1'): void {
  life.send('sop.verified', { department, version }, clerk);
}

export function incorporate(life: ChildLife, ...departments: string[]): void {
  for (const department of departments) {
    acknowledge(life, department);
    write(life, department);
    verify(life, department);
  }
}

export function statusOf(life: ChildLife, department: string): unknown {
  const departments = life.context['departments'] as unknown as {
    department: string;
    status: string;
    current: boolean;
  }[];
  return departments.find((own) => own.department === department && own.current)?.status;
}

export function region(life: ChildLife, name: 'answers' | 'disputes' | 'work' | 'term'): unknown {
  return (life.value as { live: { open: Record<string, string> } }).live.open[name];
}
