import type { Actor } from '../../contracts/actor.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import { councilAct } from '../council-act/council-act.ts';
import { usNy } from '../profiles/us-ny.ts';
import { resolution } from '../resolution/resolution.ts';
import { clerkEvent, textOf } from './clerk-event.ts';
import type { ClerkEntry, CouncilMatter } from './council-matter.ts';
import { matterKind, type MatterKind } from './matter-kind.ts';

/** An entry that the machine does not take, and why. `entry` is counted from 1. */
export interface Refusal {
  readonly file: string;
  readonly entry: number;
  readonly action: string;
  readonly reason: string;
}

interface ScriptStep {
  readonly entry: number;
  readonly action: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly event: { readonly type: string; readonly [field: string]: Json };
  readonly actor: Actor;
}

/** A matter as a process to be lived: how it starts and what is sent to it when. */
export interface MatterScript {
  readonly id: string;
  readonly file: string;
  readonly status: string;
  readonly kind: MatterKind;
  readonly definition: Definition;
  readonly input: JsonObject;
  readonly startsAt: string;
  readonly startedBy: Actor;
  readonly steps: readonly ScriptStep[];
  /** The entry that nobody can read, after the last step. */
  readonly unreadable?: Refusal;
}

/** The register is New York's, so its days, deadlines and rules are too. */
const definitions: Readonly<Record<MatterKind, Definition>> = {
  introduction: { ...councilAct, calendar: usNy.calendar },
  resolution: { ...resolution, calendar: usNy.calendar },
};
const profile = usNy as unknown as JsonObject;
const clerk: Actor = { subject: 'city-clerk', roles: ['cityClerk'] };

/**
 * What a matter's entries mean for the machine that it should follow, up to the first that cannot be read.
 *
 * @param instantOf a wall time of the city, `1998-01-22T10:43:05`, as an instant in UTC
 */
export function matterScript(
  matter: CouncilMatter,
  instantOf: (wallTime: string) => string,
  kind: MatterKind = matterKind(matter),
): MatterScript {
  const { file, status, history } = matter;
  const steps: ScriptStep[] = [];
  let unreadable: Refusal | undefined;
  for (const [index, entry] of history.entries()) {
    const read = readEntry(matter, entry, history[index - 1]);
    if (typeof read === 'string') {
      unreadable = { file, entry: index + 1, action: entry.action, reason: read };
      break;
    }
    steps.push({ entry: index + 1, action: entry.action, at: instantOf(wallTime(entry)), ...read });
  }
  return {
    id: processId(file),
    file,
    status,
    kind,
    definition: definitions[kind],
    input: {
      actId: file,
      title: file,
      profile,
      textHash: textOf(matter, history[0]),
      record: 'summary',
    },
    startsAt: steps[0]?.at ?? '1998-01-01T05:00:00.000Z',
    startedBy: clerk,
    steps,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

function readEntry(
  matter: CouncilMatter,
  entry: ClerkEntry,
  before: ClerkEntry | undefined,
): string | Pick<ScriptStep, 'event' | 'actor'> {
  if (before !== undefined && wallTime(entry) < wallTime(before)) {
    return `It is dated ${entry.at}, before the entry above it (${before.at}); a history goes from the oldest to the newest.`;
  }
  const read = clerkEvent({ matter, entry, seats: usNy.meetings.seats });
  return read ?? 'These words of the clerk mean nothing to the machine.';
}

/** `Z` in the register is no zone: the clock on the wall is meant. */
function wallTime({ at }: ClerkEntry): string {
  return at.replace(/Z$/, '');
}

function processId(file: string): string {
  return file.trim().replaceAll(/[^A-Za-z0-9._~:-]+/g, '-');
}
