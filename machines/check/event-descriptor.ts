/** Whether `on: { [descriptor]: … }` listens for the event, with XState's `*` and `prefix.*`. */
export function listensFor(descriptor: string, event: string): boolean {
  if (descriptor === event || descriptor === '*') return true;
  if (!descriptor.endsWith('.*')) return false;
  const prefix = descriptor.slice(0, -2);
  return event === prefix || event.startsWith(`${prefix}.`);
}
