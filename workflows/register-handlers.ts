import { setHandler } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import type { SendResult } from '../contracts/sent-event.ts';
import type { SnapshotAnswer } from '../contracts/snapshot-answer.ts';
import { explainNext } from '../machines/engine/explain-next.ts';
import { correct, migrate, postpone, resume, suspend } from './administrators.ts';
import { handleAct, validateAct, type Administrator } from './handle-administration.ts';
import { handleDelivery, takeHeld } from './handle-delivery.ts';
import { handleSend, validateSend } from './handle-send.ts';
import type { Interpreter } from './interpreter.ts';
import {
  correctUpdate,
  deliverSignal,
  ledgerHeadQuery,
  migrateUpdate,
  nextQuery,
  postponeUpdate,
  resumeUpdate,
  sendUpdate,
  snapshotQuery,
  suspendUpdate,
} from './messages.ts';

type Update = UpdateDefinition<SendResult, [unknown, unknown?]>;

/** Before the first await, so that nobody finds the process without a handler, not even in its first moment. */
export function registerHandlers(interpreter: Interpreter): void {
  setHandler(sendUpdate, (event: unknown, meta?: unknown) => handleSend(interpreter, event, meta), {
    validator: (event: unknown, meta?: unknown) => {
      validateSend(interpreter, event, meta);
    },
  });
  registerAct(interpreter, postponeUpdate, postpone);
  registerAct(interpreter, suspendUpdate, suspend);
  registerAct(interpreter, correctUpdate, correct);
  registerAct(interpreter, migrateUpdate, migrate);
  registerAct(interpreter, resumeUpdate, resume, takeHeld);
  setHandler(deliverSignal, (delivery) => {
    handleDelivery(interpreter, delivery);
  });
  setHandler(snapshotQuery, () => snapshotAnswer(interpreter));
  setHandler(nextQuery, () =>
    explainNext(interpreter.program, interpreter.state, interpreter.now()),
  );
  setHandler(ledgerHeadQuery, () => ({
    process: interpreter.input.id,
    seq: interpreter.state.seq,
    hash: interpreter.state.head,
    unflushed: interpreter.unflushed.length,
  }));
}

function registerAct<T>(
  interpreter: Interpreter,
  update: Update,
  administrator: Administrator<T>,
  afterwards: (interpreter: Interpreter) => void = () => undefined,
): void {
  setHandler(
    update,
    (input: unknown, meta?: unknown) => {
      const result = handleAct(interpreter, administrator, input, meta);
      afterwards(interpreter);
      return result;
    },
    {
      validator: (input: unknown, meta?: unknown) => {
        validateAct(interpreter, administrator, input, meta);
      },
    },
  );
}

function snapshotAnswer(interpreter: Interpreter): SnapshotAnswer {
  const { state, program, unflushed, outward, between } = interpreter;
  const { id, version } = program.definition;
  return {
    process: state.process,
    definition: { id, version, hash: program.hash },
    seq: state.seq,
    at: interpreter.lastAt,
    status: interpreter.status,
    value: state.snapshot['value'] ?? null,
    context: state.snapshot['context'] ?? {},
    output: state.snapshot['output'] ?? null,
    timers: state.timers,
    invocations: state.invocations,
    suspension: state.suspension,
    stateHash: state.stateHash,
    backlog: {
      entries: unflushed.length,
      effects: outward.length + between.length,
      fault: interpreter.fault,
    },
    children: interpreter.children.map(({ process, src, outlives }) => ({
      process,
      src,
      outlives,
    })),
    rehearsal: interpreter.input.rehearsal === undefined ? null : { offset: interpreter.offset },
  };
}
