import ArgumentParser
import Testing

@testable import broadsheet

@Suite("Scripts of completions")
struct CompletionScriptTests {
  private func script(_ shell: CompletionShell) -> String {
    CompletionScript(generated: Broadsheet.completionScript(for: shell)).text
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
}
