/// What is fed with damaged bytes, and must neither end the program nor break its word.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A brief: the parser, front matter, all that is made of a brief.
  case brief
  /// The sanitiser in each of its modes.
  case text
  /// A frame of the terminal library on its way through the filter.
  case frame
  /// What a terminal sends: keys, clicks, pastes.
  case keys
  /// A query, and the SQL that is made of it.
  case query
  case settings
  case theme
  /// The JSON of `broadsheet import`.
  case state
  /// A command of the settings or of `BROWSER`, split into words.
  case command

  /// Feeds it with bytes; returns what is wrong, nil where nothing is.
  package func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .brief: BriefFuzzing.fault(in: bytes)
    case .text: TextFuzzing.fault(in: bytes)
    case .frame: FrameFuzzing.fault(in: bytes)
    case .keys: KeyFuzzing.fault(in: bytes)
    case .query: QueryFuzzing.fault(in: bytes)
    case .settings: ConfigurationFuzzing.faultOfSettings(in: bytes)
    case .theme: ConfigurationFuzzing.faultOfTheme(in: bytes)
    case .state: StateFuzzing.fault(in: bytes)
    case .command: CommandFuzzing.fault(in: bytes)
    }
  }

  /// Inputs to begin with, which are read without a fault.
  package var seeds: [[UInt8]] {
    switch self {
    case .brief, .text: FuzzSeeds.briefs
    case .frame: FrameFuzzing.seeds
    case .keys: KeyFuzzing.seeds
    case .query: QueryFuzzing.seeds
    case .settings: ConfigurationFuzzing.settings
    case .theme: ConfigurationFuzzing.themes
    case .state: StateFuzzing.seeds
    case .command: CommandFuzzing.seeds
    }
  }
}
