import { plain } from '../output/plain.ts';
import { green, yellow } from '../output/style.ts';
import { table } from '../output/table.ts';
import type { SampleReport } from './live-sample.ts';

/** What living a sample on Temporal came to, for people. */
export function sampleReport(report: SampleReport, seconds: number): string[] {
  const { matters, accepted, agree, sameEnd, wholeChains, entries, wrong } = report;
  const of = (count: number): string => `${count} of ${matters}`;
  const counts = table([
    ['every entry taken', of(accepted)],
    ["end as the city's status", of(agree)],
    ['same end as without Temporal', of(sameEnd)],
    ['ledger chain whole', of(wholeChains)],
    ['ledger entries', String(entries)],
  ]);
  return [
    `${wrong.length === 0 ? green('As without Temporal') : yellow('Not as without Temporal')}: ${matters} matters lived on Temporal in ${seconds.toFixed(0)} s.`,
    ...counts.map((line) => `  ${line}`),
    ...wrong.map((text) => `  ${plain(text)}`),
  ];
}
