import type { Command } from 'commander';
import type { Finding } from '../../machines/check/finding.ts';
import { exitCode } from '../exit-code.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readDocument } from '../input/read-document.ts';
import { plain } from '../output/plain.ts';
import { print, printJson } from '../output/print.ts';
import { bold, dim, green, yellow } from '../output/style.ts';
import { labelled } from '../output/wrap.ts';

/** `check`: what is wrong with a definition, before anybody relies on it. */
export function checkCommand(): Command {
  return newCommand(
    'check',
    'Look for everything that is wrong with a definition: place, reason and remedy. Exit code 1 when it cannot be published.',
    ['check approval', 'check my-process.json', 'check my-process.ts --json'],
  )
    .argument(
      '<definition>',
      'id of a shipped definition, or a JSON or TypeScript file (`-` for standard input)',
    )
    .action(async (given: string, options: CommonOptions) => {
      const { check } = await import('../../machines/check/check.ts');
      const findings = check(await readDocument(given));
      const ok = !findings.some(({ severity }) => severity === 'error');
      if (options.json === true) printJson({ ok, findings });
      else print(lines(given, ok, findings));
      if (!ok) process.exitCode = exitCode.refused;
    });
}

function lines(given: string, ok: boolean, findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const advice = findings.length - errors;
  const counted = `${errors} to mend, ${advice} to consider`;
  const verdict = ok
    ? `${green('Can be published')}: ${given}${advice === 0 ? '. Nothing was found.' : `, ${advice} to consider.`}`
    : `${yellow('Cannot be published')}: ${given}, ${counted}.`;
  return [...findings.flatMap((finding) => [...findingLines(finding), '']), verdict];
}

function findingLines({ code, path, severity, message, mend }: Finding): string[] {
  const mark = severity === 'error' ? yellow('to mend') : dim('to consider');
  return [
    `${bold(code)}  ${mark}  ${dim(plain(path === '' ? '/' : path))}`,
    ...labelled(2, '', 0, plain(message)),
    ...labelled(2, dim('Do:'), 4, plain(mend)),
  ];
}
