import { setup } from 'xstate';
import { z } from 'zod';
import type { Definition } from '../../contracts/definition/definition.ts';
import { cel } from '../../machines/authoring/cel.ts';
import { defineProcess } from '../../machines/authoring/define-process.ts';
import { setupFor } from '../../machines/authoring/setup-for.ts';

const spec = {
  id: 'herald',
  version: '1.0.0',
  title: { en: 'Herald' },
  languages: ['en'],
  roles: { crier: { title: { en: 'Crier' } } },
  events: {
    'news.cried': { title: { en: 'News were cried' }, by: ['crier'] },
    'page.written': {
      title: { en: 'A page was written' },
      by: ['crier'],
      schema: z.object({ text: z.string().meta({ publicity: 'public' }) }),
    },
    'letter.read': {
      title: { en: 'A letter was read' },
      by: ['crier'],
      schema: z.object({ text: z.string().meta({ publicity: 'public' }) }),
    },
  },
} as const;

/** Tells the outside of each cry, keeps every page it is given, and forgets every letter. */
export const herald: Definition = defineProcess(
  spec,
  setup(setupFor(spec)).createMachine({
    id: 'herald',
    context: { cries: 0, letters: 0, pages: [] },
    initial: 'crying',
    states: {
      crying: {
        meta: { title: { en: 'Crying' }, responsible: ['crier'] },
        on: {
          'news.cried': {
            actions: [
              { type: 'set', params: { cries: cel('context.cries + 1') } },
              { type: 'notify', params: { roles: ['crier'], template: 'late' } },
            ],
          },
          'page.written': {
            actions: {
              type: 'record',
              params: { list: 'pages', fields: { text: cel('event.text') } },
            },
          },
          'letter.read': {
            actions: { type: 'set', params: { letters: cel('context.letters + 1') } },
          },
        },
      },
    },
  }),
);
