import { councilAct } from '../../machines/council-act/council-act.ts';
import { euGeneric } from '../../machines/profiles/eu-generic.ts';
import type { JurisdictionProfile } from '../../machines/profiles/jurisdiction-profile.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { ChildLife } from '../machines/child-life.ts';

const as = (subject: string, role: string): Actor => ({ subject, roles: [role] });

export const lead = as('lea', 'initiativeLead');
export const lawyer = as('leo', 'legalOfficer');
export const treasurer = as('fin', 'financeOfficer');
export const head = as('hans', 'departmentHead');
export const privacyOfficer = as('dana', 'dataProtectionOfficer');
export const clerk = as('carl', 'cityClerk');
export const chair = as('cora', 'councilChair');
export const committeeChair = as('cleo', 'committeeChair');
export const mayor = as('mara', 'mayor');
export const court = as('tar', 'supervisoryAuthority');
/** The n-th member of the council. */
export const member = (n: number): Actor => as(`member-${n}`, 'councilMember');

const officers = {
  legal: lawyer,
  finance: treasurer,
  department: head,
  dataProtection: privacyOfficer,
} as const;
export type OpinionKind = keyof typeof officers;

export interface Votes {
  readonly yes: number;
  readonly no: number;
  readonly abstain?: number;
  readonly present?: number;
}

/** An act of the council as a child of a process that listens, on Monday 1 March 2027 unless said otherwise. */
export class Proposal extends ChildLife {
  readonly profile: JurisdictionProfile;
  private session = 0;

  constructor({
    profile = euGeneric,
    definition = councilAct,
    input = {},
  }: {
    readonly profile?: JurisdictionProfile;
    readonly definition?: Definition;
    readonly input?: JsonObject;
  } = {}) {
    super(
      { ...definition, calendar: profile.calendar },
      {
        actId: 'act-7',
        title: 'Repair cafés',
        textHash: '',
        profile: JSON.parse(JSON.stringify(profile)) as JsonObject,
        ...input,
      },
      '2027-03-01T09:00:00.000Z',
    );
    this.profile = profile;
  }

  get text(): string {
    return this.said('textHash');
  }

  /** A text in the context. */
  said(field: string): string {
    const value = this.context[field];
    return typeof value === 'string' ? value : '';
  }

  /** The state, its parts joined with dots, of the outermost region that is not parallel: `floor`, `mayor.deciding`. */
  get state(): string {
    return JSON.stringify(this.value).replaceAll(/["{}]/g, '').replaceAll(':', '.');
  }

  submit(textHash = 'text-1'): this {
    this.send('text.submitted', { textHash }, lead);
    this.send('act.submitted', {}, lead);
    return this;
  }

  opine(kind: OpinionKind, decision = 'positive', findings = ''): LedgerEntry {
    const event = { decision, textHash: this.text, findings };
    return this.send(`${kind}Opinion.given`, event, officers[kind]);
  }

  /** Every opinion that the profile asks for, in favour. */
  review(): this {
    for (const kind of this.profile.opinions.required) this.opine(kind);
    return this;
  }

  introduce(fields: JsonObject = {}): this {
    this.send('act.introduced', { fileNumber: '2027/12', ...fields }, clerk);
    return this;
  }

  /** Before the council, by a committee where the profile wants one. */
  toFloor(): this {
    if (!this.profile.committee.required) {
      this.send('act.placedOnAgenda', {}, clerk);
      return this;
    }
    this.send('act.referred', { committee: 'Waste' }, clerk);
    const tally = { yes: 5, no: 1, abstain: 0, present: 6, seated: 7, statutory: 7 };
    this.send(
      'committee.approved',
      { committee: 'Waste', textHash: this.text, tally },
      committeeChair,
    );
    return this;
  }

  notice(): this {
    this.send('notice.posted', { textHash: this.text, place: 'Town hall' }, clerk);
    this.until(this.deadlines['noticeServed'] ?? '');
    return this;
  }

  /** Opens a meeting; with all members present unless said otherwise. */
  meet(present = this.profile.meetings.seats): this {
    this.session += 1;
    const { seats } = this.profile.meetings;
    this.send('session.opened', { session: `s${this.session}`, present, seated: seats }, clerk);
    return this;
  }

  /** All readings that the profile wants, then a motion, and the vote is called. */
  callVote(present?: number): this {
    this.until(this.simulation.now);
    for (let reading = 0; reading < this.profile.readings.count; reading += 1) {
      if (reading > 0) {
        this.send('session.adjourned', {}, chair);
        this.until(this.deadlines['nextReadingFrom'] ?? '');
      }
      this.meet(present);
      this.send('reading.held', {}, clerk);
    }
    this.send('motion.moved', { motion: 'adopt' }, member(1));
    this.send('vote.called', {}, chair);
    return this;
  }

  /** Records a vote of the council, or of its override. */
  vote(
    votes: Votes,
    declared = 'carried',
    fields: JsonObject = {},
    by: Actor = clerk,
  ): LedgerEntry {
    return this.send('council.voted', { ...this.minutes(votes), declared, ...fields }, by);
  }

  override(votes: Votes, declared = 'carried', fields: JsonObject = {}): LedgerEntry {
    return this.send('override.voted', { ...this.minutes(votes), declared, ...fields }, clerk);
  }

  /** Everything up to a vote in favour of every member. */
  adopt(): this {
    this.submit().review().introduce().toFloor().notice().callVote();
    this.vote({ yes: this.profile.meetings.seats, no: 0 });
    return this;
  }

  present(): this {
    this.send('act.presented', { textHash: this.text }, clerk);
    return this;
  }

  enact(): this {
    this.adopt().present();
    this.send('act.signed', { textHash: this.text }, mayor);
    return this;
  }

  publish(fields: JsonObject = {}): this {
    if (this.context['number'] === '') this.send('act.numbered', { number: '12/2027' }, clerk);
    this.send(
      'act.published',
      { textHash: this.said('lawHash'), gazette: 'Gazette', ...fields },
      clerk,
    );
    // What is due at once happens now.
    this.until(this.simulation.now);
    return this;
  }

  private minutes({ yes, no, abstain = 0, present = yes + no + abstain }: Votes): JsonObject {
    const { seats } = this.profile.meetings;
    const options = [
      ...Array<string>(yes).fill('yes'),
      ...Array<string>(no).fill('no'),
      ...Array<string>(abstain).fill('abstain'),
    ];
    return {
      session: `s${this.session}`,
      textHash: this.text,
      tally: { yes, no, abstain, present, seated: seats, statutory: seats },
      rollCall: options.map((option, index) => ({ voter: `member-${index + 1}`, option })),
    };
  }
}

/** The code with which a refused event is answered. */
export function refusal(send: () => unknown): string {
  try {
    send();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'accepted';
}
