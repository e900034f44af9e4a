import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import Pages

/// Every regime that ships as a page, in both languages.
@Suite struct LawPageTests {
  private static let packs = Result { () throws(Problems) in
    let vocabulary = Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    return try ShippedTexts.folder("Packs").map { text throws(Problems) in
      try PackReader.read(
        try TextFile.tree(text.bytes, named: text.path), digest: Digest.sha256(text.bytes),
        vocabulary: vocabulary, places: places)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  @Test(arguments: Language.allCases) func saysEverything(_ language: Language) throws {
    let packs = try Self.packs.get()
    #expect(packs.count > 10)
    for pack in packs {
      let law = LawOutline(pack, language)
      let page = try LawPage(law).html()
      #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
      func contains(_ text: String) -> Bool { page.contains(Self.escaped(text)) }
      #expect(contains(law.title))
      let words = PageWords(language)
      for article in pack.articles {
        #expect(contains(article.says[language]), "\(pack.id) \(article.id)")
        #expect(contains(words.citation(article.citation)), "\(pack.id) \(article.id)")
      }
      for number in law.numbers {
        #expect(contains(number.value) && contains(number.code), "\(pack.id) \(number.code)")
      }
      #expect(law.articles.allSatisfy { !$0.lines.isEmpty })
    }
  }
}
