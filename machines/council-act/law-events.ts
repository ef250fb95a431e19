import { z } from '../../contracts/zod.ts';
import { date, hash, number, optionalText, text } from './fields.ts';

const because = z.object({ reason: optionalText });

/** What happens to an act that is law. */
export const lawEvents = {
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
