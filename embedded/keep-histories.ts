import proto from '@temporalio/proto';
import { withTemporalApi } from './temporal-api.ts';

const retentionDays = 30;

/**
 * The development server forgets closed workflows after a day. A developer looks back further than that; the ledger,
 * which keeps everything, shows no Temporal internals.
 */
export async function keepHistories(address: string, namespace: string): Promise<void> {
  const seconds = retentionDays * 86_400;
  const workflowExecutionRetentionTtl = proto.google.protobuf.Duration.fromObject({ seconds });
  await withTemporalApi(address, (api) =>
    api.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } }),
  );
}
