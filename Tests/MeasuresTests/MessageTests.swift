import Testing

@testable import Measures

@Suite struct MessageTests {
  private let phrase = Phrase("{0} of {1}", "{1}, dont {0}")

  @Test func fillsThePlacesOfEachLanguage() {
    let message = phrase.with(.code("a"), .text(Bilingual(en: "one", fr: "un")))
    #expect(message.text(.en) == "a of one")
    #expect(message.text(.fr) == "un, dont a")
  }

  @Test func nests() {
    let inner = Phrase("not {0}", "pas {0}").with(.code("x"))
    let message = phrase.with(.message(inner), .list([inner, Phrase("y", "y").message]))
    #expect(message.text(.en) == "not x of not x, y")
    #expect(message.text(.fr) == "pas x, y, dont pas x")
  }

  /// What an argument says is never read as a place.
  @Test func argumentsAreNotExpanded() {
    let message = phrase.with(.code("{1}"), .code("{0}"))
    #expect(message.text(.en) == "{1} of {0}")
    #expect(message.text(.fr) == "{0}, dont {1}")
  }

  @Test func keepsPlacesThatNothingFills() {
    #expect(phrase.with(.code("a")).text(.en) == "a of {1}")
    #expect(Phrase("{x} {0}", "{x} {0}").with(.code("a")).text(.en) == "{x} a")
    #expect(Phrase("a { b", "a { b").with(.code("c")).text(.en) == "a { b")
    #expect(phrase.message.text(.en) == "{0} of {1}")
  }

  @Test func numbersFollowTheLanguage() throws {
    let message = Phrase("{0}; {1}; {2}", "{0} ; {1} ; {2}").with(
      .amount(try Quantity("3.8e25 FLOP").value, .flop), .bounds(.unknown, .share), .count(12_345))
    #expect(
      message.text(.en)
        == "3.8\u{00A0}×\u{00A0}10²⁵\u{00A0}FLOP; not known; 12\u{202F}345")
    #expect(
      message.text(.fr)
        == "3,8\u{00A0}×\u{00A0}10²⁵\u{00A0}FLOP ; non connu ; 12\u{202F}345"
    )
  }

  @Test func aTextOfAPackStaysAsItIs() {
    let message = Message(Bilingual(en: "Keep {0}.", fr: "Gardez {0}."))
    #expect(message.text(.en) == "Keep {0}." && message.text(.fr) == "Gardez {0}.")
  }
}
