// swift-tools-version:6.1
import PackageDescription

// Rules of this manifest:
// - A target names every module that it imports; the build fails on an undeclared import
//   (`--explicit-target-dependency-import-check error`, set in the Makefile).
// - GRDB is imported by BriefLibrary only, CNcurses by Terminal only.
// - System libraries have no `pkgConfig:`; their link flags stand in their module maps.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "broadsheet",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CMD4C"),
    .systemLibrary(name: "CPSL"),
    .systemLibrary(name: "CSodium"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CProcess"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "Guards", linkerSettings: [.linkedLibrary("icuuc")]),

    .target(
      name: "BriefModel",
      dependencies: ["CMD4C", "CICU", "CPSL", "CSodium", "Yams"],
      resources: [.embedInCode("Resources")], swiftSettings: settings),
    .target(name: "Audit", dependencies: ["BriefModel", "CICU"], swiftSettings: settings),
    .target(
      name: "BriefLibrary",
      dependencies: [
        "BriefModel", "CSQLite", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "Cells", dependencies: ["CICU", "Guards"], swiftSettings: settings),
    .target(name: "Reader", dependencies: ["BriefModel", "Cells"], swiftSettings: settings),
    .target(
      name: "Configuration", dependencies: ["Audit", "BriefModel", "Cells", "Reader", "TOMLKit"],
      resources: [.embedInCode("Themes")], swiftSettings: settings),
    .target(
      name: "Terminal", dependencies: ["Cells", "CNcurses", "Guards"], swiftSettings: settings),
    .target(name: "Delivery", dependencies: ["BriefModel", "CProcess"], swiftSettings: settings),
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "Audit", "BriefModel", "BriefLibrary", "CProcess", "Cells", "Configuration", "Delivery",
        "Guards", "Reader", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Resources")], swiftSettings: settings),

    .executableTarget(
      name: "ParseBenchmark", dependencies: ["BriefModel"], path: "Tests/Benchmarks/Parsing",
      swiftSettings: settings),

    .testTarget(
      name: "BriefModelTests", dependencies: ["BriefModel", "CMD4C", "TerminalGrammar"],
      swiftSettings: settings),
    .testTarget(
      name: "AuditTests", dependencies: ["Audit", "BriefModel"], swiftSettings: settings),
    .testTarget(
      name: "BriefLibraryTests",
      dependencies: ["BriefLibrary", "BriefModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(name: "CellsTests", dependencies: ["Cells"], swiftSettings: settings),
    .testTarget(
      name: "ReaderTests", dependencies: ["Reader", "Cells", "BriefModel"],
      swiftSettings: settings),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["Audit", "BriefModel", "Configuration", "Cells", "Reader", "Terminal"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "BriefModel", "Cells", "PtyHarness", "Terminal", "TerminalGrammar", "TerminalProbe",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DeliveryTests", dependencies: ["Delivery", "BriefModel"], swiftSettings: settings),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "broadsheet", "BriefLibrary", "BriefModel", "Cells", "Configuration", "Guards",
        "PtyHarness", "Reader", "Terminal",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // What tests drive, and how: a small program on the terminal, and a terminal to run programs in.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["BriefModel", "Terminal", "Cells"],
      path: "Tests/TerminalProbe", swiftSettings: settings),
    .target(
      name: "PtyHarness", dependencies: ["Cells"], path: "Tests/PtyHarness",
      swiftSettings: settings),
    // What may be sent to a terminal, read without a line of the program's own code.
    .target(name: "TerminalGrammar", path: "Tests/TerminalGrammar", swiftSettings: settings),
    .testTarget(
      name: "PtyTests", dependencies: ["broadsheet", "PtyHarness", "TerminalGrammar"],
      swiftSettings: settings),
    // What is fed with damaged bytes, by seeded damage in the tests and by libFuzzer in `make fuzz`.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "BriefLibrary", "BriefModel", "Cells", "Configuration", "Delivery", "Terminal",
        "TerminalGrammar",
      ], path: "Tests/FuzzTargets", swiftSettings: settings),
    .systemLibrary(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
    .executableTarget(
      name: "Fuzzer", dependencies: ["CLibFuzzer", "FuzzTargets"], path: "Tests/Fuzzer",
      swiftSettings: settings),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
