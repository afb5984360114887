export const shells = ['bash', 'zsh', 'fish'] as const

/**
 * For each shell, a script that asks the hidden command `complete` on every TAB. The words before the cursor are passed as
 * they are and never evaluated. Where nothing is printed, the shell completes names of files.
 */
export const scripts: Record<(typeof shells)[number], string> = {
  bash: `_tax_tracker() {
  local IFS=$'\\n' line
  COMPREPLY=()
  while read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(tax-tracker complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _tax_tracker tax-tracker
`,
  zsh: `#compdef tax-tracker
_tax_tracker() {
  local -a lines
  lines=("\${(@f)$(tax-tracker complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  lines=("\${(@)lines:#}")
  if (( \${#lines} )); then
    lines=("\${(@)lines//:/\\\\:}")
    lines=("\${(@)lines/$'\\t'/:}")
    _describe 'tax-tracker' lines
  else
    _files
  fi
}
compdef _tax_tracker tax-tracker
`,
  fish: `function __tax_tracker_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l lines (tax-tracker complete -- $words[2..-1] 2>/dev/null)
  if test (count $lines) -gt 0
    printf '%s\\n' $lines
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c tax-tracker -f -a '(__tax_tracker_complete)'
`,
}
