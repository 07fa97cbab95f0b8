import ArgumentParser

/// A script of completions as the parser of arguments makes it, with what it cannot know: that a
/// path may stand in the place of a command, or of a query.
struct CompletionScript {
  /// The option that asks for one, which the parser of arguments understands and does not describe.
  static let option = "--generate-completion-script"
  /// What it takes.
  static let shells = CompletionShell.allCases.map(\.rawValue).sorted()
  /// What it does, in sentences.
  static let meaning = """
    Print the completions of a shell, which make install puts into their places. zsh looks below the \
    prefix only where fpath has share/zsh/site-functions of it, before compinit.
    """

  private let generated: String

  init(for shell: CompletionShell) { generated = CompletedCommand.completionScript(for: shell) }

  /// The script that some arguments ask for, which the parser understands; nil where they ask for none.
  init?(asked arguments: [String]) {
    guard
      let place = arguments.firstIndex(where: { $0.split(separator: "=").first == Self.option[...] }
      )
    else { return nil }
    let words = arguments[place].split(separator: "=", maxSplits: 1).dropFirst().map(String.init)
    let name = words.first ?? arguments[place...].dropFirst().first
    guard
      let shell = name.flatMap(CompletionShell.init(rawValue:)) ?? CompletionShell.autodetected()
    else { return nil }
    self.init(for: shell)
  }

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
  private static let valued = ReadingOptions.valued.joined(separator: "|")
  /// What help tells of.
  private static let helped = (Broadsheet.commandNames.filter { $0 != "help" } + ["read"])
    .joined(separator: " ")
  /// The options that may also stand behind a path.
  private static let options =
    (ReadingOptions.flags + ReadingOptions.valued + ["--help", "--version"])
    .joined(separator: " ")

  private static let bash = """
    # Where a path may stand, paths are offered too.
    _broadsheet_or_paths() {
        _broadsheet "${1}" "${2#:}" "${3}"
        local name='' word='' before
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            case "${before}" in \(valued)) before=''; continue ;; esac
            before="${word}"
            [[ "${word}" = -* ]] || { name="${word}"; break; }
        done
        case "${3}" in \(valued)) return ;; esac
        case "${name}" in
        '') ;;
        mark) [[ "${COMP_CWORD}" -gt 2 ]] || return ;;
        help)
            [[ "${COMP_CWORD}" -ne 2 ]] || COMPREPLY=($(compgen -W "\(helped)" -- "${2}"))
            compopt +o filenames
            return
            ;;
        list|search|unread) __broadsheet_query_words; return ;;
        \(names)) return ;;
        *)
            COMPREPLY=()
            [[ "${2}" != -* ]] || COMPREPLY=($(compgen -W "\(options)" -- "${2}"))
            ;;
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
        local word='' before='' name=''
        for word in "${(@)words[2,CURRENT-1]}"; do
            case "${before}" in (\(valued)) before=''; continue ;; esac
            before="${word}"
            [[ "${word}" == -* ]] || { name="${word}"; break }
        done
        case "${words[CURRENT-1]}" in
        (\(valued)) _broadsheet_commands; return ;;
        esac
        case "${name}" in
        (mark) (( CURRENT > 3 )) && _files && ret=0 ;;
        (help) (( CURRENT == 3 )) && compadd -- \(helped) && ret=0; return "${ret}" ;;
        (\(names)) ;;
        (*)
            if [[ "${words[CURRENT]}" != -* ]]; then
                _files && ret=0
            elif [[ -n "${name}" ]]; then
                compadd -- \(options) && ret=0
            fi
            ;;
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
        contains -- $words[-1] \(ReadingOptions.valued.joined(separator: " ")); and return 1
        set -l before ''
        for word in $words[2..]
            set -l option $before
            set before $word
            contains -- $option \(ReadingOptions.valued.joined(separator: " ")); and continue
            string match -q -- '-*' $word; and continue
            test $word = mark; and test (count $words) -gt 2; and return 0
            contains -- $word \(Broadsheet.commandNames.joined(separator: " ")); and return 1
            return 0
        end
        return 0
    end
    complete -c broadsheet -n __broadsheet_expects_path -F
    complete -c broadsheet -n 'test (count (commandline -opc)) -eq 2; and __fish_seen_subcommand_from help' \
        -fa '\(helped)'

    """
}
