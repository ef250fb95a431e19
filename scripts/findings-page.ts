import { format } from 'prettier';
import { rules } from '../machines/check/rules.ts';

/** Findings that come before the rules, when the document is no definition yet, or after them. */
const others: readonly (readonly [code: string, severity: string, about: string])[] = [
  ['schema', 'error', 'The document does not have the form of a definition.'],
  ['invoke-without-id', 'error', 'An invoked child has no `id` of its own.'],
  ['dangerous-key', 'error', 'A name is `__proto__`, `constructor` or `prototype`.'],
  ['too-large', 'error', 'The definition is larger than a process can carry.'],
  ['too-deep', 'error', 'The document is nested too deeply to be read.'],
  ['cannot-be-built', 'error', 'XState refuses the machine, for a reason that no rule knows.'],
];

/** The page `docs/findings.md`: every code that `check` may give. */
export async function findingsPage(): Promise<string> {
  const rows = [
    ...others,
    ...rules.map(({ code, severity, about }) => [code, severity, about] as const),
  ].sort(([left], [right]) => (left < right ? -1 : 1));
  const text = [
    '# Findings',
    '<!-- Written by scripts/generate-schema.ts; change the code, not this page. -->',
    'What `check` may find in a definition. An error keeps it from being published, a warning is advice. Each finding has a `code`, a `path` (JSON pointer into the document), a `message` and a `mend`.',
    [
      '| code | severity | about |',
      '| --- | --- | --- |',
      ...rows.map(([code, severity, about]) => `| \`${code}\` | ${severity} | ${about} |`),
    ].join('\n'),
  ].join('\n\n');
  return format(text, { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}
