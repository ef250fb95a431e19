import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import { date, hash, id, oneOf, optionalText, text } from './fields.ts';

const sector = oneOf([
  'city',
  'citizen',
  'business',
  'research',
  'civilSociety',
  'utility',
  'other',
]);
const newcomer = {
  id,
  name: text,
  sector,
  mandate: text,
  /** What becomes of ideas and data that the partner brings. */
  ipTerms: text,
};

/** Who belongs to the partnership, and by what rules. Partners speak through `actor.organisation`. */
export const partnershipEvents = {
  'partner.joined': {
    title: { en: 'A partner joins', it: 'Entra un partner' },
    description: {
      en: 'While the partnership forms or is being repaired; later newcomers are proposed and supported.',
      it: 'Mentre il partenariato si forma o si ricostituisce; poi i nuovi sono proposti e sostenuti.',
    },
    by: ['partnerRepresentative', 'citizenPanel', 'initiativeLead'],
    schema: z.object(newcomer),
  },
  'partner.proposed': {
    title: { en: 'A new partner is proposed', it: 'È proposto un nuovo partner' },
    by: ['partnerRepresentative', 'citizenPanel', 'initiativeLead'],
    schema: z.object(newcomer),
  },
  'partner.supported': {
    title: { en: 'A partner supports the newcomer', it: 'Un partner sostiene il nuovo ingresso' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ id }),
  },
  'partner.withdrew': {
    title: { en: 'A partner gives notice', it: 'Un partner dà preavviso di recesso' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ leavesOn: date, reason: text }),
  },
  'partner.left': {
    title: { en: 'A partner is gone at once', it: 'Un partner esce subito' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({
      id,
      cause: oneOf(['insolvent', 'dissolved', 'agreed', 'other']),
      reason: text,
    }),
  },
  'expulsion.proposed': {
    title: { en: 'Exclusion of a partner proposed', it: 'Proposta l’esclusione di un partner' },
    by: ['partnerRepresentative', 'citizenPanel', 'initiativeLead'],
    schema: z.object({ id, reason: text }),
  },
  'expulsion.supported': {
    title: { en: 'A partner supports the exclusion', it: 'Un partner sostiene l’esclusione' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ id }),
  },
  'representative.named': {
    title: { en: 'A partner names its representative', it: 'Un partner nomina chi lo rappresenta' },
    by: ['partnerRepresentative', 'citizenPanel', 'initiativeLead'],
    schema: z.object({
      id,
      representative: z.string().min(1).meta({ publicity: 'personal' }),
      from: date,
    }),
  },
  'handover.settled': {
    title: { en: 'A leaving partner’s part is taken over', it: 'La parte di chi esce è rilevata' },
    by: ['initiativeLead', 'partnerRepresentative'],
    schema: z.object({
      partner: id,
      what: oneOf(['commitments', 'ip', 'data']),
      to: id,
      terms: text,
    }),
  },
  'rules.proposed': {
    title: { en: 'New rules proposed', it: 'Proposte nuove regole' },
    by: ['initiativeLead', 'partnerRepresentative', 'citizenPanel'],
    schema: z.object({ summary: text, hash }),
  },
  'rules.agreed': {
    title: { en: 'A partner agrees to the rules', it: 'Un partner accetta le regole' },
    by: ['partnerRepresentative', 'citizenPanel'],
    schema: z.object({ hash, note: optionalText }),
  },
} satisfies Record<string, AuthoredEvent>;
