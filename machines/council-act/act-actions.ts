import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import type { ActionRef } from '../../contracts/definition/state-node.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { cel } from '../authoring/cel.ts';

const optional = (field: string): ReturnType<typeof cel> =>
  cel(`has(event.${field}) ? event.${field} : null`);

export const set = (fields: object): { type: string; params: JsonObject } => ({
  type: 'set',
  params: fields as JsonObject,
});
export const record = (list: string, fields: object): { type: string; params: JsonObject } => ({
  type: 'record',
  params: { list, fields } as unknown as JsonObject,
});
export const tellParent = (
  type: string,
  fields: object = {},
): { type: string; params: JsonObject } => ({
  type: 'sendParent',
  params: { event: { type, actId: cel('context.actId'), ...fields } } as unknown as JsonObject,
});

/** Named, because the same is done from several places. */
export const actions = {
  addVersion: [
    record('textVersions', { v: cel('context.textVersion'), hash: cel('event.textHash') }),
    set({ textHash: cel('event.textHash'), textVersion: cel('context.textVersion + 1') }),
  ],
  addVote: record('votes', {
    session: cel('event.session'),
    motion: optional('motion'),
    textHash: cel('event.textHash'),
    tally: optional('tally'),
    rollCall: optional('rollCall'),
    attested: cel('has(event.attested) && event.attested'),
    declared: cel('event.declared'),
    present: cel('context.present'),
  }),
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
  }),
  addHearing: record('hearings', { committee: cel('event.committee'), what: cel('event.type') }),
  addDeferral: record('deferrals', { what: cel('event.type') }),
  noteOfMayor: record('mayorNotes', { what: cel('event.type') }),
} satisfies Record<string, ActionDefinition>;

export type { ActionRef };
