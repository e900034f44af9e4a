public import Measures
public import Records

/// A regime as data: one dated version of a law, a guidance, a proposal or a developer's own framework.
///
/// It never changes; it stands in every scope and is shared, never copied.
public final class RegimePack: Sendable {
  /// What force a text has.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case law, treaty, guidance, voluntary, proposal, repealed, vetoed
  }

  /// Where and to whom a text applies of itself.
  public struct Nexus: Hashable, Sendable {
    /// The kind of subject that is asked.
    public let appliesTo: SubjectKind
    /// The condition.
    public let when: Condition
    /// Where it stands.
    public let citation: Citation
    /// Where it stands in the file.
    let mark: Mark
  }

  /// Its id.
  public let id: String
  /// Its version: a date, or a label.
  public let version: String
  /// Its title.
  public let title: Bilingual
  /// Its force.
  public let status: Status
  /// The guidance's law.
  public let interprets: String?
  /// The text that took its place, of one that has none any more.
  public let supersededBy: String?
  /// Its place.
  public let jurisdiction: String
  /// From when it is in force, if it has a date.
  public let from: Moment?
  /// Until when.
  public let to: Moment?
  /// Whether only an adoption gives it a date.
  public let needsAdoption: Bool
  /// To whom it applies of itself.
  public let nexus: Nexus?
  /// Packs whose classes and conventions it names.
  public let uses: [String]
  /// Numbers, periods, dates and places of law.
  public let parameters: [String: Parameter]
  /// How it counts.
  public let conventions: [String: CountingConventionSource]
  /// Its tiers.
  public let scales: [Scale]
  /// Its articles.
  public let articles: [Article]
  /// SHA-256 of its file.
  public let digest: String
  /// Where its file names it.
  public let mark: Mark

  /// Its articles by id.
  private let byID: [String: Article]
  /// The articles that are asked of a subject of each kind of record.
  private let asked: [String: [Article]]
  /// What exempts from each article.
  private let exempting: [String: [Article]]
  /// The articles that close each gate.
  private let closing: [Action: [Article]]
  /// The dates that its conditions test, and the ages that acts may have.
  let (testedDates, maxAges): ([String], [String])
  /// The kinds of acts that it looks at, each with the issuers that it wants.
  let asksOfActs: [ActAsked]
  /// The conventions under which its conditions count.
  let countedUnder: [String]

  init(
    id: String, version: String, title: Bilingual, status: Status, interprets: String?,
    supersededBy: String?, jurisdiction: String, from: Moment?, to: Moment?, needsAdoption: Bool,
    nexus: Nexus?, uses: [String],
    parameters: [String: Parameter], conventions: [String: CountingConventionSource], scales: [Scale],
    articles: [Article], digest: String, mark: Mark
  ) {
    (self.id, self.version, self.title, self.status) = (id, version, title, status)
    (self.interprets, self.jurisdiction, self.nexus, self.uses) = (interprets, jurisdiction, nexus, uses)
    self.supersededBy = supersededBy
    (self.from, self.to, self.needsAdoption, self.digest) = (from, to, needsAdoption, digest)
    (self.parameters, self.conventions, self.scales) = (parameters, conventions, scales)
    (self.articles, self.mark) = (articles, mark)
    byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    asked = Dictionary(grouping: articles, by: \.appliesTo.recordKind)
    var exempting: [String: [Article]] = [:]
    var closing: [Action: [Article]] = [:]
    for article in articles {
      for id in Set(article.effects.exempts?.articles ?? []) { exempting[id, default: []].append(article) }
      for action in Set(article.effects.closes?.actions ?? []) {
        closing[action, default: []].append(article)
      }
    }
    (self.exempting, self.closing) = (exempting, closing)
    testedDates = parameters.values.filter { !$0.isContext }.map(\.name).sorted()
    let conditions = articles.flatMap(\.conditions) + scales.flatMap(\.steps).compactMap(\.when)
    maxAges = Set(conditions.flatMap(\.maxAges)).sorted()
    asksOfActs = ActAsked.all(in: conditions, parameters)
    countedUnder = Set(conditions.flatMap(\.leaves).flatMap(\.quantities).compactMap(\.convention)).sorted()
  }

  /// The articles that are asked of a subject of that kind of record.
  public func articles(for recordKind: String) -> [Article] { asked[recordKind] ?? [] }

  /// The articles that may exempt from that one.
  func articles(exempting id: String) -> [Article] { exempting[id] ?? [] }

  /// The articles that close that gate.
  func articles(closing action: Action) -> [Article] { closing[action] ?? [] }

  /// Whether it is in force of itself at `instant`.
  public func isInForce(at instant: Instant) -> Bool {
    !needsAdoption && (from.map { $0.first <= instant } ?? true) && (to.map { instant <= $0.last } ?? true)
  }

  /// Whether it binds of itself, without an adoption, while it is in force. What was repealed did until its last day.
  var bindsOfItself: Bool {
    switch status {
    case .law, .treaty: !needsAdoption
    case .repealed: !needsAdoption && to != nil
    case .guidance, .voluntary, .proposal, .vetoed: false
    }
  }

  /// Whether it is judged unasked. What is voluntary, vetoed or superseded, or was repealed by then, is where somebody
  /// adopted it, or where it is not shown what somebody adopted; else whoever wants to know asks for it by name.
  public func isHeeded(in facts: Facts) -> Bool {
    if status == .repealed, bindsOfItself, isInForce(at: facts.asOf) { return true }
    if ![.voluntary, .repealed, .vetoed].contains(status), supersededBy == nil { return true }
    return facts.records(of: "adoption").contains { isNamed(by: $0) || $0.isWithheld }
  }

  /// Whether an adoption names it.
  func isNamed(by adoption: Record) -> Bool {
    let name = adoption["regime"]?.text
    return name == id || name == "\(id)@\(version)"
  }

  /// The article of that id.
  public func article(_ id: String) -> Article? { byID[id] }
}

extension RegimePack: Hashable {
  /// Whether both are the same bytes.
  public static func == (left: RegimePack, right: RegimePack) -> Bool { left.digest == right.digest }

  /// Hashes the digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// What a question is asked of.
public enum SubjectKind: String, Hashable, Sendable, CaseIterable {
  case model, run, deployment, cluster, party, agent, incident, document

  /// The kind of record that states it.
  public var recordKind: String {
    switch self {
    case .model: "artifact"
    case .run: "activity"
    case .agent: "party"
    default: rawValue
    }
  }
}
