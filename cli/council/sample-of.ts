/** So many of the items, evenly spread from the first to the last; all when there are no more. */
export function sampleOf<T>(items: readonly T[], size: number): T[] {
  if (size >= items.length) return [...items];
  return Array.from(
    { length: size },
    (_item, index) => items[Math.floor((index * items.length) / size)],
  ).flatMap((item) => (item === undefined ? [] : [item]));
}
