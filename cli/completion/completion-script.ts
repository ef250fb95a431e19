import type { Command } from 'commander';
import { shipped } from '../../machines/shipped.ts';
import { bashScript } from './bash-script.ts';
import type { Completable } from './completable.ts';
import { fishScript } from './fish-script.ts';
import { zshScript } from './zsh-script.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** The script for a shell, made from the very commands that it completes. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](program.commands.map((command) => completable(command)));
}

function completable(command: Command): Completable {
  const takesDefinition = command.registeredArguments.some(
    (argument) => argument.name() === 'definition',
  );
  return {
    name: command.name(),
    description: firstSentence(command.description()),
    options: [...command.options, ...command.commands.flatMap((inner) => inner.options)].flatMap(
      ({ long, description }) =>
        typeof long === 'string' ? [{ flag: long, description: firstSentence(description) }] : [],
    ),
    words: [
      ...(takesDefinition ? Object.keys(shipped) : []),
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      ...command.commands.map((inner) => inner.name()),
    ],
  };
}

/** Without what a shell would take for its own. */
function firstSentence(text: string): string {
  return (text.split(/[.;:(]/)[0] ?? '').replaceAll(/['"`\\[\]$]/g, '').trim();
}
