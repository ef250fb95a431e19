import { assign, createMachine } from 'xstate';
import { door } from './door.ts';

/** The door after a release: it can be painted now. */
export const paintableDoor = createMachine(
  { ...door.config, on: { ...door.config.on, paint: { actions: assign({}) } } } as never,
  door.implementations as never,
);
