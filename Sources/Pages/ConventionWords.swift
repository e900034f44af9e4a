package import Lineage
package import Measures
package import Regimes

/// How a convention counts, in words.
package struct ConventionWords {
  private let convention: CountingConvention
  private let pack: RegimePack
  private let words: PageWords

  package init(_ convention: CountingConvention, _ pack: RegimePack, _ language: Language) {
    (self.convention, self.pack, words) = (convention, pack, PageWords(language))
  }

  /// One line for each thing that it says.
  package var lines: [String] {
    var lines: [String] = []
    func add(_ phrase: Phrase, _ selection: CountingConvention.Selection) {
      switch selection {
      case .all: lines.append(words.say(phrase.with(.message(Phrase.countsAll.message))))
      case .only(let codes) where codes.isEmpty: break
      case .only(let codes): lines.append(words.say(phrase.with(.code(list(codes)))))
      }
    }
    if convention.measures == .trainingCompute {
      add(.countsRoles, convention.roles)
      add(.countsKinds, convention.kinds)
      add(.countsFlags, convention.flags)
    }
    if !convention.exceptRoles.isEmpty {
      lines.append(words.say(Phrase.countsExcept.with(.code(list(convention.exceptRoles)))))
    }
    for (role, asked) in convention.requirements.sorted(by: { $0.key < $1.key }) {
      let asked = asked.sorted { $0.key < $1.key }.map { key, value in
        words.say(Phrase.labelled.with(.word(key), .word(value)))
      }
      lines.append(words.say(Phrase.countsWhere.with(.word(role), .code(words.list(asked)))))
    }
    if convention.sameActorOnly { lines.append(words.say(.countsSameActor)) }
    if convention.stopsAtHumanBreak { lines.append(words.say(.countsBreak)) }
    if let tolerance = pack.conventions[convention.bareName]?.tolerance {
      lines.append(
        words.say(Phrase.countsTolerance.with(.code(RuleWords(pack, words.language).value(tolerance)))))
    }
    for (key, value) in convention.details.sorted(by: { $0.key < $1.key }) {
      let said =
        pack.parameters[value] == nil ? words.word(value) : RuleWords(pack, words.language).value(value)
      lines.append(words.say(Phrase.labelled.with(.word(key), .code(said))))
    }
    return lines
  }

  private func list(_ codes: Set<String>) -> String { words.list(codes.sorted().map(words.word)) }
}
