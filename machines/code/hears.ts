/** Whether an event of this type fits one of XState's event descriptors: its name, `*`, or the beginning of its name and `.*`. */
export function hears(descriptors: readonly string[], type: string): boolean {
  if (type.startsWith('xstate.')) return false;
  return descriptors.some(
    (descriptor) =>
      descriptor === type ||
      descriptor === '*' ||
      (descriptor.endsWith('.*') && `${type}.`.startsWith(descriptor.slice(0, -1))),
  );
}
