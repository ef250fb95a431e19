import { performance } from 'node:perf_hooks';
import type { Fact } from '../contracts/fact.ts';
import { compile } from '../machines/compile/compile.ts';
import { advance, unstarted } from '../machines/engine/advance.ts';
import { milestoneCount, milestones, reportText } from './milestones.ts';

/** What a step costs by itself: transition, state hash, entry and its hash. */
export function stepCost(): { readonly microseconds: number } {
  const program = compile(milestones);
  const at = '2027-01-01T00:00:00.000Z';
  const actor = { subject: 'bench', roles: ['officer'] };
  const facts: Fact[] = [
    { kind: 'started', at, actor, event: { type: 'statehouse.started', input: {} } },
    ...Array.from({ length: 2 * milestoneCount }, (_, index): Fact => ({
      kind: 'event',
      at,
      actor,
      event:
        index % 2 === 0
          ? { type: 'milestone.submitted', report: reportText }
          : { type: 'milestone.approved' },
    })),
  ];
  const live = (): void => {
    let state = unstarted('bench', program, false);
    for (const fact of facts) state = advance(program, state, fact)?.state ?? state;
  };
  for (let warm = 0; warm < 20; warm += 1) live();
  const lives = 100;
  const start = performance.now();
  for (let life = 0; life < lives; life += 1) live();
  return { microseconds: ((performance.now() - start) * 1000) / (lives * facts.length) };
}
