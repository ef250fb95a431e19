import { z } from '../../contracts/zod.ts';
import type { AuthoredEvent } from '../authoring/define-process.ts';
import { commonEvents } from './events.ts';
import { text } from './fields.ts';
import { mayorEvents } from './mayor-events.ts';

const more = {
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

/** The events of an act, with those of the mayor or without. */
export function actEvents(withMayor: boolean): Readonly<Record<string, AuthoredEvent>> {
  return { ...commonEvents, ...more, ...(withMayor ? mayorEvents : {}) };
}
