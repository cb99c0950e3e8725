import type { Command, Invocation } from '../cli/command.js';

export const completion: Command = {
  name: 'completion',
  summary: 'print a script that completes commands, options and names in your shell',
  description:
    'Put this line into ~/.bashrc:  eval "$(qcode completion bash)"\n' +
    'or into ~/.zshrc, after compinit:  eval "$(qcode completion zsh)"\n' +
    'or, for fish:  qcode completion fish > ~/.config/fish/completions/qcode.fish\n' +
    'Ids of codes, cases, sources and coders are those of the study that you are in.',
  arguments: [{ name: 'shell', description: 'bash, zsh or fish', required: true, choices: ['bash', 'zsh', 'fish'] }],
  options: [],
  examples: [{ line: 'qcode completion bash', shows: 'the script for bash' }],
  run,
};

async function run({ arguments: [name = ''], shell }: Invocation): Promise<0> {
  shell.out.write(SCRIPTS[name] ?? '');
  return 0;
}

/*
 * The scripts only ask `qcode __complete WORD…` (the last word is the one being typed) and show what it answers, one
 * candidate a line with a tab and a description. The line `:file` or `:folder` asks for the shell's own completion.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_qcode() {
  local line candidates
  COMPREPLY=()
  mapfile -t candidates < <(qcode __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  for line in "\${candidates[@]}"; do
    case "$line" in
      :file) compopt -o filenames; mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}") ;;
      :folder) compopt -o filenames; mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "\${COMP_WORDS[COMP_CWORD]}") ;;
      *) COMPREPLY+=("$(printf '%q' "\${line%%$'\\t'*}")") ;;
    esac
  done
}
complete -F _qcode qcode
`,
  zsh: `_qcode() {
  local line
  local -a candidates
  for line in "\${(@f)$(qcode __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      :file) _files ;;
      :folder) _files -/ ;;
      ?*) candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  (( \${#candidates} )) && _describe qcode candidates
}
compdef _qcode qcode
`,
  fish: `function __qcode_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (qcode __complete -- $words[2..-1] 2>/dev/null)
    switch $line
      case ':file'
        __fish_complete_path (commandline -ct)
      case ':folder'
        __fish_complete_directories (commandline -ct)
      case '*'
        echo $line
    end
  end
end
complete -c qcode -f -a '(__qcode_complete)'
`,
};
