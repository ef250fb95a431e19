import { z } from '../../contracts/zod.ts';
import {
  date,
  flag,
  hash,
  members,
  number,
  optionalFlag,
  optionalText,
  text,
  vote,
} from './fields.ts';
import { mayorEvents } from './mayor-events.ts';

const opinion = z.object({
  decision: z.enum(['positive', 'negative', 'conditional']).meta({ publicity: 'public' }),
  textHash: hash,
  findings: optionalText,
});
const inCommittee = z.object({ committee: text, session: optionalText, note: optionalText });
const committeeVote = z.object({ committee: text, ...vote, session: optionalText });
const because = z.object({ reason: optionalText });
const kind = z
  .enum(['legal', 'finance', 'department', 'dataProtection'])
  .meta({ publicity: 'public' });

/** What may happen to an act of the council before it is adopted, and once it is law. */
export const commonEvents = {
  'text.submitted': {
    title: { en: 'A text is submitted', it: 'Viene presentato un testo' },
    by: ['initiativeLead', 'departmentHead'],
    schema: z.object({ textHash: hash, language: optionalText, summary: optionalText }),
  },
  'act.submitted': {
    title: { en: 'The draft goes to review', it: 'La bozza va in esame' },
    by: ['initiativeLead', 'departmentHead'],
  },
  'act.returnedToDrafting': {
    title: { en: 'The draft goes back', it: 'La bozza torna in redazione' },
    by: ['initiativeLead', 'departmentHead'],
    schema: because,
  },
  'legalOpinion.given': {
    title: { en: 'Legal opinion', it: 'Parere legale' },
    by: ['legalOfficer'],
    schema: opinion,
  },
  'financeOpinion.given': {
    title: { en: 'Financial opinion', it: 'Parere contabile' },
    by: ['financeOfficer'],
    schema: opinion,
  },
  'departmentOpinion.given': {
    title: { en: 'Opinion of the department', it: 'Parere del settore' },
    by: ['departmentHead'],
    schema: opinion,
  },
  'dataProtectionOpinion.given': {
    title: { en: 'Data protection opinion', it: 'Parere sulla protezione dei dati' },
    by: ['dataProtectionOfficer'],
    schema: opinion,
  },
  'opinion.overridden': {
    title: { en: 'A negative opinion is overridden', it: 'Si prescinde da un parere contrario' },
    by: ['mayor', 'councilChair'],
    schema: z.object({ kind, reason: text }),
  },
  'act.introduced': {
    title: { en: 'Introduced', it: 'Depositata in consiglio' },
    by: ['cityClerk'],
    schema: z.object({
      fileNumber: number,
      session: optionalText,
      sponsor: optionalText,
      emergency: optionalFlag,
    }),
  },
  'act.referred': {
    title: { en: 'Referred to a committee', it: 'Assegnata a una commissione' },
    by: ['cityClerk', 'councilChair'],
    schema: z.object({ committee: text, session: optionalText, note: optionalText }),
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
  'act.recommitted': {
    title: { en: 'Sent back to committee', it: 'Rinviata in commissione' },
    by: ['councilChair', 'cityClerk'],
    schema: z.object({ committee: optionalText, reason: optionalText }),
  },
  'act.withdrawn': {
    title: { en: 'Withdrawn', it: 'Ritirata' },
    by: ['initiativeLead', 'councilMember', 'cityClerk'],
    schema: because,
  },
  'act.filed': {
    title: { en: 'Filed without adoption', it: 'Archiviata senza approvazione' },
    by: ['cityClerk'],
    schema: z.object({
      by: z.enum(['council', 'administration']).meta({ publicity: 'public' }),
      reason: optionalText,
    }),
  },
  'session.ended': {
    title: { en: 'The council’s term ends', it: 'Fine della consiliatura' },
    by: ['cityClerk'],
    schema: z.object({ session: optionalText }),
  },
  'caretaker.began': {
    title: { en: 'Caretaker period begins', it: 'Inizia l’ordinaria amministrazione' },
    by: ['cityClerk'],
  },
  'caretaker.ended': {
    title: { en: 'Caretaker period ends', it: 'Finisce l’ordinaria amministrazione' },
    by: ['cityClerk'],
  },
  'act.numbered': {
    title: { en: 'Number assigned', it: 'Numero assegnato' },
    by: ['cityClerk'],
    schema: z.object({ number }),
  },
  'act.published': {
    title: { en: 'Published', it: 'Pubblicata' },
    by: ['cityClerk'],
    schema: z.object({
      textHash: hash,
      gazette: text,
      issue: optionalText,
      url: optionalText,
      erratum: optionalText,
      effectiveOn: date,
      expiresOn: date,
    }),
  },
  'publication.failed': {
    title: { en: 'Publication failed', it: 'Pubblicazione non riuscita' },
    by: ['cityClerk'],
    schema: z.object({ reason: text }),
  },
  'wrongText.found': {
    title: { en: 'The wrong text was published', it: 'È stato pubblicato il testo sbagliato' },
    by: ['cityClerk', 'legalOfficer'],
    schema: z.object({ textHash: hash, reason: text }),
  },
  'act.suspended': {
    title: { en: 'Suspended', it: 'Sospesa' },
    by: ['supervisoryAuthority'],
    schema: z.object({ reason: text }),
  },
  'act.reinstated': {
    title: { en: 'Reinstated', it: 'Ripristinata' },
    by: ['supervisoryAuthority'],
    schema: because,
  },
  'act.annulled': {
    title: { en: 'Annulled', it: 'Annullata' },
    by: ['supervisoryAuthority'],
    schema: z.object({
      scope: z.enum(['exTunc', 'exNunc']).meta({ publicity: 'public' }),
      reason: text,
    }),
  },
  'act.superseded': {
    title: { en: 'Superseded', it: 'Sostituita' },
    by: ['cityClerk', 'process'],
    schema: z.object({ by: text }),
  },
  'act.repealed': {
    title: { en: 'Repealed', it: 'Abrogata' },
    by: ['cityClerk', 'process'],
    schema: z.object({ by: text }),
  },
  'act.changed': {
    title: { en: 'Amended by a later act', it: 'Modificata da un atto successivo' },
    by: ['cityClerk', 'process'],
    schema: z.object({ by: text, textHash: hash }),
  },
} as const;

export const events = { ...commonEvents, ...mayorEvents } as const;
