import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import {
  amount,
  date,
  flag,
  id,
  instant,
  oneOf,
  optionalDate,
  optionalDuration,
  optionalText,
  text,
} from './fields.ts';

/** Money, departments, strategy and data: what the city brings. */
export const cityEvents = {
  'funding.found': {
    title: { en: 'A funded initiative is found', it: 'Trovata un’iniziativa finanziata' },
    by: ['initiativeLead', 'financeOfficer'],
    schema: z.object({
      origin: id,
      programme: text,
      funder: text,
      budgetLine: text,
      amount,
      currency: text,
      evidence: text,
    }),
  },
  'redirection.agreed': {
    title: { en: 'Its new direction is agreed', it: 'Concordata la nuova direzione' },
    by: ['departmentHead', 'financeOfficer', 'secretaryGeneral', 'mayor'],
    schema: z.object({ origin: id, was: text, becomes: text, authority: text }),
  },
  'funding.withdrawn': {
    title: { en: 'The funding is withdrawn', it: 'Il finanziamento è ritirato' },
    by: ['departmentHead', 'financeOfficer'],
    schema: z.object({ origin: id, reason: text }),
  },
  'budget.secured': {
    title: { en: 'Budget secured', it: 'Bilancio assicurato' },
    by: ['financeOfficer'],
    schema: z.object({ amount, currency: text, line: text, until: optionalDate }),
  },
  'budget.reduced': {
    title: { en: 'Budget reduced', it: 'Bilancio ridotto' },
    by: ['financeOfficer'],
    schema: z.object({ amount, reason: text }),
  },
  'budget.lost': {
    title: { en: 'Budget lost', it: 'Bilancio venuto meno' },
    by: ['financeOfficer'],
    schema: z.object({ reason: text }),
  },
  'department.identified': {
    title: { en: 'A department is identified', it: 'È individuato un settore' },
    by: ['initiativeLead'],
    schema: z.object({ id, name: text, part: text }),
  },
  'department.confirmed': {
    title: { en: 'The department confirms', it: 'Il settore conferma' },
    by: ['departmentHead'],
    schema: z.object({ id, resources: text }),
  },
  'department.refused': {
    title: { en: 'The department refuses', it: 'Il settore rifiuta' },
    by: ['departmentHead'],
    schema: z.object({ id, reason: text }),
  },
  'department.ordered': {
    title: { en: 'The department is told to take part', it: 'Il settore è tenuto a partecipare' },
    by: ['secretaryGeneral', 'mayor'],
    schema: z.object({ id, reason: text, authority: text }),
  },
  'department.released': {
    title: { en: 'The department is released', it: 'Il settore è esonerato' },
    by: ['initiativeLead', 'secretaryGeneral', 'mayor'],
    schema: z.object({ id, reason: text }),
  },
  'department.merged': {
    title: { en: 'A department is merged', it: 'Un settore è accorpato' },
    by: ['cityClerk', 'secretaryGeneral'],
    schema: z.object({ department: id, into: id, effectiveAt: instant }),
  },
  'strategy.linked': {
    title: { en: 'Linked to the city’s strategy', it: 'Collegata alla strategia della città' },
    by: ['initiativeLead', 'departmentHead', 'mayor'],
    schema: z.object({ document: text, goal: text, contribution: text }),
  },
  'dataset.registered': {
    title: { en: 'A dataset is to be opened', it: 'Un dataset è da aprire' },
    by: ['initiativeLead', 'dataSteward'],
    schema: z.object({
      id,
      title: text,
      department: id,
      publisher: text,
      catalogue: oneOf(['ckan', 'dcat']),
      url: text,
      /** How often the catalogue is looked up, when a dataset counts as stale, and how long it then still counts. */
      recheckEvery: optionalDuration,
      staleAfter: optionalDuration,
      grace: optionalDuration,
    }),
  },
  'post.reassigned': {
    title: { en: 'A post changes hands', it: 'Un incarico passa di mano' },
    description: {
      en: 'Tasks belong to posts, so nothing else changes.',
      it: 'I compiti spettano agli incarichi: non cambia altro.',
    },
    by: ['departmentHead', 'secretaryGeneral', 'mayor'],
    schema: z.object({ post: text, holder: text, authority: text, from: date }),
  },
  'hold.placed': {
    title: { en: 'Legal hold', it: 'Vincolo di conservazione' },
    by: ['legalOfficer', 'supervisoryAuthority', 'auditor'],
    schema: z.object({ id, reason: text, authority: text }),
  },
  'hold.lifted': {
    title: { en: 'Legal hold lifted', it: 'Vincolo di conservazione tolto' },
    by: ['legalOfficer', 'supervisoryAuthority'],
    schema: z.object({ id, reason: text }),
  },
  'breach.cured': {
    title: { en: 'What was overdue is done', it: 'Sanato un ritardo' },
    by: ['initiativeLead', 'departmentHead', 'secretaryGeneral'],
    schema: z.object({ about: text, evidence: text }),
  },
  'record.corrected': {
    title: { en: 'An entry is corrected', it: 'Un’iscrizione è rettificata' },
    by: ['cityClerk', 'initiativeLead', 'departmentHead', 'dataSteward'],
    schema: z.object({
      id,
      entry: text,
      subject: text,
      kind: oneOf(['clerical', 'substantive']),
      before: text,
      after: text,
      reason: text,
      authority: text,
      /** Who made the entry: nobody corrects the substance of their own. */
      author: text,
      effectiveAt: instant,
    }),
  },
  'entry.addedLate': {
    title: { en: 'A late entry', it: 'Un’iscrizione tardiva' },
    by: ['cityClerk', 'initiativeLead', 'departmentHead'],
    schema: z.object({
      id,
      subject: text,
      what: text,
      reason: text,
      evidence: text,
      effectiveAt: instant,
    }),
  },
  'impact.settled': {
    title: { en: 'Its consequences are settled', it: 'Le conseguenze sono definite' },
    by: ['initiativeLead', 'cityClerk', 'auditor'],
    schema: z.object({ correction: id, findings: text, standing: flag, note: optionalText }),
  },
} satisfies Record<string, AuthoredEvent>;
