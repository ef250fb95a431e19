import type { View } from '../expression/evaluate.ts';
import type { StepScope } from '../step-scope.ts';

/** What XState hands to every function in a configuration. */
export interface Args {
  context?: unknown;
  event?: unknown;
  input?: unknown;
}

/** What expressions see of it. */
export function viewOf(scope: StepScope, args: Args, params?: unknown): View {
  return { context: args.context, event: args.event, input: args.input, params, now: scope.now };
}

/** What building blocks see of it. */
export function sightOf(
  scope: StepScope,
  args: Args,
): { context: unknown; event: unknown; now: string } {
  return { context: args.context, event: args.event, now: scope.now };
}
