import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Verdict } from '../../audit/verify-record.ts';
import { exitCode } from '../exit-code.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readText } from '../input/read-json.ts';
import { plain } from '../output/plain.ts';
import { print, printJson } from '../output/print.ts';
import { green, yellow } from '../output/style.ts';
import { withLedger } from '../place/with-ledger.ts';

/** `verify`: lives a process again from its ledger alone and compares. */
export function verifyCommand(): Command {
  return newCommand(
    'verify',
    'Check a process from the ledger alone: every hash, every link, and every state, by running its definition again. ' +
      'Needs no Temporal. Exit code 1 when something does not agree.',
    [
      'verify school-street',
      'log school-street --json > record.json && statehouse verify record.json',
    ],
  )
    .argument(
      '<process|file>',
      'id of a process, or a record that `log --json` printed (`-` for standard input)',
    )
    .action(async (given: string, options: CommonOptions) => {
      const verdict = await verdictOn(given);
      if (options.json === true) printJson(verdict);
      else print(verdictLines(given, verdict));
      if (!verdict.ok) process.exitCode = exitCode.refused;
    });
}

async function verdictOn(given: string): Promise<Verdict> {
  if (given === '-' || existsSync(given)) {
    const { verifyFile } = await import('../../audit/verify-file.ts');
    return verifyFile(readText(given));
  }
  const { verifyProcess } = await import('../../audit/verify-process.ts');
  return withLedger((ledger) => verifyProcess(ledger, given));
}

function rerunText(notRerun: Verdict['notRerun']): string {
  return notRerun === undefined
    ? 'and its definition, run again, leads to every state that is recorded.'
    : `but its states were not run again: its rules are code (${notRerun.map(plain).join(', ')}), which the ledger does not hold.`;
}

function verdictLines(given: string, verdict: Verdict): string[] {
  const { ok, entries, head, findings, notRerun } = verdict;
  const name = plain(head?.process ?? given);
  if (ok) {
    return [
      `${green('Whole')}: ${name}, ${entries} entries. Every hash and link holds, ${rerunText(notRerun)}`,
      `Head: entry ${head?.seq ?? 0}, ${head?.hash ?? ''}`,
    ];
  }
  return [
    `${yellow('Not whole')}: ${name}, ${entries} entries, ${findings.length} findings.`,
    ...findings.map(({ seq, code, message }) => `  entry ${seq}  ${code}: ${plain(message)}`),
  ];
}
