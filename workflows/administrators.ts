import {
  CorrectInput,
  MigrateInput,
  PostponeInput,
  ResumeInput,
  SuspendInput,
} from '../contracts/wire-inputs.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { Timer } from '../contracts/process-state.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { compile } from '../machines/compile/compile.ts';
import type { Administrator } from './handle-administration.ts';
import type { Interpreter } from './interpreter.ts';

function administrator<T>(definition: Administrator<T>): Administrator<T> {
  return definition;
}

/** Before it expires only: a deadline that has passed has had its consequences, and those are corrected, not undone. */
export const postpone = administrator({
  name: 'postpone',
  schema: PostponeInput,
  prepare: (interpreter, { deadline, to, reason }) => {
    const timer = openDeadline(interpreter, deadline);
    if (to <= interpreter.now()) {
      throw new StatehouseError(
        'InvalidPayload',
        `A deadline can only be moved to the future; ${to} has passed.`,
        { to },
      );
    }
    return {
      event: {
        type: administrative.deadlinePostponed,
        deadline: timer.id,
        previousDueAt: timer.dueAt ?? null,
        dueAt: to,
        reason,
      },
      about: { id: timer.id, generation: timer.generation },
    };
  },
});

function openDeadline({ state }: Interpreter, deadline: string): Timer {
  const matching = state.timers.filter(
    ({ id }) => id === deadline || id.startsWith(`xstate.after.${deadline}.`),
  );
  const [timer] = matching;
  if (timer !== undefined && matching.length === 1) return timer;
  const open = state.timers.map(({ id }) => id);
  throw new StatehouseError(
    'UnknownDeadline',
    matching.length === 0
      ? `No deadline "${deadline}" is open. Open are: ${open.join(', ') || 'none'}.`
      : `"${deadline}" stands for several: ${matching.map(({ id }) => id).join(', ')}. Give one id.`,
    { deadline, open },
  );
}

export const suspend = administrator({
  name: 'suspend',
  schema: SuspendInput,
  prepare: (interpreter, { reason, toll }) => {
    if (interpreter.state.suspension !== null) throw notNow('The process is suspended already.');
    return { event: { type: administrative.suspended, reason, toll } };
  },
});

export const resume = administrator({
  name: 'resume',
  schema: ResumeInput,
  prepare: (interpreter, { reason }) => {
    if (interpreter.state.suspension === null) throw notNow('The process is not suspended.');
    return { event: { type: administrative.resumed, reason } };
  },
});

export const correct = administrator({
  name: 'correct',
  schema: CorrectInput,
  prepare: (interpreter, { seq, reason, before, after }) => {
    if (seq > interpreter.state.seq) {
      throw new StatehouseError(
        'UnknownEntry',
        `There is no entry ${seq}; the last is ${interpreter.state.seq}.`,
        { seq },
      );
    }
    return {
      event: {
        type: administrative.corrected,
        seq,
        reason,
        after,
        ...(before === undefined ? {} : { before }),
      },
    };
  },
});

export const migrate = administrator({
  name: 'migrate',
  schema: MigrateInput,
  prepare: (interpreter, { definition, states, reason }) => {
    if (!interpreter.definitionStored) {
      // One definition at a time waits for the ledger; the next would take its place, and the entries before it lose theirs.
      throw new StatehouseError(
        'LedgerUnavailable',
        'The definition in force is not in the ledger yet. Try again when the ledger has answered.',
      );
    }
    if (interpreter.code !== undefined) {
      throw new StatehouseError(
        'MigrationRefused',
        'The rules of this process are code. It goes over to another version when a worker has that version and its run ends.',
      );
    }
    const next = compile(definition);
    return {
      event: {
        type: administrative.migrated,
        definition: next.hash,
        id: definition.id,
        version: definition.version,
        reason,
        ...(states === undefined ? {} : { states }),
      },
      next,
    };
  },
});

function notNow(message: string): StatehouseError {
  return new StatehouseError('NotAllowedNow', message);
}
