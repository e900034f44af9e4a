/// Why a condition has its verdict, clause by clause, down to facts.
public struct Explanation: Hashable, Sendable {
  /// The verdict of this clause.
  public var verdict: Verdict
  /// What the clause asks, in words.
  public var clause: Message
  /// What the clause asks, as data: the same text in every language.
  public var code: String
  /// Where the rule stands, if the clause is an article or a parameter of one.
  public var citation: Citation?
  /// The facts that were used.
  public var facts: [FactUse]
  /// The clauses below.
  public var parts: [Explanation]

  /// Creates an explanation.
  public init(
    _ verdict: Verdict, _ clause: Message, code: String, citation: Citation? = nil, facts: [FactUse] = [],
    parts: [Explanation] = []
  ) {
    self.verdict = verdict
    self.clause = clause
    self.code = code
    self.citation = citation
    self.facts = facts
    self.parts = parts
  }

  /// Every fact used here or below.
  public var allFacts: Set<FactUse> {
    parts.reduce(into: Set(facts)) { $0.formUnion($1.allFacts) }
  }

  /// The same explanation with each fact marked by `isDecisive`.
  public func marked(_ isDecisive: (FactUse) -> Bool) -> Explanation {
    var copy = self
    copy.facts = facts.map { fact in
      var fact = fact
      fact.isDecisive = isDecisive(fact)
      return fact
    }
    copy.parts = parts.map { $0.marked(isDecisive) }
    return copy
  }
}

/// One recorded fact as a clause used it.
public struct FactUse: Hashable, Sendable {
  /// The global id of the record.
  public var id: String
  /// Its revision.
  public var revision: Int
  /// What it says about the question, as data.
  public var value: String
  /// Where it comes from, as its author stated.
  public var source: String?
  /// Whether the verdict of the article would change without it; `nil` when nobody asked.
  public var isDecisive: Bool?

  /// Creates a use of a fact.
  public init(id: String, revision: Int, value: String, source: String? = nil) {
    self.id = id
    self.revision = revision
    self.value = value
    self.source = source
  }
}

/// Something that a reader of the figures must know: estimates that diverge, a name that nobody
/// joined, a bound that crosses a threshold.
public struct Finding: Hashable, Sendable {
  /// The stable code, in kebab-case.
  public var code: String
  /// What was found, in words.
  public var message: Message
  /// The records that it is about.
  public var about: [String]
  /// The rule that makes it a finding.
  public var citation: Citation?

  /// Creates a finding.
  public init(_ code: String, _ message: Message, about: [String], citation: Citation? = nil) {
    self.code = code
    self.message = message
    self.about = about
    self.citation = citation
  }
}
