/// A script of completions as the parser of arguments makes it, with what it cannot know: that a
/// path may stand in the place of a command, or of a query.
struct CompletionScript {
  private let generated: String

  init(generated: String) { self.generated = generated }

  /// The script for the shell that the generated one is for.
  var text: String {
    if let start = generated.firstRange(of: zshStart) {
      return generated[..<start.lowerBound] + Self.zsh + "\n" + generated[start.lowerBound...]
    }
    if generated.hasPrefix("#!/bin/bash") {
      // It is read by the shell, not run.
      return generated.drop { $0 != "\n" }.dropFirst() + "\n" + Self.bash
    }
    return generated + "\n" + Self.fish
  }

  /// The end of zsh's script, which calls what stands above it.
  private var zshStart: String { "if [[ \"${funcstack[1]}\"" }

  private static let names = Broadsheet.commandNames.joined(separator: "|")

  private static let bash = """
    # Where a path may stand, paths are offered too.
    _broadsheet_or_paths() {
        _broadsheet "${1}" "${2#:}" "${3}"
        local name='' word
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            [[ "${word}" = -* ]] || { name="${word}"; break; }
        done
        case "${name}" in
        '') ;;
        mark) [[ "${COMP_CWORD}" -gt 2 ]] || return ;;
        list|search|unread) __broadsheet_query_words; return ;;
        \(names)) return ;;
        *) COMPREPLY=() ;;
        esac
        # What stands behind a colon is the value of a query.
        if [[ "${2}" != -* && "${COMP_WORDS[*]:COMP_CWORD-1:2}" != *:* ]]; then
            local path has_paths=false
            while IFS='' read -r path; do
                COMPREPLY+=("${path}")
                has_paths=true
            done < <(compgen -f -- "${2}")
            [[ "${#COMPREPLY[@]}" -gt 0 ]] || compopt -o default
            "${has_paths}" && return
        fi
        [[ "${name}" != mark ]] || __broadsheet_query_words
    }

    # They are no names of files, and a name before a colon goes on.
    __broadsheet_query_words() {
        compopt +o filenames
        [[ "${COMPREPLY[*]}" != *: ]] || compopt -o nospace
    }

    complete -o filenames -F _broadsheet_or_paths broadsheet
    """

  private static let zsh = """
    # The words of a query, of which a name before a colon goes on.
    __broadsheet_custom_complete() {
        local -a found
        found=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
        found=("${(@)found[1,-2]}")
        local -i ret=1
        compadd -S '' -- "${(@M)found:#*:}" && ret=0
        compadd -- "${(@)found:#*:}" && ret=0
        return "${ret}"
    }

    # Where a path may stand, paths are offered too.
    functions[_broadsheet_commands]="${functions[_broadsheet]}"
    _broadsheet() {
        local -i ret=1
        local word name=''
        for word in "${(@)words[2,CURRENT-1]}"; do
            [[ "${word}" == -* ]] || { name="${word}"; break }
        done
        case "${name}" in
        (mark) (( CURRENT > 3 )) && _files && ret=0 ;;
        (\(names)) ;;
        (*) [[ "${words[CURRENT]}" != -* ]] && _files && ret=0 ;;
        esac
        case "${name}" in
        (''|\(names)) _broadsheet_commands && ret=0 ;;
        esac
        return "${ret}"
    }

    """

  private static let fish = """
    # Where a path may stand, paths are offered too.
    function __broadsheet_expects_path
        set -l words (commandline -opc)
        for word in $words[2..]
            string match -q -- '-*' $word; and continue
            test $word = mark; and test (count $words) -gt 2; and return 0
            contains -- $word \(Broadsheet.commandNames.joined(separator: " ")); and return 1
            return 0
        end
        return 0
    end
    complete -c broadsheet -n __broadsheet_expects_path -F

    """
}
