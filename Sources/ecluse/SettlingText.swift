import Measures
import Regimes

/// What would settle the classes and duties of a determination that nothing decides, for people. Those that the same
/// findings settle stand together.
struct SettlingText {
  let determination: Determination
  let style: TextStyle

  var lines: [String] {
    let classes = determination.classes.filter { $0.verdict == .cannotBeExcluded }.map {
      ($0.name.name, Self.ways(of: $0.because, style))
    }
    let duties = determination.obligations.compactMap { item in
      item.settlings.map { (item.duty.duty, Self.words($0, holds: .dutyOwed, fails: .dutyNotOwed, style)) }
    }
    return together(classes) + together(duties)
  }

  /// The ways of settling one explanation.
  /// - Parameter areNamed: whether only those count that ask for facts with a name of their own.
  static func ways(of explanation: Explanation, _ style: TextStyle, areNamed: Bool = false) -> [String] {
    var settlings = Settlings(explanation)
    if areNamed { settlings = settlings.ofNamedFacts }
    return words(settlings, holds: Verdict.holds.phrase, fails: Verdict.fails.phrase, style)
  }

  private static func words(_ settlings: Settlings, holds: Phrase, fails: Phrase, _ style: TextStyle)
    -> [String]
  {
    let settlings = settlings.first(Settlings.told)
    let ways = settlings.ways.map { way in
      style.say(
        Phrase.settledBy.with(
          .message((way.verdict == .holds ? holds : fails).message), .message(way.words)))
    }
    return ways.isEmpty || settlings.isWhole ? ways : ways + [style.say(.otherWays)]
  }

  private func together(_ items: [(name: String, ways: [String])]) -> [String] {
    var groups: [(names: [String], ways: [String])] = []
    for item in items where !item.ways.isEmpty {
      let name = style.word(item.name)
      if let known = groups.firstIndex(where: { $0.ways == item.ways }) {
        if !groups[known].names.contains(name) { groups[known].names.append(name) }
      } else {
        groups.append(([name], item.ways))
      }
    }
    return groups.flatMap { group in
      ["      " + style.say(Phrase.wouldSettle.with(.code(group.names.joined(separator: ", "))))]
        + group.ways.map { "        · \($0)" }
    }
  }
}
