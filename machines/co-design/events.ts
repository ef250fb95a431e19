import type { AuthoredEvent } from '../authoring/define-process.ts';
import { z } from '../../contracts/zod.ts';
import { childEvents } from './child-events.ts';
import { cityEvents } from './city-events.ts';
import { designEvents } from './design-events.ts';
import { officialEvents } from './official-events.ts';
import { partnershipEvents } from './partnership-events.ts';
import { planningEvents } from './planning-events.ts';

const authored: Readonly<Record<string, AuthoredEvent>> = {
  ...cityEvents,
  ...partnershipEvents,
  ...planningEvents,
  ...designEvents,
  ...officialEvents,
  ...childEvents,
};

/** Every event of an initiative, its fields as JSON Schema. */
export const events = Object.fromEntries(
  Object.entries(authored).map(([type, { schema, ...event }]) => {
    if (schema === undefined) return [type, event];
    const { $schema: _dialect, ...fields } = z.toJSONSchema(schema, { io: 'input' });
    return [type, { ...event, schema: fields }];
  }),
);
