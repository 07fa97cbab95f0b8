import Foundation
import Testing

@testable import Delivery

@Suite("The variables of a child")
struct ChildEnvironmentTests {
  /// The entries that are handed on of these.
  private func entries(_ environment: ChildEnvironment, of all: [String]) -> [String] {
    var pointers: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return environment.entries(of: base).compactMap { $0.map { String(cString: $0) } }
    }
  }

  @Test("A program of the user's gets what the shell would give it")
  func user() {
    let kept = [
      "PATH=/bin", "DISPLAY=:0", "SSH_AUTH_SOCK=/run/a", "EMPTY=", "A=b=c", "VIMINIT=set nu",
      "https_proxy=http://a.example",
    ]
    #expect(entries(.user, of: kept) == kept)
  }

  @Test("What programs disagree on, a size of the past and functions are not handed on")
  func left() {
    let left = ["LINES=24", "COLUMNS=80", "BASH_FUNC_x%%=() { id; }", "=C:", "no-sign", ""]
    #expect(entries(.user, of: left) == [])
  }

  @Test("Of a name that is there twice the first is handed on")
  func twice() {
    #expect(entries(.user, of: ["PATH=/a", "X=1", "PATH=/b"]) == ["PATH=/a", "X=1"])
  }

  @Test("tmux gets what it needs and no secret of the user's")
  func tmux() {
    let all = [
      "PATH=/bin", "HOME=/h", "TMUX=/tmp/t,1,0", "TMUX_TMPDIR=/t", "LC_ALL=C.UTF-8", "TERM=tmux",
      "AWS_SECRET_ACCESS_KEY=x", "SSH_AUTH_SOCK=/run/a", "LD_PRELOAD=/x.so", "LINES=24",
    ]
    #expect(entries(.tmux, of: all) == Array(all.prefix(6)))
  }
}
