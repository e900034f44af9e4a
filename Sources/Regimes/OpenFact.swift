import Measures
import Records

/// Something that is not known, or not exactly, and that a clause asks for.
struct OpenFact: Hashable, Comparable {
  /// What it is about; `nil`: nothing that has a name.
  let subject: GlobalID?
  /// What is asked of it, as data.
  let name: String

  static func < (left: OpenFact, right: OpenFact) -> Bool {
    (left.subject?.full ?? "", left.name) < (right.subject?.full ?? "", right.name)
  }
}

/// A place on the line of quantities: just before a value, or just after it.
struct Cut: Hashable, Comparable {
  let value: Ratio
  let isAfter: Bool

  /// Where the answer of a comparison changes.
  init(_ comparator: Comparator, _ value: Ratio) {
    self.value = value
    isAfter = comparator == .above || comparator == .atMost
  }

  static func < (left: Cut, right: Cut) -> Bool {
    left.value == right.value ? !left.isAfter && right.isAfter : left.value < right.value
  }
}

/// What an open fact may turn out to be, as far as any clause asks.
enum Outcome: Hashable {
  /// The answer to the one question that is asked.
  case answer(Bool)
  /// One of several words.
  case word(String)
  /// A quantity between two cuts.
  case between(Cut?, Cut?)
}

/// What is open, and what the clauses that ask for it tell apart.
enum Openness {
  /// Yes or no.
  case question
  /// One of these words.
  case words(Set<String>)
  /// A quantity with known bounds, cut where clauses compare it.
  case quantity(Bounds<Ratio>, cuts: Set<Cut>)

  /// Everything that it may turn out to be.
  var outcomes: [Outcome] {
    switch self {
    case .question: return [.answer(true), .answer(false)]
    case .words(let words): return words.sorted().map { .word($0) }
    case .quantity(let bounds, let cuts):
      let inside = cuts.sorted().filter { cut in
        // Nothing lies before the low bound, or after the high one.
        (cut.isAfter ? bounds.low <= cut.value : bounds.low < cut.value)
          && (bounds.high.map { cut.isAfter ? cut.value < $0 : cut.value <= $0 } ?? true)
      }
      let ends: [Cut?] = [nil] + inside + [nil]
      return zip(ends, ends.dropFirst()).map { .between($0, $1) }
    }
  }

  /// Both, as two clauses ask for it.
  func joined(_ other: Openness) -> Openness {
    switch (self, other) {
    case (.words(let own), .words(let others)): .words(own.union(others))
    case (.quantity(let bounds, let own), .quantity(_, let others)): .quantity(bounds, cuts: own.union(others))
    default: self
    }
  }
}
