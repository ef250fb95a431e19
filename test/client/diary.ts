import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  ParentClosePolicy,
  setHandler,
  sleep,
  startChild,
} from '@temporalio/workflow';

/** Milliseconds a note was written at, and what happened. */
export type Note = readonly [at: number, what: string];

export interface Diary {
  /** Instants, milliseconds, at which a timer fires. */
  readonly due: number[];
  readonly notes: Note[];
  /** Ends when the last timer has fired. */
  readonly ends: boolean;
  /** Continues as new after every timer. */
  readonly turnsPages?: boolean;
}

export const now = defineUpdate<number>('now');
export const turnPage = defineUpdate('turnPage');
export const bear = defineUpdate<undefined, [id: string, diary: Diary]>('bear');
export const tell = defineSignal<[what: string]>('tell');
export const notes = defineQuery<readonly Note[]>('notes');

/** A workflow that writes down when things happen to it. */
export async function diary(state: Diary): Promise<readonly Note[]> {
  let turning = false;
  const write = (what: string): void => void state.notes.push([Date.now(), what]);
  setHandler(notes, () => state.notes);
  setHandler(now, () => Date.now());
  setHandler(tell, write);
  setHandler(turnPage, () => {
    turning = true;
  });
  setHandler(bear, async (id, child) => {
    await startChild(diary, {
      workflowId: id,
      args: [child],
      parentClosePolicy: ParentClosePolicy.ABANDON,
    });
  });
  write('begun');
  for (let due = state.due[0]; due !== undefined && !turning; due = state.due[0]) {
    const wait = due - Date.now();
    if (wait > 0) await Promise.race([sleep(wait), condition(() => turning)]);
    if (Date.now() < due) break;
    state.due.shift();
    write('timer');
    turning = state.turnsPages === true;
  }
  await condition(() => turning || state.ends);
  await condition(allHandlersFinished);
  if (turning) await continueAsNew<typeof diary>(state);
  return state.notes;
}
