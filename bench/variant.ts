import type { Client } from '@temporalio/client';
import { milestones } from './milestones.ts';

/** One way of running the same work, on a task queue of its own. */
export interface Variant {
  readonly name: string;
  readonly what: string;
  readonly taskQueue: string;
  start(client: Client, id: string): Promise<void>;
}

const startedBy = { subject: 'bench', roles: ['officer'] };

function byHand(name: string, what: string, ledger: 'none' | 'after' | 'before'): Variant {
  const taskQueue = `bench-${name}`;
  return {
    name,
    what,
    taskQueue,
    start: async (client, workflowId) => {
      const args = [{ id: workflowId, ledger, startedBy }];
      await client.workflow.start('milestonesByHand', { workflowId, taskQueue, args });
    },
  };
}

const interpreter: Variant = {
  name: 'interpreter',
  what: 'the definition on Statehouse',
  taskQueue: 'bench-interpreter',
  start: async (client, workflowId) => {
    const args = [{ id: workflowId, definition: milestones, input: {}, startedBy }];
    await client.workflow.start('process', { workflowId, taskQueue: 'bench-interpreter', args });
  },
};

export const variants: readonly Variant[] = [
  interpreter,
  byHand('hand-ledger', 'by hand, the same ledger, appended after the answer', 'after'),
  byHand('hand-none', 'by hand, no ledger', 'none'),
  byHand('hand-waiting', 'by hand, the answer waits for the ledger', 'before'),
];
