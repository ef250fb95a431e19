import { ApplicationFailure } from '@temporalio/workflow';

interface Coded {
  readonly code: string;
  readonly message: string;
  readonly facts?: unknown;
}

/**
 * Any error as a failure that reaches the caller and is not retried. An error of another kind would fail the workflow task and
 * be retried for ever. `type` is the stable code, `details` the facts.
 */
export function toApplicationFailure(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (isCoded(error)) {
    return ApplicationFailure.create({
      message: error.message,
      type: error.code,
      nonRetryable: true,
      details: [error.facts ?? {}],
    });
  }
  return ApplicationFailure.create({
    message: error instanceof Error ? error.message : String(error),
    type: 'MachineFailed',
    nonRetryable: true,
  });
}

/** By shape, because `instanceof` does not hold across the sandbox's edge. */
function isCoded(error: unknown): error is Coded {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
