import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import {
  calendarDay,
  date,
  duration,
  hash,
  id,
  ids,
  instant,
  oneOf,
  optionalDate,
  optionalId,
  optionalText,
  text,
  texts,
} from './fields.ts';

const commitment = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  what: z.string().min(1),
  who: z.string().min(1),
  dueOn: calendarDay,
});

/** Going official, in public, and life afterwards. */
export const officialEvents = {
  'goingOfficial.begun': {
    title: { en: 'Going official begins', it: 'Inizia l’ufficializzazione' },
    by: ['initiativeLead'],
  },
  'legalOpinion.recorded': {
    title: { en: 'Opinion that no act is needed', it: 'Parere che non serve un atto' },
    by: ['legalOfficer'],
    schema: z.object({ reference: text, reasons: text }),
  },
  'instrument.chosen': {
    title: { en: 'The instrument is chosen', it: 'È scelto lo strumento' },
    by: ['initiativeLead', 'legalOfficer'],
    schema: z.object({
      instrument: oneOf(['councilAct', 'resolution', 'mayorsAct', 'both', 'noneNeeded']),
      reason: text,
    }),
  },
  'draft.submitted': {
    title: { en: 'A draft is submitted', it: 'È presentata una bozza' },
    by: ['initiativeLead'],
    schema: z.object({
      actId: id,
      /** The id of the mayor’s act when both are needed. */
      mayorsActId: optionalId,
      title: text,
      textHash: hash,
    }),
  },
  'draft.revised': {
    title: { en: 'The draft is revised', it: 'La bozza è riveduta' },
    by: ['initiativeLead'],
    schema: z.object({ textHash: hash, reason: text }),
  },
  'opinion.overridden': {
    title: { en: 'A refusal is overridden', it: 'Si prescinde da un rifiuto' },
    by: ['mayor', 'secretaryGeneral'],
    schema: z.object({
      office: oneOf(['legal', 'finance', 'department', 'dataProtection']),
      reason: text,
      authority: text,
    }),
  },
  'redraft.chosen': {
    title: { en: 'It will be drafted anew', it: 'Si redige di nuovo' },
    by: ['initiativeLead'],
    schema: z.object({ reason: text }),
  },
  'act.reintroduced': {
    title: { en: 'Brought before the new council', it: 'Ripresentata al nuovo consiglio' },
    by: ['initiativeLead'],
    schema: z.object({ actId: id, replaces: id }),
  },
  'directive.issued': {
    title: { en: 'A directive is issued', it: 'È emanata una direttiva' },
    by: ['mayor', 'secretaryGeneral', 'departmentHead'],
    schema: z.object({
      id,
      instruction: text,
      addressees: ids,
      procedure: text,
      dueIn: duration,
    }),
  },
  'publicEvent.planned': {
    title: { en: 'A press conference is planned', it: 'È prevista una conferenza stampa' },
    by: ['communications', 'initiativeLead'],
    schema: z.object({
      id,
      on: instant,
      place: text,
      online: optionalText,
      hosts: ids,
      languages: texts,
      accessibility: texts,
    }),
  },
  'publicEvent.postponed': {
    title: { en: 'The press conference is postponed', it: 'La conferenza stampa è rinviata' },
    by: ['communications', 'initiativeLead'],
    schema: z.object({ to: instant, reason: text }),
  },
  'publicEvent.cancelled': {
    title: { en: 'The press conference is cancelled', it: 'La conferenza stampa è annullata' },
    by: ['communications', 'initiativeLead'],
    schema: z.object({ reason: text }),
  },
  'publicEvent.held': {
    title: { en: 'The press conference is held', it: 'Si tiene la conferenza stampa' },
    by: ['communications', 'initiativeLead'],
    schema: z.object({
      partners: ids,
      resultsShown: ids,
      commitments: z.array(commitment).max(50).meta({ publicity: 'public' }),
      media: optionalText,
    }),
  },
  'story.published': {
    title: { en: 'The story of the process is public', it: 'La storia del processo è pubblica' },
    by: ['communications', 'initiativeLead'],
    schema: z.object({ url: text, hash }),
  },
  'commitment.kept': {
    title: { en: 'A commitment is kept', it: 'Un impegno è mantenuto' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel', 'departmentHead'],
    schema: z.object({ id, evidence: text }),
  },
  'commitment.reassigned': {
    title: { en: 'A commitment passes to another', it: 'Un impegno passa ad altri' },
    by: ['initiativeLead'],
    schema: z.object({ id, to: text, reason: text }),
  },
  'service.declaredOfficial': {
    title: { en: 'The service is declared official', it: 'Il servizio è dichiarato ufficiale' },
    by: ['cityClerk', 'mayor'],
    schema: z.object({
      /** The legal date of effect in the city’s zone; anniversaries are counted from it. */
      effectiveOn: date,
      expiresOn: optionalDate,
    }),
  },
  'expiry.recorded': {
    title: { en: 'A new date of expiry', it: 'Una nuova scadenza' },
    by: ['cityClerk'],
    schema: z.object({ expiresOn: date, authority: text }),
  },
  'redesign.begun': {
    title: { en: 'A re-design begins', it: 'Inizia una riprogettazione' },
    by: ['initiativeLead'],
    schema: z.object({ reason: text }),
  },
  'redesign.completed': {
    title: { en: 'The re-design is done', it: 'La riprogettazione è conclusa' },
    by: ['initiativeLead'],
    schema: z.object({ summary: text }),
  },
  'amendment.submitted': {
    title: { en: 'An act to amend is submitted', it: 'È presentato un atto di modifica' },
    by: ['initiativeLead'],
    schema: z.object({
      actId: id,
      replaces: id,
      instrument: oneOf(['councilAct', 'resolution', 'mayorsAct']),
      title: text,
      textHash: hash,
    }),
  },
  'service.suspended': {
    title: { en: 'The service is suspended', it: 'Il servizio è sospeso' },
    by: ['departmentHead', 'mayor', 'supervisoryAuthority'],
    schema: z.object({ reason: text, authority: text, resumeBy: date }),
  },
  'service.resumed': {
    title: { en: 'The service is resumed', it: 'Il servizio riprende' },
    by: ['departmentHead', 'mayor'],
    schema: z.object({ reason: text, authority: text }),
  },
  'transitionalBasis.granted': {
    title: { en: 'A transitional basis is granted', it: 'È concessa una base transitoria' },
    by: ['mayor', 'supervisoryAuthority'],
    schema: z.object({ until: date, reason: text, authority: text }),
  },
  'sunset.decided': {
    title: { en: 'The service will end', it: 'Il servizio cesserà' },
    by: ['mayor', 'departmentHead'],
    schema: z.object({ endsOn: date, reason: text, authority: text }),
  },
  'sunset.revoked': {
    title: { en: 'The service will go on', it: 'Il servizio continuerà' },
    by: ['mayor'],
    schema: z.object({ reason: text, authority: text }),
  },
  'initiative.suspended': {
    title: { en: 'The initiative is suspended', it: 'L’iniziativa è sospesa' },
    by: ['initiativeLead', 'departmentHead', 'mayor'],
    schema: z.object({ reason: text, authority: text, resumeBy: date }),
  },
  'initiative.resumed': {
    title: { en: 'The initiative goes on', it: 'L’iniziativa riprende' },
    by: ['initiativeLead', 'departmentHead', 'mayor'],
    schema: z.object({ reason: text }),
  },
  'initiative.stopped': {
    title: { en: 'The initiative is stopped', it: 'L’iniziativa è interrotta' },
    by: ['departmentHead', 'mayor'],
    schema: z.object({ reason: text, authority: text }),
  },
  'initiative.withdrawn': {
    title: { en: 'The initiative is withdrawn', it: 'L’iniziativa è ritirata' },
    by: ['initiativeLead'],
    schema: z.object({ reason: text, authority: text }),
  },
  'initiative.merged': {
    title: { en: 'It goes on within another', it: 'Confluisce in un’altra' },
    by: ['initiativeLead', 'departmentHead'],
    schema: z.object({ into: id, reason: text, authority: text }),
  },
  'obligation.settled': {
    title: { en: 'An obligation is settled', it: 'Un obbligo è assolto' },
    by: ['initiativeLead', 'cityClerk', 'departmentHead', 'communications', 'dataSteward'],
    schema: z.object({ obligation: id, evidence: text }),
  },
} satisfies Record<string, AuthoredEvent>;
