import { z } from '../../contracts/zod.ts';
import { flag, hash, members, optionalText, text, vote } from './fields.ts';

const because = z.object({ reason: optionalText });

/** What happens before the council and in its meetings. */
export const floorEvents = {
  'notice.posted': {
    title: { en: 'Notice posted', it: 'Avviso affisso' },
    by: ['cityClerk'],
    schema: z.object({ textHash: hash, place: text, url: optionalText }),
  },
  'notice.waived': {
    title: { en: 'Notice waived', it: 'Rinuncia ai termini di avviso' },
    by: ['councilChair'],
    schema: z.object({ reason: text }),
  },
  'session.opened': {
    title: { en: 'Meeting opened', it: 'Seduta aperta' },
    by: ['cityClerk'],
    schema: z.object({ session: text, present: members, seated: members }),
  },
  'session.adjourned': {
    title: { en: 'Meeting adjourned', it: 'Seduta aggiornata' },
    by: ['cityClerk', 'councilChair'],
    schema: because,
  },
  'quorum.lost': {
    title: { en: 'Quorum lost', it: 'Viene meno il numero legale' },
    by: ['cityClerk'],
    schema: z.object({ present: members }),
  },
  'secondCall.sent': {
    title: { en: 'Second call sent', it: 'Seconda convocazione inviata' },
    by: ['cityClerk'],
    schema: z.object({ session: text }),
  },
  'reading.held': {
    title: { en: 'Reading held', it: 'Lettura svolta' },
    by: ['cityClerk'],
    schema: z.object({ waiver: optionalText }),
  },
  'motion.moved': {
    title: { en: 'Motion moved', it: 'Mozione presentata' },
    by: ['councilMember'],
    schema: z.object({ motion: text, seconder: optionalText }),
  },
  'conflict.declared': {
    title: { en: 'Conflict of interest declared', it: 'Dichiarato un conflitto di interessi' },
    by: ['councilMember'],
  },
  'act.amended': {
    title: { en: 'Amended by the council', it: 'Emendata dal consiglio' },
    by: ['cityClerk'],
    schema: z.object({ textHash: hash, substantive: flag, note: optionalText }),
  },
  'amendment.proposed': {
    title: { en: 'Amendment proposed', it: 'Emendamento proposto' },
    by: ['councilMember', 'cityClerk'],
    schema: z.object({ note: optionalText }),
  },
  'amendment.defeated': {
    title: { en: 'Amendment defeated', it: 'Emendamento respinto' },
    by: ['cityClerk'],
    schema: z.object({ note: optionalText }),
  },
  'vote.called': {
    title: { en: 'Vote called', it: 'Si passa al voto' },
    by: ['councilChair'],
  },
  'council.voted': {
    title: { en: 'The council has voted', it: 'Il consiglio ha votato' },
    by: ['cityClerk'],
    schema: z.object({
      ...vote,
      declared: z.enum(['carried', 'carriedAsOrdinary', 'lost']).meta({ publicity: 'public' }),
    }),
  },
  'act.deferred': {
    title: { en: 'Laid over by the council', it: 'Rinviata dal consiglio' },
    by: ['councilChair', 'cityClerk'],
    schema: because,
  },
  'vote.voided': {
    title: { en: 'The vote is void', it: 'La votazione è nulla' },
    by: ['councilChair', 'cityClerk'],
    schema: z.object({ reason: text }),
  },
  'act.remitted': {
    title: { en: 'Sent back for changes', it: 'Rinviata con richiesta di modifiche' },
    by: ['councilChair', 'cityClerk'],
    schema: z.object({ reason: text }),
  },
} as const;
