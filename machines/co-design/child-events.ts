import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';

const open = { publicity: 'public' } as const;
const text = z.string().meta(open);
const maybe = z.string().nullish().meta(open);
const anything = z.json().optional().meta(open);
const by = ['process'] as const;

const ofAct = {
  actId: text,
  number: maybe,
  body: maybe,
  session: maybe,
  tally: anything,
  quorum: anything,
  textHash: maybe,
};

/** What acts, directives, datasets and reviews tell. No person can send these. */
export const childEvents = {
  'act.introduced': {
    title: { en: 'The act is before the council', it: 'L’atto è in consiglio' },
    by,
    schema: z.object({ actId: text, fileNumber: text }),
  },
  'act.adopted': {
    title: { en: 'The act is adopted', it: 'L’atto è approvato' },
    by,
    schema: z.object(ofAct),
  },
  'act.effective': {
    title: { en: 'The act is in force', it: 'L’atto è in vigore' },
    by,
    schema: z.object({ ...ofAct, effectiveAt: text }),
  },
  'act.suspended': {
    title: { en: 'The act is suspended', it: 'L’atto è sospeso' },
    by,
    schema: z.object({ actId: text, by: maybe, reason: maybe }),
  },
  'act.reinstated': {
    title: { en: 'The act is in force again', it: 'L’atto è di nuovo in vigore' },
    by,
    schema: z.object({ actId: text }),
  },
  'act.annulled': {
    title: { en: 'The act is annulled', it: 'L’atto è annullato' },
    by,
    schema: z.object({ actId: text, scope: text }),
  },
  'act.superseded': {
    title: { en: 'The act is superseded', it: 'L’atto è sostituito' },
    by,
    schema: z.object({ actId: text, by: maybe }),
  },
  'act.expired': {
    title: { en: 'The act has expired', it: 'L’atto è scaduto' },
    by,
    schema: z.object({ actId: text }),
  },
  'act.failed': {
    title: { en: 'The act has failed', it: 'L’atto non è passato' },
    by,
    schema: z.object({ actId: text, reason: text }),
  },
  'directive.acknowledged': {
    title: { en: 'A department accepts the directive', it: 'Un settore accetta la direttiva' },
    by,
    schema: z.object({ directiveId: text, department: text }),
  },
  'directive.refused': {
    title: { en: 'A department refuses the directive', it: 'Un settore rifiuta la direttiva' },
    by,
    schema: z.object({ directiveId: text, department: text, reason: text }),
  },
  'directive.incorporated': {
    title: { en: 'It is in a department’s procedures', it: 'È nelle procedure di un settore' },
    by,
    schema: z.object({ directiveId: text, department: text, sopVersion: text }),
  },
  'directive.completed': {
    title: { en: 'It is in all procedures', it: 'È in tutte le procedure' },
    by,
    schema: z.object({ directiveId: text, addressees: z.array(z.string()).meta(open) }),
  },
  'directive.reopened': {
    title: {
      en: 'It is to be put into procedures anew',
      it: 'Va inserita di nuovo nelle procedure',
    },
    by,
    schema: z.object({ directiveId: text }),
  },
  'dataset.opened': {
    title: { en: 'The dataset is open', it: 'Il dataset è aperto' },
    by,
    schema: z.object({ datasetId: text, departmentId: text }),
  },
  'dataset.lost': {
    title: { en: 'The dataset is no longer open', it: 'Il dataset non è più aperto' },
    by,
    schema: z.object({ datasetId: text, reason: text }),
  },
  'dataset.restored': {
    title: { en: 'The dataset is open again', it: 'Il dataset è di nuovo aperto' },
    by,
    schema: z.object({ datasetId: text }),
  },
  'review.opened': {
    title: { en: 'A review begins', it: 'Inizia una revisione' },
    by,
    schema: z.object({ reviewId: text, kind: text }),
  },
  'review.held': {
    title: { en: 'A review is held', it: 'Si è tenuta una revisione' },
    by,
    schema: z.object({ reviewId: text, kind: text }),
  },
  'review.missed': {
    title: { en: 'A review is missed', it: 'Una revisione è saltata' },
    by,
    schema: z.object({ reviewId: text, kind: text, times: z.number().meta(open) }),
  },
} satisfies Record<string, AuthoredEvent>;
