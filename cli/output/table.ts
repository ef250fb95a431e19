import { dim, padTo, widthOf } from './style.ts';

/** Rows in aligned columns, two spaces apart. */
export function table(rows: readonly (readonly string[])[], head?: readonly string[]): string[] {
  const all = head === undefined ? rows : [head, ...rows];
  const widths = (all[0] ?? []).map((_cell, column) =>
    Math.max(...all.map((row) => widthOf(row[column] ?? ''))),
  );
  return all.map((row, index) => {
    const line = row.map((cell, column) => padTo(cell, widths[column] ?? 0)).join('  ');
    return head !== undefined && index === 0 ? dim(line.trimEnd()) : line.trimEnd();
  });
}
