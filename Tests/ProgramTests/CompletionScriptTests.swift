import ArgumentParser
import Testing

@testable import broadsheet

@Suite("Scripts of completions")
struct CompletionScriptTests {
  private func script(_ shell: CompletionShell) -> String {
    CompletionScript(for: shell).text
  }

  @Test("Each has what the generated one lacks, where the shell comes by it")
  func tails() throws {
    let bash = script(.bash)
    #expect(!bash.hasPrefix("#!"))
    #expect(bash.hasSuffix("complete -o filenames -F _broadsheet_or_paths broadsheet"))
    let zsh = script(.zsh)
    let paths = try #require(zsh.firstRange(of: "functions[_broadsheet_commands]="))
    let call = try #require(zsh.firstRange(of: "if [[ \"${funcstack[1]}\""))
    #expect(zsh.hasPrefix("#compdef broadsheet\n") && paths.upperBound < call.lowerBound)
    #expect(script(.fish).contains("\ncomplete -c broadsheet -n __broadsheet_expects_path -F\n"))
  }

  @Test("The options that may stand behind a path are all those of the reader")
  func options() throws {
    let reader = try Manual().reader.ownArguments.filter { $0.kind != .positional }
    let (flags, valued) = (reader.filter { $0.kind == .flag }, reader.filter { $0.kind == .option })
    #expect(flags.flatMap { $0.names ?? [] }.map(\.written) == ReadingOptions.flags)
    #expect(valued.flatMap { $0.names ?? [] }.map(\.written) == ReadingOptions.valued)
  }

  @Test("One is asked for with its shell behind a sign of equality or a space, or alone")
  func asked() {
    let option = "--generate-completion-script"
    #expect(CompletionScript(asked: [option, "zsh"])?.text == script(.zsh))
    #expect(CompletionScript(asked: ["\(option)=fish"])?.text == script(.fish))
    #expect(CompletionScript(asked: ["list", "rail"]) == nil)
  }
}
