import Cells
import Foundation

@testable import Terminal

/// A colour as a screen shows it: three channels from 0 to 1, linear in light.
struct ShownColor: Equatable {
  var channels: [Double]

  /// `0xRRGGBB` in sRGB.
  init(_ value: Int) {
    channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { Self.linear(Double($0) / 255) }
  }

  private init(channels: [Double]) { self.channels = channels.map { min(1, max(0, $0)) } }

  /// A theme's colour at a depth; `terminal` stands for the terminal's own.
  init?(_ tint: Tint, terminal: Int) {
    switch tint {
    case .standard: self.init(terminal)
    case .rgb(let red, let green, let blue):
      self.init(Int(red) << 16 | Int(green) << 8 | Int(blue))
    case .index(let number):
      // The first sixteen are the reader's own, and no one knows them.
      guard number >= 16 else { return nil }
      let color = XtermPalette.colors[Int(number)]
      self.init(Int(color.red) << 16 | Int(color.green) << 8 | Int(color.blue))
    }
  }

  /// As WCAG 2.2 defines it, from 1 to 21.
  func contrast(to other: ShownColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// How far apart the eye sees two colours, in OKLab; 0.02 is about what is noticed.
  func distance(to other: ShownColor) -> Double { lab.squaredDistance(to: other.lab).squareRoot() }

  private var lab: OKLab {
    let bytes = channels.map { UInt8((Self.encoded($0) * 255).rounded()) }
    return OKLab(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// The colour as it is seen by eyes that lack one kind of cone.
  func seen(by vision: ColorVision) -> ShownColor {
    ShownColor(
      channels: vision.matrix.map { row in zip(row, channels).map(*).reduce(0, +) })
  }

  private static func linear(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ value: Double) -> Double {
    value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
  }
}
