import type { Conformance } from '../../machines/council-history/conformance.ts';
import { plain } from '../output/plain.ts';
import { bold, dim, green, yellow } from '../output/style.ts';
import { table } from '../output/table.ts';
import { labelled } from '../output/wrap.ts';

const most = 10;

/** What an import found, for people: counts, the commonest reasons, the first refusals. */
export function importReport(file: string, found: Conformance, seconds: number): string[] {
  const { total, accepted, agree, refused, elsewhere } = found;
  const counts = table([
    ['matters', String(total), ''],
    ['accepted', String(accepted), `${share(accepted, total)} of all: every entry was taken`],
    ['agree', String(agree), `${share(agree, accepted)} of those: the end is the city's status`],
    ['refused', String(refused.length), share(refused.length, total)],
  ]);
  const reasons = [...found.reasons].sort(([, one], [, other]) => other - one);
  return [
    `${refused.length === 0 ? green('All accepted') : yellow('Read')}: ${plain(file)} ${dim(`(${seconds.toFixed(1)} s)`)}`,
    ...counts.map((line) => `  ${line}`),
    ...section('Why entries were refused, commonest first', reasons, ([reason, count]) => [
      `  ${String(count).padStart(5)}  ${plain(reason)}`,
    ]),
    ...section('Refused', refused, ({ file: matter, entry, action, reason }) => [
      `  ${bold(plain(matter))}, entry ${entry}: ${plain(action)}`,
      // What it would take instead is for programs.
      ...labelled(6, '', 0, plain(reason.split(' It takes: ')[0] ?? '')),
    ]),
    ...section('Accepted, but not where the city says', elsewhere, ({ file: matter, ...rest }) => [
      `  ${bold(plain(matter))}: the city says "${plain(rest.status)}", the machine "${rest.state}"`,
    ]),
  ];
}

function section<T>(
  title: string,
  items: readonly T[],
  lines: (item: T) => readonly string[],
): string[] {
  if (items.length === 0) return [];
  const more = items.length - most;
  return [
    '',
    bold(title),
    ...items.slice(0, most).flatMap(lines),
    ...(more > 0 ? [dim(`  and ${more} more; --json has them all`)] : []),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
