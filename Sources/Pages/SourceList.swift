import Lineage
import Measures

/// Where the figures of a long page come from: each source once, by number.
struct SourceList {
  /// The sources in order.
  let texts: [String]
  private let numbers: [String: Int]

  init(_ accounts: [Account]) {
    var seen: Set<String> = []
    texts = accounts.flatMap(\.entries).flatMap(\.estimates).compactMap(\.source).filter {
      seen.insert($0).inserted
    }
    numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0 + 1) })
  }

  func number(_ source: String) -> Int? { numbers[source] }

  /// The list, each with the number by which it is named.
  func fields(_ language: Language) -> [Fields] {
    texts.enumerated().map {
      ["number": .text(String($0 + 1)), "text": .text(SourceWords.text($1, language))]
    }
  }
}
