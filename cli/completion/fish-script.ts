import type { Completable } from './completable.ts';

export function fishScript(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, description, options, words }) => {
    const seen = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c statehouse -n __fish_use_subcommand -f -a ${name} -d '${description}'`,
      ...(words.length === 0 ? [] : [`complete -c statehouse ${seen} -a '${words.join(' ')}'`]),
      ...options.map(
        (option) =>
          `complete -c statehouse ${seen} -l ${option.flag.slice(2)} -d '${option.description}'`,
      ),
    ];
  });
  return `# fish completion for statehouse\n${lines.join('\n')}\n`;
}
