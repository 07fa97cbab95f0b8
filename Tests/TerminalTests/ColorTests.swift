import Cells
import Testing

@testable import Terminal

@Suite struct ColorTests {
  private static let orange = Color.rgb(red: 0xD7, green: 0x87, blue: 0x00)

  private static func ink(_ color: Color, _ depth: ColorDepth) -> Tint {
    Ink(Style(foreground: color), depth: depth).foreground
  }

  @Test func aColourGoesToTheNearestThatThereIs() {
    #expect(Self.ink(Self.orange, .trueColor) == .rgb(red: 0xD7, green: 0x87, blue: 0))
    #expect(Self.ink(Self.orange, .indexed) == .index(172))
    #expect(Self.ink(.rgb(red: 250, green: 10, blue: 10), .sixteen) == .index(9))
    #expect(Self.ink(.rgb(red: 200, green: 10, blue: 10), .eight) == .index(1))
    #expect(Self.ink(.rgb(red: 128, green: 128, blue: 128), .indexed) == .index(244))
    #expect(Self.ink(Self.orange, .none) == .standard)
  }

  @Test func everyColourOfTheCubeIsItsOwnNearest() {
    for index in 16..<256 {
      let color = XtermPalette.colors[index]
      let nearest = XtermPalette.nearest(
        red: color.red, green: color.green, blue: color.blue, in: 16..<256)
      let found = XtermPalette.colors[Int(nearest)]
      #expect(found == color, "colour \(index) went to \(nearest)")
    }
  }

  @Test func theReadersPaletteIsLeftAlone() {
    #expect(Self.ink(.palette(12), .indexed) == .index(12))
    #expect(Self.ink(.palette(12), .eight) == .index(4))
    #expect(Self.ink(.terminal, .trueColor) == .standard)
  }

  @Test func textNeverTakesTheColourOfItsGround() {
    for depth in [ColorDepth.eight, .sixteen] {
      for grey in stride(from: 0, through: 250, by: 10) {
        let ground = Color.rgb(red: UInt8(grey), green: UInt8(grey), blue: UInt8(grey))
        let text = Color.rgb(red: UInt8(grey), green: UInt8(grey), blue: UInt8(grey + 5))
        let ink = Ink(Style(foreground: text, background: ground), depth: depth)
        #expect(ink.foreground != ink.background, "grey \(grey) at \(depth)")
      }
    }
  }

  @Test func attributesStayWithoutColours() {
    let style = Style(foreground: Self.orange, attributes: [.bold, .underline])
    #expect(Ink(style, depth: .none).attributes == [.bold, .underline])
  }

  @Test func theDepthFollowsTheDescriptionAndTheEnvironment() {
    func depth(_ colors: Int, rgb: Bool = false, _ variables: [String: String]) -> ColorDepth {
      ColorDepth(
        colors: colors, describesRGB: rgb, environment: Environment(variables))
    }
    #expect(depth(256, [:]) == .indexed)
    #expect(depth(256, ["COLORTERM": "truecolor"]) == .trueColor)
    #expect(depth(256, ["COLORTERM": "24bit"]) == .trueColor)
    #expect(depth(256, ["COLORTERM": "truecolor", "STY": "1.pts"]) == .indexed)
    #expect(depth(256, rgb: true, [:]) == .trueColor)
    #expect(depth(8, ["COLORTERM": "truecolor"]) == .eight)
    #expect(depth(16, [:]) == .sixteen)
    #expect(depth(-1, [:]) == .none)
    #expect(depth(256, ["NO_COLOR": "1"]) == .none)
    #expect(depth(256, ["NO_COLOR": ""]) == .indexed)
  }
}
