import { z } from '../../contracts/zod.ts';
import { flag, hash, optionalText, text, vote } from './fields.ts';

const inCommittee = z.object({ committee: text, session: optionalText, note: optionalText });
const committeeVote = z.object({ committee: text, ...vote, session: optionalText });

/** What committees do with an act. */
export const committeeEvents = {
  'act.referred': {
    title: { en: 'Referred to a committee', it: 'Assegnata a una commissione' },
    by: ['cityClerk', 'councilChair'],
    schema: z.object({ committee: text, session: optionalText, note: optionalText }),
  },
  'act.recommitted': {
    title: { en: 'Sent back to committee', it: 'Rinviata in commissione' },
    by: ['councilChair', 'cityClerk'],
    schema: z.object({ committee: optionalText, reason: optionalText }),
  },
  'act.placedOnAgenda': {
    title: { en: 'Placed on the agenda', it: 'Iscritta all’ordine del giorno' },
    by: ['cityClerk', 'councilChair'],
    schema: z.object({ session: optionalText }),
  },
  'committee.heard': {
    title: { en: 'Hearing of the committee', it: 'Audizione in commissione' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.deferred': {
    title: { en: 'Laid over by the committee', it: 'Rinviata dalla commissione' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.recessed': {
    title: { en: 'The committee takes a recess', it: 'La commissione sospende la seduta' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.amendmentProposed': {
    title: { en: 'Amendment proposed in committee', it: 'Emendamento proposto in commissione' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.amended': {
    title: { en: 'Amended by the committee', it: 'Emendata dalla commissione' },
    by: ['committeeChair', 'cityClerk'],
    schema: z.object({
      committee: text,
      session: optionalText,
      textHash: hash,
      substantive: flag,
      note: optionalText,
    }),
  },
  'committee.subreported': {
    title: { en: 'Report of the subcommittee', it: 'Relazione della sottocommissione' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.approved': {
    title: { en: 'The committee reports in favour', it: 'La commissione è favorevole' },
    by: ['committeeChair', 'cityClerk'],
    schema: committeeVote,
  },
  'committee.disapproved': {
    title: { en: 'The committee reports against', it: 'La commissione è contraria' },
    by: ['committeeChair', 'cityClerk'],
    schema: inCommittee,
  },
  'committee.discharged': {
    title: {
      en: 'The council takes it from the committee',
      it: 'Il consiglio avoca dalla commissione',
    },
    by: ['cityClerk', 'councilChair'],
    schema: z.object({ session: optionalText, reason: optionalText }),
  },
} as const;
