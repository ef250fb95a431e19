import { plain } from './plain.ts';

/** `waitingForDecision` reads `waiting for decision`. */
export function spaced(key: string): string {
  return plain(key).replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
