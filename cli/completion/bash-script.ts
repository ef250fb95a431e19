import type { Completable } from './completable.ts';

/** For bash 3.2 and later, which a Mac still has. */
export function bashScript(commands: readonly Completable[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const flags = [...options.map(({ flag }) => flag), '--help'].join(' ');
    return `    ${name}) flags='${flags}'; words='${words.join(' ')}' ;;`;
  });
  return `# bash completion for statehouse
_statehouse() {
  local current="\${COMP_WORDS[COMP_CWORD]}" flags='' words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=( $(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help' -- "$current") )
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=( $(compgen -W "$flags" -- "$current") ) ;;
    *) COMPREPLY=( $(compgen -W "$words" -- "$current") $(compgen -f -- "$current") ) ;;
  esac
}
complete -o filenames -F _statehouse statehouse
`;
}
