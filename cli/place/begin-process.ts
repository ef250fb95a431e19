import type { ProcessClient } from '../../client/process-client.ts';
import type { NextAnswer } from '../../contracts/next-answer.ts';
import type { ProcessInput } from '../../contracts/process-input.ts';
import type { SnapshotAnswer } from '../../contracts/snapshot-answer.ts';
import { StatehouseError, type ErrorCode } from '../../contracts/statehouse-error.ts';

/**
 * Starts a process and waits for its first answer.
 *
 * @throws StatehouseError with the code that the process gave when it cannot begin, such as `InvalidInput`
 */
export async function beginProcess(
  client: ProcessClient,
  input: ProcessInput,
): Promise<{ snapshot: SnapshotAnswer; next: NextAnswer }> {
  await client.start(input);
  try {
    return { snapshot: await client.snapshot(input.id), next: await client.next(input.id) };
  } catch (error) {
    if (!(error instanceof StatehouseError && error.code === 'ProcessNotFound')) throw error;
    // It has failed before it could answer; only its result still says why.
    throw (await failureOf(client, input.id)) ?? error;
  }
}

async function failureOf(
  client: ProcessClient,
  process: string,
): Promise<StatehouseError | undefined> {
  try {
    await client.result(process);
    return undefined;
  } catch (failed) {
    const cause = failed instanceof Error ? failed.cause : undefined;
    if (!(cause instanceof Error && 'type' in cause && typeof cause.type === 'string'))
      return undefined;
    return new StatehouseError(cause.type as ErrorCode, `It could not begin: ${cause.message}`, {
      process,
    });
  }
}
