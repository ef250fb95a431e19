import { connect } from 'node:http2';
import proto from '@temporalio/proto';
import { grpcCall, GrpcCallError } from './grpc-call.ts';
import { reasonOf } from './reason-of.ts';

const { WorkflowService } = proto.temporal.api.workflowservice.v1;
const service = '/temporal.api.workflowservice.v1.WorkflowService';
const callMs = 5_000;

export type TemporalApi = ReturnType<typeof WorkflowService.create>;

/** Calls Temporal's own API while `use` runs, on one connection. */
export async function withTemporalApi<T>(
  address: string,
  use: (api: TemporalApi) => Promise<T>,
): Promise<T> {
  const session = connect(`http://${address}`);
  // A call under way reports the same trouble; without a listener it would end the process.
  session.on('error', () => undefined);
  const api = WorkflowService.create((method, request, callback) => {
    grpcCall(session, `${service}/${method.name}`, request, callMs).then(
      (answer) => {
        callback(null, answer);
      },
      (error: unknown) => {
        callback(error instanceof GrpcCallError ? error : new Error(reasonOf(error)));
      },
    );
  });
  try {
    return await use(api);
  } finally {
    session.destroy();
  }
}
