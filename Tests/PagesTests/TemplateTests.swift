import Measures
import RecordsIO
import Testing

@testable import Pages

/// Templates, words and drawings by themselves.
@Suite struct TemplateTests {
  @Test func textIsNeverWrittenUnescaped() throws {
    let templates = try Templates(.en)
    #expect(throws: PageError.self) { try templates.fill("tree", ["nodes": .text("<b>")]) }
    #expect(throws: PageError.self) {
      try templates.fill("tree", ["nodes": .list([["nodes": .text("<b>")]])])
    }
    #expect(throws: PageError.self) { try templates.fill("absent", [:]) }
    let markup = try templates.fill("nogate", ["label": .text("<b>\"'&")])
    #expect(markup.html.contains("&lt;b&gt;&quot;&#39;&amp;"))
  }

  /// Without quotes stands only what is a word of the program's own: the mark of a clause.
  @Test func whatIsFilledInStandsInQuotes() throws {
    for file in ShippedTexts.folder("Assets") where file.path.hasSuffix(".mustache") {
      for match in String(decoding: file.bytes, as: UTF8.self).matches(of: /=(\{\{[^}]*\}\})/) {
        #expect(match.1 == "{{mark}}", "\(file.path)")
      }
    }
  }

  @Test func everyLabelOfATemplateExists() throws {
    for file in ShippedTexts.folder("Assets") where file.path.hasSuffix(".mustache") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /say\.([A-Za-z]+)/) {
        #expect(PageLabels.all[String(match.1)] != nil, "\(file.path): \(match.1)")
      }
    }
  }

  @Test func everyLabelIsUsed() throws {
    var used: Set<String> = ["models", "runs", "clusters", "others"]
    for file in ShippedTexts.folder("Assets") {
      for match in String(decoding: file.bytes, as: UTF8.self).matches(of: /say\.([A-Za-z]+)/) {
        used.insert(String(match.1))
      }
    }
    #expect(Set(PageLabels.all.keys).subtracting(used).sorted() == [])
  }

  @Test func frenchTypographyHolds() {
    for (key, phrase) in PageLabels.all {
      let text = phrase.text.fr
      #expect(!text.contains(/[^\u{202F}][;!?]/), "\(key)")
      #expect(!text.contains(/[^\u{A0}][:%]/), "\(key)")
      #expect(!text.contains("'"), "\(key)")
    }
  }

  @Test func theStyleSheetHasNoOutsideResource() throws {
    let style = try PageStyle()
    #expect(!style.text.contains("url("))
    #expect(!style.text.contains("@import"))
    #expect(!style.text.contains("/*"))
    #expect(!style.text.contains("</"))
  }

  @Test func datesAreWrittenForPeople() throws {
    let day = try #require(CivilDate("2025-08-01"))
    #expect(DateFormat(.en).day(day) == "1\u{A0}August 2025")
    #expect(DateFormat(.fr).day(day) == "1ᵉʳ\u{A0}août 2025")
    #expect(DateFormat(.en).instant(Moment.day(day).last) == "1\u{A0}August 2025, end of the day, UTC")
    let evening = try Moment("2026-11-21T17:58:00Z")
    // The first and the last millisecond of a day stand for it.
    for moment in [Moment.day(day), .instant(Moment.day(day).first), .instant(Moment.day(day).last)] {
      #expect(DateFormat(.fr).brief(moment) == "1ᵉʳ\u{A0}août 2025")
    }
    #expect(DateFormat(.fr).brief(evening) == DateFormat(.fr).moment(evening))
    #expect(DateFormat(.fr).moment(evening) == "21\u{A0}novembre 2026, 17\u{A0}h\u{A0}58, UTC")
  }

  @Test func repeatedLevelsAreJoined() {
    let says = Message(Bilingual(en: "An article.", fr: "Un article."))
    let leaf = Explanation(.holds, says, code: "leaf")
    let all = Explanation(.holds, Phrase.allOf.message, code: "all", parts: [leaf, leaf])
    let inner = Explanation(.holds, says, code: "article a", parts: [all])
    let outer = Explanation(.holds, says, code: "article a", parts: [inner])
    #expect(outer.simplified.clause.text(.en) == "An article. · all of:")
    #expect(outer.simplified.parts == [leaf, leaf])
    let lifted = Explanation(
      .fails, says, code: "article a", parts: [inner, Explanation(.holds, says, code: "unless")])
    #expect(lifted.simplified == lifted, "what changes the verdict stays visible")
  }
}
