import Ledger
import TestSupport
import Testing

@Suite struct Base64Tests {
  /// The vectors of RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func vectors(_ plain: String, _ text: String) {
    #expect(Base64.encode(Array(plain.utf8)) == text)
    #expect(Base64.decode(Array(text.utf8)[...]) == Array(plain.utf8))
  }

  /// Each stands for bytes in some reader, and none is the one form.
  @Test(arguments: [
    "Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9v", "Zm9v=", "_-8=", "Zg==Zg==", "Zm8=Zm8=",
    "=Zm8",
  ])
  func refusesOtherSpellings(_ text: String) {
    #expect(Base64.decode(Array(text.utf8)[...]) == nil)
  }

  @Test func everyDecodedTextIsTheOneOfItsBytes() {
    var random = SeededGenerator(seed: 3)
    let signs = Array("ABab01+/=".utf8)
    var decoded = 0
    for _ in 0..<20_000 {
      let text = (0..<4 * Int.random(in: 1...2, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      guard let bytes = Base64.decode(text[...]) else { continue }
      decoded += 1
      #expect(Array(Base64.encode(bytes).utf8) == text)
    }
    #expect(decoded > 1000)
  }
}
