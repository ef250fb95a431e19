import { setup } from 'xstate';
import type { Definition } from '../contracts/definition/definition.ts';
import { z } from '../contracts/zod.ts';
import { cel } from '../machines/authoring/cel.ts';
import { defineProcess } from '../machines/authoring/define-process.ts';
import { setupFor } from '../machines/authoring/setup-for.ts';

export const milestoneCount = 20;
/** As long as a short report. */
export const reportText = 'x'.repeat(300);

const spec = {
  id: 'milestones',
  version: '1.0.0',
  title: { en: 'Twenty milestones' },
  languages: ['en'],
  roles: { partner: { title: { en: 'Partner' } }, officer: { title: { en: 'Officer' } } },
  events: {
    'milestone.submitted': {
      title: { en: 'A milestone was submitted' },
      by: ['partner'],
      schema: z.object({ report: z.string().meta({ publicity: 'public' }) }),
    },
    'milestone.approved': { title: { en: 'A milestone was approved' }, by: ['officer'] },
  },
  guards: {
    last: {
      ...cel(`context.approved + 1 >= ${milestoneCount}`),
      title: { en: 'it is the last milestone' },
    },
  },
} as const;

const approve = [
  { type: 'set', params: { approved: cel('context.approved + 1'), report: '' } },
  { type: 'notify', params: { roles: ['partner'], template: 'approved' } },
] as const;

/** The work of the benchmark as a definition; `by-hand/` is the same written for Temporal directly. */
export const milestones: Definition = defineProcess(
  spec,
  setup(setupFor(spec)).createMachine({
    id: 'milestones',
    context: { approved: 0, report: '' },
    initial: 'waiting',
    states: {
      waiting: {
        on: {
          'milestone.submitted': {
            target: 'reviewing',
            actions: { type: 'set', params: { report: cel('event.report') } },
          },
        },
      },
      reviewing: {
        on: {
          'milestone.approved': [
            { guard: 'last', target: 'reached', actions: [...approve] },
            { target: 'waiting', actions: [...approve] },
          ],
        },
      },
      reached: { type: 'final' },
    },
  }),
);
