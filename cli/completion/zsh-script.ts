import type { Completable } from './completable.ts';

export function zshScript(commands: readonly Completable[]): string {
  const names = commands.map(({ name, description }) => `    '${name}:${description}'`);
  const cases = commands.map(({ name, options, words }) => {
    const flags = options.map(({ flag, description }) => `'${flag}[${description}]'`);
    const rest =
      words.length === 0
        ? `'*:file:_files'`
        : `'*:: :_alternative "words:word:(${words.join(' ')})" "files:file:_files"'`;
    return `        ${name}) _arguments ${[...flags, `'--help[show how it is used]'`, rest].join(' ')} ;;`;
  });
  return `#compdef statehouse
_statehouse() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
compdef _statehouse statehouse
`;
}
