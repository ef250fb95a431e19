import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { cel } from '../authoring/cel.ts';

type NamedAction = { type: string; params: JsonObject };

const optional = (field: string, otherwise = 'null'): ReturnType<typeof cel> =>
  cel(`has(event.${field}) ? event.${field} : ${otherwise}`);

export const set = (fields: object): NamedAction => ({ type: 'set', params: fields as JsonObject });

export const record = (list: string, fields: object): NamedAction => ({
  type: 'record',
  params: { list, fields } as unknown as JsonObject,
});

export const notify = (template: string, ...roles: string[]): NamedAction => ({
  type: 'notify',
  params: { roles, template },
});

export const tellParent = (type: string, fields: object = {}): NamedAction => ({
  type: 'sendParent',
  params: { event: { type, actId: cel('context.actId'), ...fields } },
});

const vote = {
  session: cel('event.session'),
  motion: optional('motion'),
  textHash: cel('event.textHash'),
  tally: optional('tally'),
  rollCall: optional('rollCall'),
  attested: cel('has(event.attested) && event.attested'),
  declared: cel('event.declared'),
  present: cel('context.present'),
};

/** Named, because the same is done from several places. */
export const actions = {
  addVersion: [
    record('textVersions', {
      v: cel('context.textVersion + 1'),
      hash: cel('event.textHash'),
      what: cel('event.type'),
    }),
    set({ textHash: cel('event.textHash'), textVersion: cel('context.textVersion + 1') }),
  ],
  // Another text in substance: what was said about the old one counts no more.
  newSubstance: set({
    substance: cel('event.textHash'),
    overridden: [],
    notice: null,
    noticeWaived: false,
    readings: [],
    gapOver: true,
    motion: null,
  }),
  addVote: record('votes', vote),
  addVoidVote: record('votes', { ...vote, void: true, reason: 'noQuorum' }),
  adopt: set({
    adopted: {
      body: 'council',
      session: cel('event.session'),
      textHash: cel('event.textHash'),
      tally: optional('tally'),
      attested: cel('has(event.attested) && event.attested'),
      quorum: {
        present: cel('context.present'),
        seated: cel('context.seated'),
        call: cel('context.call'),
      },
      at: cel('event.at'),
    },
    lawHash: cel('event.textHash'),
  }),
  addHearing: record('hearings', { committee: cel('event.committee'), what: cel('event.type') }),
  alarmDeferral: notify('act.deferredOften', 'councilChair', 'initiativeLead'),
  addDeferral: record('deferrals', { what: cel('event.type') }),
  addCommittee: record('committees', { committee: cel('event.committee') }),
  addChange: record('changes', { what: cel('event.type'), reason: optional('reason', '""') }),
} satisfies Record<string, ActionDefinition>;

export const mayorActions = {
  noteOfMayor: record('mayorNotes', { what: cel('event.type') }),
} satisfies Record<string, ActionDefinition>;
