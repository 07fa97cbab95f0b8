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

  @Test(
    "A grey is the terminal's text where there are few colours, dimmed where it is faint",
    arguments: [ColorDepth.eight, .sixteen])
  func greys(depth: ColorDepth) {
    let quiet = Ink(Style(foreground: .rgb(red: 0x8F, green: 0x98, blue: 0xA8)), depth: depth)
    #expect(quiet.foreground == .standard && quiet.attributes == [])
    let faint = Ink(Style(foreground: .rgb(red: 0x66, green: 0x70, blue: 0x7F)), depth: depth)
    #expect(faint.foreground == .standard && faint.attributes == .dim)
  }

  @Test(
    "Few colours are chosen by their names",
    arguments: [
      (0x7FB4F0, 6), (0xE5B567, 3), (0xFE8019, 3), (0x8FBF7F, 2), (0xF07878, 9), (0x1458A8, 4),
      (0x8A5600, 5), (0xB3201C, 1), (0xE39199, 9),
    ])
  func hues(color: Int, number: UInt8) {
    let color = Color.rgb(
      red: UInt8(color >> 16), green: UInt8(color >> 8 & 0xFF), blue: UInt8(color & 0xFF))
    #expect(Self.ink(color, .sixteen) == .index(number))
    #expect(Self.ink(color, .eight) == .index(number & 7))
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
