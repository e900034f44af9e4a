/// Why a condition has its verdict, clause by clause, down to facts.
///
/// A value behind one reference: the same explanation stands in many others and is shared, never copied.
public struct Explanation: Sendable {
  private struct Content: Hashable, Sendable {
    var verdict: Verdict
    var clause: Message
    var code: String
    var citation: Citation?
    var facts: [FactUse]
    var parts: [Explanation]
    var join: Join
    var asking: Asking?
  }

  private final class Node: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private var node: Node

  private func with(_ change: (inout Content) -> Void) -> Node {
    var content = node.content
    change(&content)
    return Node(content)
  }

  /// The verdict of this clause.
  public var verdict: Verdict {
    get { node.content.verdict }
    set { node = with { $0.verdict = newValue } }
  }
  /// What the clause asks, in words.
  public var clause: Message {
    get { node.content.clause }
    set { node = with { $0.clause = newValue } }
  }
  /// What the clause asks, as data: the same text in every language.
  public var code: String { node.content.code }
  /// Where the rule stands, if the clause is an article or a parameter of one.
  public var citation: Citation? {
    get { node.content.citation }
    set { node = with { $0.citation = newValue } }
  }
  /// The facts that were used.
  public var facts: [FactUse] {
    get { node.content.facts }
    set { node = with { $0.facts = newValue } }
  }
  /// The clauses below.
  public var parts: [Explanation] {
    get { node.content.parts }
    set { node = with { $0.parts = newValue } }
  }
  /// How the verdict follows from those of the clauses below.
  public var join: Join { node.content.join }
  /// What is open where the clause itself cannot be excluded.
  public var asking: Asking? { node.content.asking }
  /// Whether the clause is about another subject than the one above it. It says nothing of its own.
  package var isElsewhere = false

  /// Creates an explanation of a clause that looks at facts.
  public init(
    _ verdict: Verdict, _ clause: Message, code: String, citation: Citation? = nil, facts: [FactUse] = [],
    parts: [Explanation] = [], asking: Asking? = nil
  ) {
    node = Node(
      Content(
        verdict: verdict, clause: clause, code: code, citation: citation, facts: facts, parts: parts,
        join: .alone, asking: asking))
  }

  /// Creates an explanation of a clause whose verdict follows from those below it.
  public init(
    _ join: Join, _ parts: [Explanation], _ clause: Message, code: String, citation: Citation? = nil,
    facts: [FactUse] = []
  ) {
    node = Node(
      Content(
        verdict: join.verdict(parts.map(\.verdict)) ?? .cannotBeExcluded, clause: clause, code: code,
        citation: citation, facts: facts, parts: parts, join: join))
  }

  /// The same clause, where one more must hold beside all of those below it.
  package func and(_ part: Explanation) -> Explanation {
    Explanation(
      .all, (join == .all && !parts.isEmpty ? parts : [self]) + [part], clause, code: code,
      citation: citation, facts: facts)
  }

  /// Every fact used here or below.
  public var allFacts: Set<FactUse> { Self.facts(of: [self]) }

  /// Every fact used in any of them.
  package static func facts(of explanations: [Explanation]) -> Set<FactUse> {
    var result: Set<FactUse> = []
    var seen: Set<ObjectIdentifier> = []
    for explanation in explanations { explanation.forEachFact({ result.insert($0) }, &seen) }
    return result
  }

  /// Visits every fact used here or below. What stands in several places is visited once.
  package func forEachFact(_ body: (FactUse) -> Void) {
    var seen: Set<ObjectIdentifier> = []
    forEachFact(body, &seen)
  }

  private func forEachFact(_ body: (FactUse) -> Void, _ seen: inout Set<ObjectIdentifier>) {
    let content = node.content
    guard !content.facts.isEmpty || !content.parts.isEmpty, seen.insert(identity).inserted else { return }
    content.facts.forEach(body)
    for part in content.parts { part.forEachFact(body, &seen) }
  }

  /// Whether no more than `limit` records are used here and below, together with `ids`.
  package func uses(noMoreThan limit: Int, with ids: inout Set<String>) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    return uses(noMoreThan: limit, &ids, &seen)
  }

  private func uses(noMoreThan limit: Int, _ ids: inout Set<String>, _ seen: inout Set<ObjectIdentifier>)
    -> Bool
  {
    let content = node.content
    guard seen.insert(identity).inserted else { return true }
    for fact in content.facts where ids.insert(fact.id).inserted && ids.count > limit { return false }
    for part in content.parts where !part.uses(noMoreThan: limit, &ids, &seen) { return false }
    return true
  }

  /// The same for what is one explanation in several places.
  package var identity: ObjectIdentifier { ObjectIdentifier(node) }

  /// What was made of explanations before: what stands in several places is made once and shared again.
  package typealias Made = [ObjectIdentifier: Explanation]

  /// The same explanation with each fact marked by `isDecisive`, `made` so before.
  package func marked(_ made: inout Made, _ isDecisive: (FactUse) -> Bool) -> Explanation {
    rebuilt(&made) { content, made in
      for index in content.facts.indices {
        content.facts[index].isDecisive = isDecisive(content.facts[index])
      }
      content.parts = content.parts.map { $0.marked(&made, isDecisive) }
    }
  }

  /// The same explanation where each clause about another subject is one line: its verdict and the facts that it rests
  /// on, each under the first line that does. So what is said of a long lineage stays as long as what is said of its
  /// last two links. Where even that is long, as for a merge of merges, all is one line.
  package func brief(_ lines: Lines) -> Explanation {
    var (made, told): (Made, Set<FactUse>) = ([:], [])
    let brief = brief(&made, &told, lines)
    guard made.count > Self.longest else { return brief }
    (made, told) = ([:], [])
    return line(&made, &told, lines)
  }

  /// How many clauses with something below them may be told of another subject: more are one line.
  private static let longest = 64

  private func brief(_ made: inout Made, _ told: inout Set<FactUse>, _ lines: Lines) -> Explanation {
    guard !parts.isEmpty else { return self }
    return rebuilt(&made) { content, made in
      content.parts = content.parts.map {
        $0.isElsewhere ? $0.line(&made, &told, lines) : $0.brief(&made, &told, lines)
      }
    }
  }

  private func line(_ made: inout Made, _ told: inout Set<FactUse>, _ lines: Lines) -> Explanation {
    if let known = made[identity] { return known }
    let line = Explanation(
      verdict, Phrase.elsewhere.with(.message(clause)), code: code, citation: citation,
      facts: lines.facts(below: self).filter { told.insert($0).inserted })
    made[identity] = line
    return line
  }

  /// What the lines rest on: what stands below many of them is gone through once.
  package final class Lines {
    /// What was gone through is kept, so that nothing else takes its place.
    private var known: [ObjectIdentifier: (of: Explanation, facts: [FactUse])] = [:]

    /// None yet.
    package init() {}

    fileprivate func facts(below explanation: Explanation) -> [FactUse] {
      if let known = known[explanation.identity] { return known.facts }
      var facts: [FactUse] = []
      var seen: Set<FactUse> = []
      explanation.forEachFact { if seen.insert($0).inserted { facts.append($0) } }
      known[explanation.identity] = (explanation, facts)
      return facts
    }
  }

  private func rebuilt(_ made: inout Made, _ change: (inout Content, inout Made) -> Void) -> Explanation {
    var copy = self
    if let known = made[identity] {
      copy.node = known.node
    } else {
      var content = node.content
      guard !content.facts.isEmpty || !content.parts.isEmpty else { return self }
      change(&content, &made)
      copy.node = Node(content)
      made[identity] = copy
    }
    return copy
  }
}

extension Explanation: Hashable {
  /// Whether both say the same.
  public static func == (left: Explanation, right: Explanation) -> Bool {
    left.node === right.node || left.node.content == right.node.content
  }

  /// Hashes what tells most explanations apart, not all that is below.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(verdict)
    hasher.combine(code)
    hasher.combine(facts.first)
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
  /// The same for people, where it differs.
  public var words: Message?
  /// Where it comes from, as its author stated.
  public var source: String?
  /// Whether the verdict of the article would change without it; `nil` when nobody asked.
  public var isDecisive: Bool?

  /// Creates a use of a fact.
  public init(id: String, revision: Int, value: String, words: Message? = nil, source: String? = nil) {
    self.id = id
    self.revision = revision
    self.value = value
    self.words = words
    self.source = source
  }

  /// What it says about the question, for people.
  public func text(_ language: Language) -> String { words?.text(language) ?? value }

  /// Hashes what tells most uses apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(value)
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
