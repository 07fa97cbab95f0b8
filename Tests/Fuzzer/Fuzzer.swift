import FuzzTargets
import Glibc

#if FUZZING
  import CLibFuzzer
#endif

/// Feeds one target: by libFuzzer where this is built by `make fuzz`, else by seeded damage.
///
/// `Fuzzer TARGET FOLDER [options of libFuzzer]`: the folder takes the seeds and what is found.
@main
enum Fuzzer {
  private static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init)

  static func main() {
    guard let target, CommandLine.arguments.count > 2 else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " | ")
      print("usage: Fuzzer \(names) FOLDER [options]")
      exit(64)
    }
    #if FUZZING
      writeSeeds(of: target, to: CommandLine.arguments[2])
      run(CommandLine.arguments.dropFirst(2))
    #else
      run(target, rounds: Int(CommandLine.arguments[2]) ?? 100_000)
    #endif
  }

  /// Feeds damage for so many rounds; `Fuzzer TARGET ROUNDS`.
  private static func run(_ target: FuzzTarget, rounds: Int) {
    var damage = FuzzDamage(seeds: target.seeds, number: 1)
    for _ in 0..<rounds { check(damage.input(), target) }
    print("\(target): \(rounds) rounds")
  }

  private static func check(_ bytes: [UInt8], _ target: FuzzTarget) {
    guard let fault = target.fault(in: bytes) else { return }
    fatalError("\(target): \(fault)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }
}

#if FUZZING
  extension Fuzzer {
    /// Where there is a file in place of the folder, that file alone is fed.
    private static func writeSeeds(of target: FuzzTarget, to folder: String) {
      guard mkdir(folder, 0o700) == 0 else { return }
      for (number, seed) in target.seeds.enumerated() {
        guard let file = fopen("\(folder)/seed-\(number)", "we") else { continue }
        fwrite(seed, 1, seed.count, file)
        fclose(file)
      }
    }

    private static func run(_ arguments: ArraySlice<String>) {
      var pointers = ["Fuzzer"] + arguments
      var words: [UnsafeMutablePointer<CChar>?] = pointers.map { strdup($0) } + [nil]
      var count = Int32(pointers.count)
      pointers.removeAll()
      let status = words.withUnsafeMutableBufferPointer { buffer in
        var base = buffer.baseAddress
        return LLVMFuzzerRunDriver(&count, &base) { data, size in
          if let target = Fuzzer.target {
            Fuzzer.check(Array(UnsafeBufferPointer(start: data, count: size)), target)
          }
          return 0
        }
      }
      exit(status)
    }
  }
#endif
