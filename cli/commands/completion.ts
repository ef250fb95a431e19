import { Argument, type Command } from 'commander';
import { completionScript, shells, type Shell } from '../completion/completion-script.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { printJson } from '../output/print.ts';

/** `completion`: what a shell needs to complete these commands. */
export function completionCommand(): Command {
  return newCommand('completion', 'Print a completion script for your shell.', [
    'completion bash > ~/.local/share/bash-completion/completions/statehouse',
    'completion zsh > ~/.zfunc/_statehouse',
    'completion fish > ~/.config/fish/completions/statehouse.fish',
  ])
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action((shell: Shell, options: CommonOptions, command: Command) => {
      const script = completionScript(shell, command.parent ?? command);
      if (options.json === true) printJson({ shell, script });
      else process.stdout.write(script);
    });
}
