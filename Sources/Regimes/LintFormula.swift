import Measures

/// What a condition asks of facts that are independent of each other, as if each were known exactly.
///
/// Less is known in life, and then less holds: a formula that no facts satisfy stands for a condition that never holds.
indirect enum Formula {
  /// Something is so or is not.
  case fact(Matter)
  /// Of several words of which one is so, this one.
  case word(Matter, String)
  /// A quantity lies before a place on its line.
  case before(Matter, Cut)
  case all([Formula])
  case any([Formula])
  case not(Formula)

  static var always: Formula { .all([]) }

  /// What is asked: a text of our own, or a clause of the pack and where it stands.
  enum Matter: Hashable {
    case named(String)
    case clause(Condition, Place)
  }

  /// Of what a clause is asked: the same clause of something else is another.
  struct Place: Hashable {
    let pack: String
    let subject: String
    let names: [String: String]
  }

  /// Whether some facts satisfy it. After too many steps nothing is said against it.
  var mayHold: Bool {
    var search = Search()
    return search.satisfies([(self, true)], Facts()) || search.steps <= 0
  }
}

extension Formula {
  /// What is supposed so far.
  private struct Facts {
    var truths: [Matter: Bool] = [:]
    var words: [Matter: (is: String?, not: Set<String>)] = [:]
    var spans: [Matter: (from: Cut, to: Cut?)] = [:]

    /// Supposes one thing more; `false`: it contradicts the rest.
    mutating func suppose(_ formula: Formula, _ isSo: Bool) -> Bool {
      switch formula {
      case .fact(let matter):
        let known = truths[matter] ?? isSo
        truths[matter] = known
        return known == isSo
      case .word(let matter, let word):
        var known = words[matter] ?? (nil, [])
        if isSo {
          guard known.is == nil || known.is == word, !known.not.contains(word) else { return false }
          known.is = word
        } else {
          guard known.is != word else { return false }
          known.not.insert(word)
        }
        words[matter] = known
        return true
      case .before(let matter, let cut):
        // No quantity is below zero.
        var span = spans[matter] ?? (Cut(.zero, isAfter: false), nil)
        if isSo { span.to = span.to.map { min($0, cut) } ?? cut } else { span.from = max(span.from, cut) }
        spans[matter] = span
        return span.to.map { span.from < $0 } ?? true
      case .all, .any, .not: return true
      }
    }
  }

  private struct Search {
    var steps = 20_000

    /// Whether everything that is asked can be so at once: what leaves no choice first, then one choice after another.
    mutating func satisfies(_ asked: [(Formula, Bool)], _ facts: Facts) -> Bool {
      var (open, facts) = (asked, facts)
      var choices: [([Formula], Bool)] = []
      while let (formula, isSo) = open.popLast() {
        steps -= 1
        guard steps > 0 else { return false }
        switch (formula, isSo) {
        case (.not(let part), _): open.append((part, !isSo))
        case (.all(let parts), true), (.any(let parts), false): open += parts.map { ($0, isSo) }
        case (.all(let parts), false), (.any(let parts), true):
          if parts.isEmpty { return false }
          if parts.count == 1 { open.append((parts[0], isSo)) } else { choices.append((parts, isSo)) }
        default: guard facts.suppose(formula, isSo) else { return false }
        }
      }
      guard let (parts, isSo) = choices.popLast() else { return true }
      let rest = choices.map { (isSo: $0.1, parts: $0.0) }.map { choice -> (Formula, Bool) in
        (choice.isSo ? .any(choice.parts) : .all(choice.parts), choice.isSo)
      }
      for part in parts where satisfies(rest + [(part, isSo)], facts) { return true }
      return false
    }
  }
}
