import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { NextAnswer } from '../contracts/next-answer.ts';
import type { SendResult } from '../contracts/sent-event.ts';
import type { LedgerHead, SnapshotAnswer } from '../contracts/snapshot-answer.ts';
import { wire } from '../contracts/wire.ts';

/** Arguments are parsed by the handlers: anybody with a Temporal client can call them. */
type Arguments = [unknown, unknown?];

export const sendUpdate = defineUpdate<SendResult, Arguments>(wire.update.send);
export const postponeUpdate = defineUpdate<SendResult, Arguments>(wire.update.postpone);
export const suspendUpdate = defineUpdate<SendResult, Arguments>(wire.update.suspend);
export const resumeUpdate = defineUpdate<SendResult, Arguments>(wire.update.resume);
export const migrateUpdate = defineUpdate<SendResult, Arguments>(wire.update.migrate);
export const correctUpdate = defineUpdate<SendResult, Arguments>(wire.update.correct);
export const snapshotQuery = defineQuery<SnapshotAnswer>(wire.query.snapshot);
export const nextQuery = defineQuery<NextAnswer>(wire.query.next);
export const ledgerHeadQuery = defineQuery<LedgerHead>(wire.query.ledgerHead);
export const deliverSignal = defineSignal<[unknown]>(wire.signal.deliver);
