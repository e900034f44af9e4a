public import Measures
public import Records

/// The compute behind one model, run or output under one convention.
public struct Account: Hashable, Sendable {
  /// One activity behind the subject: its own compute and whether it counts.
  public struct Entry: Hashable, Sendable {
    /// The activity.
    public let activity: GlobalID
    /// Its kind.
    public let kind: String
    /// Its own compute up to the as-of date.
    public let own: Bounds<UInt128>
    /// Its own compute at completion.
    public let ownAtCompletion: Bounds<UInt128>
    /// Whether it counts.
    public let counts: Bool
    /// Why, or why not.
    public let because: Reason
    /// Its estimates.
    public let estimates: [Estimate]
  }

  /// The subject.
  public let subject: GlobalID
  /// The convention.
  public let convention: String
  /// What is done up to the as-of date.
  public let toDate: Bounds<UInt128>
  /// What it will be when everything planned or running is finished.
  public let atCompletion: Bounds<UInt128>
  /// The sum of the best values that are known.
  public let knownSum: UInt128
  /// The sum of the ground truth, if every counted activity has one.
  public let groundTruth: UInt128?
  /// The sum of the approximations, if every counted activity has one.
  public let approximation: UInt128?
  /// The share of the total that rests on presumed links alone.
  public let presumedShare: Ratio
  /// Every activity behind the subject: those that count, largest first, then those that do not.
  public let entries: [Entry]
  /// What a reader of the figures must know.
  public let findings: [Finding]
  /// The codes of the findings: all of them, also in a brief account.
  public let codes: Set<String>
}

/// Computes accounts: totals over the set of ancestors, each once (A10).
///
/// Not shared between tasks: it keeps its working memory from one question to the next.
public final class Accountant {
  /// The graph.
  public let graph: ComputeGraph
  /// The convention.
  public let convention: CountingConvention

  /// The own compute of each activity, where it was asked.
  private var known: [OwnCompute?]
  /// Whether the own compute of each activity counts.
  private let isCounted: [Bool]
  /// What the convention follows, and what it would without presumed links, where it was asked. Not `lazy`: that would
  /// copy the working memory at each question.
  private var followed: AncestorQuery?
  private var declared: AncestorQuery?
  private var owned: AncestorQuery?
  private var single: AncestorQuery?
  /// The figures of all, where many are asked for: nothing where some total leaves 128 bits.
  private lazy var table = AccountTable(self)

  /// What a reader must know of each activity, where it was asked.
  var stated: [[Finding]?]
  /// For each activity and each other name that findings of the whole graph are about, which of them.
  lazy var concerned = Concerned(graph)

  /// The roles in which weights enter.
  package static let baseRoles: Set<String> = ["base-weights", "merged", "adapter-of", "quantized-from"]

  /// Prepares to count under `convention`.
  public init(_ graph: ComputeGraph, _ convention: CountingConvention) {
    self.graph = graph
    self.convention = convention
    known = Array(repeating: nil, count: graph.activities.count)
    stated = Array(repeating: nil, count: graph.activities.count)
    // What is unknown counts.
    isCounted = graph.activities.map { activity in
      activity.kinds.contains { $0 == "unknown" || convention.kinds.contains($0) }
    }
  }

  /// The own compute of an activity under the convention.
  func own(_ position: Int) -> OwnCompute {
    if let made = known[position] { return made }
    let made = OwnCompute(graph.activities[position], convention, asOf: graph.asOf)
    known[position] = made
    return made
  }

  /// Whether presumed links are followed.
  var followsPresumed: Bool { convention.presumesDependence && convention.flags.contains("presumed") }

  /// Whether the link is followed, and if not, why.
  func refusal(of link: Link, presumed: Bool = true) -> Reason? {
    if link.isPresumed {
      return presumed && followsPresumed ? nil : Reason("presumed-not-counted", Phrase.notPresumed.message)
    }
    if link.role == Link.sameAs { return nil }
    if convention.exceptRoles.contains(link.role) || !convention.roles.contains(link.role) {
      return Reason("role-not-counted", Phrase.roleNotCounted.with(.word(link.role)))
    }
    for (attribute, value) in convention.requirements[link.role] ?? [:]
    where link.attributes[attribute] != value {
      return Reason(
        "attribute-needed", Phrase.attributeNeeded.with(.word(link.role), .word(attribute), .word(value)))
    }
    if convention.stopsAtHumanBreak, link.isBroken { return Reason("human-break", Phrase.humanBreak.message) }
    if convention.sameActorOnly, link.hasSameActor == false {
      return Reason("other-actor", Phrase.otherActor.message)
    }
    if link.hasSameActor == false, Self.baseRoles.contains(link.role),
      !convention.flags.contains("third-party-base")
    {
      return Reason("third-party-base", Phrase.thirdPartyBase.message)
    }
    return nil
  }

  /// Whether the own compute of an activity counts.
  package func counts(_ position: Int) -> Bool { isCounted[position] }

  /// The positions that are reached from `sources` by the links that are followed, the sources included,
  /// ascending.
  public func ancestors(of sources: [Int]) -> [Int] {
    if followed == nil { followed = AncestorQuery(followedGraph(presumed: true)) }
    return (followed?.ancestors(of: sources) ?? []).map(Int.init)
  }

  /// Those that would be reached without presumed links.
  private func declared(behind sources: [Int]) -> [Int] {
    if declared == nil { declared = AncestorQuery(followedGraph(presumed: false)) }
    return (declared?.ancestors(of: sources) ?? []).map(Int.init)
  }

  /// The same without what strangers say to have put in.
  package func ownAncestors(of sources: [Int]) -> [Int] {
    if owned == nil { owned = AncestorQuery(followedGraph(presumed: true, strangers: false)) }
    return (owned?.ancestors(of: sources) ?? []).map(Int.init)
  }

  /// Those of them that no join counts twice: without what enters by a join that one side alone says, and of computations
  /// that may be one only the larger.
  package func singleAncestors(of sources: [Int]) -> [Int] {
    if single == nil {
      single = AncestorQuery(followedGraph(presumed: true, strangers: false, joins: false))
    }
    let all = (single?.ancestors(of: sources) ?? []).map { Int($0) }
    let reached = Set(all)
    var doubled: Set<Int> = []
    for sides in graph.doubles {
      let lows = sides.map { side in (try? sum(side.filter(reached.contains)))?.low ?? 0 }
      guard let least = lows.indices.min(by: { lows[$0] < lows[$1] }) else { continue }
      doubled.formUnion(sides[least])
    }
    return all.filter { !doubled.contains($0) }
  }

  /// Those of `positions` that are not among `others`, both ascending.
  package static func lacking(_ positions: [Int], _ others: [Int]) -> [Int] {
    var next = 0
    return positions.filter { position in
      while next < others.count, others[next] < position { next += 1 }
      return next == others.count || others[next] != position
    }
  }

  /// The links that are followed, each source once.
  func followedGraph(presumed: Bool, strangers: Bool = true, joins: Bool = true) -> AncestorGraph {
    var offsets: [UInt32] = [0]
    var parents: [UInt32] = []
    for links in graph.links {
      var sources = links.filter {
        (strangers || !$0.isByStranger) && (joins || $0.role != Link.sameAs)
          && refusal(of: $0, presumed: presumed) == nil
      }.map { UInt32($0.source) }
      if sources.count > 1 { sources = Set(sources).sorted() }
      parents += sources
      offsets.append(UInt32(parents.count))
    }
    return AncestorGraph(trusting: offsets, parents)
  }

  /// The sum of the own compute of `positions`, at completion or to date.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func sum(_ positions: some Sequence<Int>, atCompletion: Bool = true) throws(MeasureError) -> Bounds<
    UInt128
  > {
    var total = Bounds<UInt128>.zero
    for position in positions where counts(position) {
      total = try total.adding(atCompletion ? own(position).atCompletion : own(position).toDate)
    }
    return total
  }

  /// The projected total of a model or run; nothing known if nothing is recorded of it.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func total(of id: GlobalID) throws(MeasureError) -> Bounds<UInt128> {
    let sources = graph.sources(of: id)
    return sources.isEmpty ? .unknown : try sum(ancestors(of: sources))
  }

  /// The account of a model or run: whole, or `brief`, for a table of many, without entries and with no more of the
  /// findings than their codes.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func account(of id: GlobalID, brief: Bool = false) throws(MeasureError) -> Account {
    if brief, let table { return try table.account(of: id, self) }
    let sources = graph.sources(of: id)
    let counted = ancestors(of: sources)
    let members = counted.filter(counts)
    let toDate = sources.isEmpty ? .unknown : try sum(members, atCompletion: false)
    var knownSum: UInt128 = 0
    var truth: UInt128? = members.isEmpty ? nil : 0
    var approximation = truth
    for position in members {
      let own = own(position)
      knownSum = try knownSum.adding(own.toDate.best ?? 0)
      truth = try Self.sum(truth, own.groundTruth)
      approximation = try Self.sum(approximation, own.approximation)
    }
    let findings = findings(members, id, toDate)
    return Account(
      subject: id, convention: convention.name, toDate: toDate,
      atCompletion: sources.isEmpty ? .unknown : try sum(members), knownSum: knownSum,
      groundTruth: truth, approximation: approximation, presumedShare: try presumedShare(sources, members),
      entries: brief ? [] : entries(sources, Set(counted)),
      findings: findings, codes: Set(findings.map(\.code)))
  }

  private static func sum(_ total: UInt128?, _ value: UInt128?) throws(MeasureError) -> UInt128? {
    guard let total, let value else { return nil }
    return try total.adding(value)
  }

  /// How much of the total would be missing without presumed links, by best values (by low bounds where
  /// there is no best).
  private func presumedShare(_ sources: [Int], _ members: [Int]) throws(MeasureError) -> Ratio {
    guard followsPresumed else { return .zero }
    func weight(_ positions: [Int]) throws(MeasureError) -> UInt128 {
      var sum: UInt128 = 0
      for position in positions {
        let own = own(position).toDate
        sum = try sum.adding(own.best ?? own.low)
      }
      return sum
    }
    let whole = try weight(members)
    guard whole > 0 else { return .zero }
    return try Ratio(
      weight(Self.lacking(members, declared(behind: sources))), over: whole)
  }

  private func entries(_ sources: [Int], _ counted: Set<Int>) -> [Account.Entry] {
    let reasons = reasons(sources, counted)
    return reasons.map { position, because in
      let activity = graph.activities[position]
      return Account.Entry(
        activity: activity.id, kind: activity.kind, own: own(position).toDate,
        ownAtCompletion: own(position).atCompletion, counts: counted.contains(position) && counts(position),
        because: because, estimates: activity.estimates)
    }.sorted { left, right in
      if left.counts != right.counts { return left.counts }
      // What is planned counts: a plan that dwarfs what was done comes first.
      let (a, b) = (
        left.ownAtCompletion.best ?? left.ownAtCompletion.low,
        right.ownAtCompletion.best ?? right.ownAtCompletion.low
      )
      return a == b ? left.activity < right.activity : a > b
    }
  }

  /// For every activity that any link reaches: how it came to count, or what kept it out.
  private func reasons(_ sources: [Int], _ counted: Set<Int>) -> [Int: Reason] {
    var reasons: [Int: Reason] = [:]
    for source in sources { reasons[source] = Reason("produces-subject", Phrase.producesSubject.message) }
    // First along the links that are followed, then along the others.
    var queue = sources
    var index = 0
    while index < queue.count {
      let position = queue[index]
      index += 1
      for link in graph.links[position] where reasons[link.source] == nil && refusal(of: link) == nil {
        reasons[link.source] = entered(link, graph.activities[position])
        queue.append(link.source)
      }
    }
    for position in queue where !counts(position) {
      reasons[position] = Reason(
        "kind-not-counted", Phrase.kindNotCounted.with(.word(graph.activities[position].kind)))
    }
    index = 0
    while index < queue.count {
      let position = queue[index]
      index += 1
      for link in graph.links[position] where reasons[link.source] == nil {
        let behind = Phrase.behindUncounted.with(.code(graph.activities[position].id.description))
        reasons[link.source] = refusal(of: link) ?? Reason("behind-uncounted", behind)
        queue.append(link.source)
      }
    }
    return reasons
  }

  private func entered(_ link: Link, _ target: Activity) -> Reason {
    if link.isPresumed { return Reason("presumed", Phrase.presumedInto.with(.code(target.id.description))) }
    let via = link.artifact?.description ?? graph.activities[link.source].id.description
    return Reason(
      link.role, Phrase.enteredAs.with(.word(link.role), .code(via), .code(target.id.description)))
  }
}
