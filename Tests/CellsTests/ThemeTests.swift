import Testing

@testable import Cells

@Suite struct ThemeTests {
  @Test func aRoleFallsBackToTheOneUpToItsLastDot() {
    let bold = Style(attributes: .bold)
    let theme = Theme(name: "t", styles: [.citation: bold])
    #expect(theme[.citationCurrent] == bold)
    #expect(theme[.heading] == Style())
  }

  @Test func textIsTheLastResort() {
    let dim = Style(attributes: .dim)
    let theme = Theme(name: "t", styles: [.text: dim])
    for role in Role.allCases { #expect(theme[role] == dim) }
  }

  @Test func everyRoleHasAStyleOfItsOwnWhenGiven() {
    for (index, role) in Role.allCases.enumerated() {
      let style = Style(foreground: .palette(UInt8(index % 16)), attributes: .underline)
      #expect(Theme(name: "t", styles: [role: style])[role] == style)
    }
  }
}
