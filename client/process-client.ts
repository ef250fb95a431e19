import {
  ApplicationFailure,
  Client,
  Connection,
  isGrpcServiceError,
  QueryNotRegisteredError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowHandle,
} from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Definition } from '../contracts/definition/definition.ts';
import { jsonBytes } from '../contracts/json-bytes.ts';
import type { Json } from '../contracts/json.ts';
import { limits } from '../contracts/limits.ts';
import type { NextAnswer } from '../contracts/next-answer.ts';
import { requestDigest } from '../contracts/request-digest.ts';
import type { CodeProcessInput, ProcessInput } from '../contracts/process-input.ts';
import type { SendMeta, SendResult, SentEvent } from '../contracts/sent-event.ts';
import type { LedgerHead, SnapshotAnswer } from '../contracts/snapshot-answer.ts';
import { StatehouseError, type ErrorCode } from '../contracts/statehouse-error.ts';
import { wire } from '../contracts/wire.ts';
import type {
  CorrectInput,
  MigrateInput,
  PostponeInput,
  ResumeInput,
  SuspendRequest,
} from '../contracts/wire-inputs.ts';

/** History events of a run that fails in its first task: started, task scheduled, started, completed, failed. */
const firstTaskEvents = 5;

const mostTries = 20;

export interface TemporalPlace {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue?: string;
}

/** Talks to processes. Every refusal is a StatehouseError with the code that the process gave. */
export class ProcessClient implements AsyncDisposable {
  readonly temporal: Client;
  private readonly connection: Connection;
  private readonly taskQueue: string;

  private constructor(connection: Connection, place: TemporalPlace) {
    this.connection = connection;
    this.temporal = new Client({ connection, namespace: place.namespace });
    this.taskQueue = place.taskQueue ?? wire.taskQueue;
  }

  /** @throws StatehouseError `TemporalUnavailable` */
  static async connect(place: TemporalPlace): Promise<ProcessClient> {
    try {
      const connection = await Connection.connect({
        address: place.address,
        connectTimeout: '5 seconds',
      });
      return new ProcessClient(connection, place);
    } catch (error) {
      throw new StatehouseError(
        'TemporalUnavailable',
        `Temporal does not answer at ${place.address}. Is it running? Start it with \`npm start\`, or set TEMPORAL_ADDRESS.`,
        { address: place.address, reason: error instanceof Error ? error.message : String(error) },
      );
    }
  }

  /**
   * @throws StatehouseError `ProcessExists` when the id is taken, also by a process that has ended. An id under which a process
   *   could not even begin is free.
   */
  async start(input: ProcessInput | CodeProcessInput): Promise<void> {
    try {
      await this.startWith(input, 'REJECT_DUPLICATE');
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      if (await this.couldNotBegin(input.id))
        await this.startWith(input, 'ALLOW_DUPLICATE_FAILED_ONLY');
      else
        throw new StatehouseError(
          'ProcessExists',
          `There is a process "${input.id}" already. Choose another id.`,
          { process: input.id },
        );
    }
  }

  private async startWith(
    input: ProcessInput | CodeProcessInput,
    workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE_FAILED_ONLY',
  ): Promise<void> {
    const { id } = input;
    await this.temporal.workflow.start(wire.workflow, {
      workflowId: id,
      taskQueue: this.taskQueue,
      args: [input],
      workflowIdReusePolicy,
      staticSummary: 'machine' in input ? input.machine : titleOf(input.definition),
    });
  }

  /** Failed in its very first task: nothing was recorded of it. */
  private async couldNotBegin(process: string): Promise<boolean> {
    const { status, historyLength } = await this.handle(process).describe();
    return status.name === 'FAILED' && historyLength <= firstTaskEvents;
  }

  send(process: string, event: SentEvent, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.send, event, meta);
  }

  postpone(process: string, input: PostponeInput, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.postpone, input, meta);
  }

  suspend(process: string, input: SuspendRequest, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.suspend, input, meta);
  }

  resume(process: string, input: ResumeInput, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.resume, input, meta);
  }

  correct(process: string, input: CorrectInput, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.correct, input, meta);
  }

  migrate(process: string, input: MigrateInput, meta: SendMeta): Promise<SendResult> {
    return this.update(process, wire.update.migrate, input, meta);
  }

  snapshot(process: string): Promise<SnapshotAnswer> {
    return this.query(process, wire.query.snapshot);
  }

  next(process: string): Promise<NextAnswer> {
    return this.query(process, wire.query.next);
  }

  ledgerHead(process: string): Promise<LedgerHead> {
    return this.query(process, wire.query.ledgerHead);
  }

  /** The machine's output, when the process has come to its end. */
  async result(process: string): Promise<Json> {
    return (await this.handle(process).result()) as Json;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private handle(process: string): WorkflowHandle {
    return this.temporal.workflow.getHandle(process);
  }

  private async update(
    process: string,
    name: string,
    input: unknown,
    meta: SendMeta,
  ): Promise<SendResult> {
    refuseTooLarge(name, input);
    const options =
      meta.idempotencyKey === undefined
        ? {}
        : { updateId: updateId(meta.idempotencyKey, input, meta) };
    for (let tries = 1; ; tries += 1) {
      try {
        const args: [unknown, unknown] = [input, meta];
        const handle = this.handle(process);
        return await handle.executeUpdate<SendResult, typeof args>(name, { args, ...options });
      } catch (error) {
        if (!isChangingRuns(error) || tries === mostTries) throw asStatehouseError(process, error);
        await sleep(tries * 50);
      }
    }
  }

  private async query<T>(process: string, name: string): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.handle(process).query<T>(name);
      } catch (error) {
        if (!isTooEarly(error) || tries === mostTries) throw asStatehouseError(process, error);
        await sleep(tries * 10);
      }
    }
  }
}

/**
 * A retry has the id of the first try, so Temporal itself answers it, without a trace. The same key on something else has another
 * id and comes before the process, which refuses it.
 */
function updateId(key: string, input: unknown, { actor }: SendMeta): string {
  return `${key}#${requestDigest(input, actor)}`;
}

function titleOf({ id, title, languages }: Definition): string {
  return title[languages[0] ?? 'en'] ?? id;
}

/** For a moment after it starts or goes over to a fresh run, a workflow cannot be asked. */
function isTooEarly(error: unknown): boolean {
  return isFailedPrecondition(error, 'Workflow task is not scheduled yet');
}

/**
 * While many events come in, Temporal may turn down the end of a run several times, because there is always one more to take; for
 * that moment it lets nothing in.
 */
function isChangingRuns(error: unknown): boolean {
  return isFailedPrecondition(error, 'Workflow Task in failed state');
}

/** Temporal carries what is sent back with the refusal, so what is too large could not even be refused there. */
function refuseTooLarge(name: string, input: unknown): void {
  const size = jsonBytes(input);
  if (size <= limits.update) return;
  throw new StatehouseError(
    'TooLarge',
    `What goes with "${name}" has ${size} bytes, ${limits.update} can be sent. Keep large documents outside and send their hash.`,
    { size, limit: limits.update },
  );
}

function isFailedPrecondition(error: unknown, details: string): boolean {
  const cause = error instanceof ServiceError ? error.cause : undefined;
  return isGrpcServiceError(cause) && cause.details.includes(details);
}

function asStatehouseError(process: string, error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) {
    return new StatehouseError('ProcessNotFound', `There is no running process "${process}".`, {
      process,
    });
  }
  if (isFailedPrecondition(error, 'no poller seen')) {
    return new StatehouseError(
      'TemporalUnavailable',
      'Temporal is there, but no worker of Statehouse serves its processes. Start one with `npm start`.',
      { process },
    );
  }
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || typeof cause.type !== 'string') return error;
  const [facts] = cause.details ?? [];
  return new StatehouseError(cause.type as ErrorCode, cause.message, isFacts(facts) ? facts : {});
}

function isFacts(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
