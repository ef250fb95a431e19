import { z } from '../../contracts/zod.ts';
import { hash, optionalText, text, texts, vote } from './fields.ts';

const note = z.object({ note: optionalText });

/** What happens between the council and the mayor. A resolution has none of it. */
export const mayorEvents = {
  'act.presented': {
    title: { en: 'Presented to the mayor', it: 'Trasmessa al sindaco' },
    by: ['cityClerk'],
    schema: z.object({ textHash: hash }),
  },
  'mayorHearing.scheduled': {
    title: { en: 'The mayor sets a hearing', it: 'Il sindaco fissa un’audizione' },
    by: ['mayor', 'cityClerk'],
    schema: note,
  },
  'mayorHearing.cancelled': {
    title: { en: 'The mayor’s hearing is cancelled', it: 'Audizione del sindaco annullata' },
    by: ['mayor', 'cityClerk'],
    schema: note,
  },
  'mayorHearing.held': {
    title: { en: 'Hearing of the mayor', it: 'Audizione del sindaco' },
    by: ['mayor', 'cityClerk'],
    schema: note,
  },
  'signing.scheduled': {
    title: { en: 'Signing arranged', it: 'Firma fissata' },
    by: ['mayor', 'cityClerk'],
    schema: note,
  },
  'act.signed': {
    title: { en: 'Signed', it: 'Firmata' },
    by: ['mayor'],
    schema: z.object({ textHash: hash }),
  },
  'act.vetoed': {
    title: { en: 'Vetoed', it: 'Veto' },
    by: ['mayor'],
    schema: z.object({ reason: text }),
  },
  'lines.vetoed': {
    title: { en: 'Lines vetoed', it: 'Veto su singole voci' },
    by: ['mayor'],
    schema: z.object({ lines: texts, approvedTextHash: hash, reason: text }),
  },
  'act.objected': {
    title: { en: 'Objection', it: 'Opposizione' },
    by: ['mayor'],
    schema: z.object({ reason: text }),
  },
  'act.returnedUnsigned': {
    title: { en: 'Returned unsigned', it: 'Restituita senza firma' },
    by: ['mayor', 'cityClerk'],
    schema: note,
  },
  'mayorSilence.recorded': {
    title: { en: 'Adopted by the mayor’s silence', it: 'Approvata per silenzio del sindaco' },
    by: ['cityClerk'],
    schema: note,
  },
  'act.received': {
    title: { en: 'Received back from the mayor', it: 'Ricevuta dal sindaco' },
    by: ['cityClerk'],
    schema: note,
  },
  'act.recalled': {
    title: { en: 'Recalled by the council', it: 'Richiamata dal consiglio' },
    by: ['cityClerk'],
    schema: z.object({ reason: optionalText }),
  },
  'override.voted': {
    title: { en: 'Vote on overriding the veto', it: 'Voto per superare il veto' },
    by: ['cityClerk'],
    schema: z.object({
      ...vote,
      declared: z.enum(['carried', 'lost']).meta({ publicity: 'public' }),
    }),
  },
} as const;
