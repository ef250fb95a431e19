import type { AuthoredEvent } from '../authoring/define-process.ts';
import { committeeEvents } from './committee-events.ts';
import { draftEvents } from './draft-events.ts';
import { floorEvents } from './floor-events.ts';
import { lawEvents } from './law-events.ts';
import { mayorEvents } from './mayor-events.ts';

/** The events of an act, with those of the mayor or without. */
export function actEvents(withMayor: boolean): Readonly<Record<string, AuthoredEvent>> {
  const events: Record<string, AuthoredEvent> = {
    ...draftEvents,
    ...committeeEvents,
    ...floorEvents,
    ...(withMayor ? mayorEvents : {}),
    ...lawEvents,
  };
  if (withMayor) return events;
  return Object.fromEntries(
    Object.entries(events).map(([type, { by, ...event }]) => [
      type,
      { ...event, by: by.filter((role) => role !== 'mayor') },
    ]),
  );
}
