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

  @Test func thePageStandsWhereAStyleHasTheTerminalsColours() {
    let (ink, paper) = (Color.rgb(red: 1, green: 2, blue: 3), Color.rgb(red: 9, green: 9, blue: 9))
    let theme = Theme(
      name: "t",
      styles: [
        .text: Style(foreground: ink, background: paper, attributes: .italic),
        .strong: Style(attributes: .bold), .error: Style(foreground: .palette(1)),
        .match: Style(background: .palette(3)),
      ])
    #expect(theme.page == Style(foreground: ink, background: paper))
    #expect(theme[.strong] == Style(foreground: ink, background: paper, attributes: .bold))
    #expect(theme[.error] == Style(foreground: .palette(1), background: paper))
    #expect(theme[.match] == Style(foreground: ink, background: .palette(3)))
    let printed = theme.withoutPage
    #expect(printed.page == Style())
    #expect(printed[.strong] == Style(attributes: .bold))
    #expect(printed[.match] == Style(background: .palette(3)))
  }

  @Test func everyRoleHasAStyleOfItsOwnWhenGiven() {
    for (index, role) in Role.allCases.enumerated() {
      let style = Style(foreground: .palette(UInt8(index % 16)), attributes: .underline)
      #expect(Theme(name: "t", styles: [role: style])[role] == style)
    }
  }
}
