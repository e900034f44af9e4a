package import Measures
package import Regimes

/// What would settle what nothing decides, for people. What the same findings settle stands together.
package struct SettlingWays {
  /// Classes or duties, and the ways in which they are settled.
  package struct Group {
    package var names: [String]
    package let ways: [String]
  }

  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// The ways for the open classes and duties of a determination.
  package func groups(_ determination: Determination) -> [Group] {
    let classes = determination.classes.filter { $0.verdict == .cannotBeExcluded }.map {
      ($0.name.name, ways(of: $0.because))
    }
    let duties = determination.obligations.compactMap { item in
      item.settlings.map { (item.duty.duty, ways($0, holds: .dutyOwed, fails: .dutyNotOwed)) }
    }
    return together(classes) + together(duties)
  }

  /// The ways of settling one explanation.
  /// - Parameter areNamed: whether only those count that ask for facts with a name of their own.
  package func ways(of explanation: Explanation, areNamed: Bool = false) -> [String] {
    var settlings = Settlings(explanation)
    if areNamed { settlings = settlings.ofNamedFacts }
    return ways(settlings, holds: Verdict.holds.label, fails: Verdict.fails.label)
  }

  private func ways(_ settlings: Settlings, holds: Phrase, fails: Phrase) -> [String] {
    let settlings = settlings.first(Settlings.told)
    let ways = settlings.ways.map { way in
      Phrase.settledBy.with(
        .message((way.verdict == .holds ? holds : fails).message), .message(way.words)
      ).text(language)
    }
    return ways.isEmpty || settlings.isWhole ? ways : ways + [Phrase.otherWays.message.text(language)]
  }

  private func together(_ items: [(name: String, ways: [String])]) -> [Group] {
    var groups: [Group] = []
    for item in items where !item.ways.isEmpty {
      let name = Words.label(item.name, language)
      if let known = groups.firstIndex(where: { $0.ways == item.ways }) {
        if !groups[known].names.contains(name) { groups[known].names.append(name) }
      } else {
        groups.append(Group(names: [name], ways: item.ways))
      }
    }
    return groups
  }
}
