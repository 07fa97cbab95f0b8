/// The words with which a table of contents is headed, which are never a brief's title.
enum ContentsHeading {
  private static let names: Set<String> = [
    "table of contents", "contents", "toc", "in this issue", "on this page", "目录", "目錄", "内容目录",
    "目次", "もくじ", "목차", "차례", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
    "índice", "tabla de contenido", "tabla de contenidos", "contenido", "contenidos", "indice",
    "sommario", "sumário", "inhoud", "inhoudsopgave", "содержание", "оглавление",
  ]

  /// Whether a heading, or a part of a bilingual one, is such a word.
  static func matches(_ heading: String) -> Bool {
    HeadingNames.parts(of: heading).contains { names.contains($0) }
  }
}
