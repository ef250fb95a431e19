import { setTimeout as sleep } from 'node:timers/promises';
import type { SnapshotAnswer } from '../contracts/snapshot-answer.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { ProcessClient } from './process-client.ts';
import { skipTime } from './skip-time.ts';

const patience = 30_000;

/**
 * Lets a rehearsed process and its children live on until `instant` of their own clock. Deadlines fire in order across the
 * family, each at its time: the family goes from one due instant to the next together, because Temporal moves every workflow's
 * clock by itself.
 *
 * @throws StatehouseError `TemporalUnavailable` when the server cannot skip time, `NotAllowedNow` for a process that is no
 *   rehearsal, or whose time does not move
 */
export async function liveUntil(
  client: ProcessClient,
  root: string,
  instant: string,
): Promise<void> {
  const target = Date.parse(instant);
  for (;;) {
    const family = await settled(client, root);
    const due = Math.min(Infinity, ...family.flatMap((member) => openDues(member)));
    if (due > target) {
      await moveAll(client, family, target);
      const after = await settled(client, root);
      // A child that was born on the way begins at its parent's old instant.
      if (after.length === family.length) return;
      await moveAll(client, after, target);
      continue;
    }
    // Not a moment further: were the skip still on while the deadline's consequences are carried out, the server would go on to
    // the next timer.
    await moveAll(client, family, due);
    await fired(client, root, due);
  }
}

function openDues(member: SnapshotAnswer): number[] {
  if (member.suspension !== null) return [];
  return member.timers.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [Date.parse(dueAt)]));
}

async function moveAll(
  client: ProcessClient,
  family: readonly SnapshotAnswer[],
  to: number,
): Promise<void> {
  await Promise.all(
    family.map(async ({ process, rehearsal }) => {
      if (rehearsal === null) {
        throw new StatehouseError(
          'NotAllowedNow',
          `"${process}" is no rehearsal; its time cannot be moved.`,
          { process },
        );
      }
      const outcome = await skipTime(client.temporal, process, {
        to: new Date(to - rehearsal.offset),
      });
      if (outcome.outcome !== 'blocked') return;
      throw new StatehouseError(
        'NotAllowedNow',
        `The time of "${process}" does not move: ${outcome.reason}`,
        {
          process,
          children: [...outcome.waitingFor.children],
          activities: [...outcome.waitingFor.activities],
        },
      );
    }),
  );
}

/** Waits until every deadline up to `due` has fired. */
async function fired(client: ProcessClient, root: string, due: number): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const family = await settled(client, root);
    if (!family.some((member) => openDues(member).some((other) => other <= due))) return;
    if (Date.now() > end) {
      throw new StatehouseError(
        'NotAllowedNow',
        `A deadline of "${root}" that was due has not fired.`,
        { process: root },
      );
    }
    await sleep(20);
  }
}

/** The process and its living children, once everything under way between them has arrived. */
export async function settled(client: ProcessClient, root: string): Promise<SnapshotAnswer[]> {
  const end = Date.now() + patience;
  for (;;) {
    const family = await familyOf(client, root);
    if (family.every((member) => isQuiet(member)) || Date.now() > end) return family;
    await sleep(10);
  }
}

function isQuiet({ backlog, timers }: SnapshotAnswer): boolean {
  return (
    backlog.entries + backlog.effects === 0 &&
    timers.every(({ rule, dueAt }) => rule === undefined || dueAt !== undefined)
  );
}

async function familyOf(client: ProcessClient, id: string): Promise<SnapshotAnswer[]> {
  const member = await found(client, id);
  if (member === undefined) return [];
  const children = await Promise.all(
    member.children.map(({ process }) => familyOf(client, process)),
  );
  return [...(member.status === 'active' ? [member] : []), ...children.flat()];
}

/** A child that is being started is not there for a moment. */
async function found(client: ProcessClient, id: string): Promise<SnapshotAnswer | undefined> {
  try {
    return await client.snapshot(id);
  } catch (error) {
    if (error instanceof StatehouseError && error.code === 'ProcessNotFound') return undefined;
    throw error;
  }
}
