import type { JsonObject } from '../../../contracts/json.ts';
import { mayorsAct } from '../../../machines/mayors-act/mayors-act.ts';
import { euGeneric } from '../../../machines/profiles/eu-generic.ts';
import { ChildLife } from '../child-life.ts';

export const lead = { subject: 'lea', roles: ['initiativeLead'] };
export const lawyer = { subject: 'leo', roles: ['legalOfficer'] };
export const treasurer = { subject: 'fin', roles: ['financeOfficer'] };
export const mayor = { subject: 'mara', roles: ['mayor'] };
export const clerk = { subject: 'carl', roles: ['cityClerk'] };
export const chair = { subject: 'cora', roles: ['councilChair'] };
export const court = { subject: 'tar', roles: ['supervisoryAuthority'] };

/** Rules for acts of the mayor that differ from the fictional city's. */
export function withRules(mayorsRules: JsonObject): JsonObject {
  const { mayorsAct: own, ...profile } = euGeneric;
  return { ...profile, mayorsAct: { ...own, ...mayorsRules } } as unknown as JsonObject;
}

/** A decree on its first day, Monday 1 March 2027. */
export function decree(input: JsonObject = {}): ChildLife {
  return new ChildLife(
    mayorsAct,
    {
      actId: 'act-1',
      title: 'Repair desks open on Saturdays',
      profile: withRules({}),
      textHash: 'text-1',
      ...input,
    },
    '2027-03-01T09:00:00.000Z',
  );
}

export function competent(life: ChildLife): void {
  life.send('competence.assessed', { withinPowers: true, basis: 'Charter, art. 12' }, lawyer);
}

export function reviewed(life: ChildLife): void {
  competent(life);
  life.send('act.submitted', {}, lead);
  life.send('legalOpinion.given', { decision: 'positive', textHash: 'text-1' }, lawyer);
}

export function signed(life: ChildLife): void {
  reviewed(life);
  life.send('act.signed', { textHash: 'text-1', number: '12/2027' }, mayor);
}

/** Signed, filed on the next day and published on the day after. */
export function published(life: ChildLife): void {
  signed(life);
  life.until('2027-03-02T09:00:00.000Z');
  life.send('act.filedWithClerk', {}, clerk);
  life.until('2027-03-03T09:00:00.000Z');
  life.send('act.published', { textHash: 'text-1', gazette: 'Albo 3' }, clerk);
}

export function force(life: ChildLife): unknown {
  return (life.value as { issued?: { force: string } }).issued?.force;
}
