public import Measures
public import Records

/// The causal graph of computations at one as-of date: activities in an order in which everything that
/// enters one comes before it, and the links between them (Annex A; R125).
public struct ComputeGraph: Sendable {
  /// The as-of date.
  public let asOf: Instant
  /// The day from which activities are planned, running or done: the as-of date, or an earlier one from which that date is
  /// foreseen. What is planned then is planned still, with its budget.
  package let today: Instant
  /// The activities, sources first.
  public let activities: [Activity]
  /// For each activity, what enters it.
  public let links: [[Link]]
  /// For each artifact, the positions of the activities that produce it.
  public let producers: [GlobalID: [Int]]
  /// For each artifact those of them that only say of themselves that they produce it: it is another's.
  let strangers: [GlobalID: Set<Int>]
  /// Computations, side by side, that may be the same as those of the other side, and count beside them.
  let doubles: [[Set<Int>]]
  /// Which names are one thing.
  package let identity: Identity

  /// Where an activity stands.
  public let positions: [GlobalID: Int]
  /// Totals that somebody published for an artifact, own and earlier compute together.
  let reportedTotals: [GlobalID: [Quantity]]
  /// What the whole graph shows: names that look alike, public figures that a dossier contradicts.
  public let findings: [Finding]

  /// Builds the graph of `facts`.
  /// - Throws: ``Problems``: estimates that cannot be worked out, links that lead nowhere, cycles.
  public init(_ facts: Facts, estimator: Estimator, places: Places) throws(Problems) {
    try self.init(facts, estimator: estimator, places: places, foreseenFrom: facts.asOf)
  }

  /// Builds the graph of `facts` as they are foreseen from an earlier day.
  package init(_ facts: Facts, estimator: Estimator, places: Places, foreseenFrom today: Instant)
    throws(Problems)
  {
    var builder = GraphBuilder(facts, estimator, places, today: today)
    let graph = try builder.build()
    asOf = facts.asOf
    self.today = today
    activities = graph.activities
    links = graph.links
    producers = graph.producers
    strangers = graph.strangers
    identity = builder.identity
    var positions: [GlobalID: Int] = [:]
    for (position, activity) in activities.enumerated() {
      positions[activity.id] = position
      for record in activity.records { positions[record] = position }
    }
    self.positions = positions
    doubles = builder.identity.doubles.map { sides in
      sides.map { Set($0.compactMap { positions[$0] }) }
    }
    var totals: [GlobalID: [Quantity]] = [:]
    for record in facts.records(of: "artifact") {
      if let total = record["reported-total"]?.quantity {
        totals[builder.identity(record.id), default: []].append(total)
      }
    }
    reportedTotals = totals
    findings =
      GraphFindings.lookAlikes(facts, builder.identity)
      + GraphFindings.differencesFromPublic(graph.activities)
      + GraphFindings.contradictions(facts, graph.activities, builder.identity)
  }

  /// The positions behind a model or an activity: its producers, or itself.
  public func sources(of id: GlobalID) -> [Int] {
    if id.kind == "activity" { return positions[identity(id)].map { [$0] } ?? [] }
    return producers[identity(id)] ?? []
  }

  /// Those of them that whoever the model belongs to recorded.
  package func ownSources(of id: GlobalID) -> [Int] {
    guard id.kind != "activity", let strangers = strangers[identity(id)] else { return sources(of: id) }
    return sources(of: id).filter { !strangers.contains($0) }
  }

  /// Whether a join may count something twice.
  package var mayDouble: Bool { !doubles.isEmpty || identity.hasHalves }

  /// Whether anybody says to have produced what is another's.
  package var hasStrangers: Bool { !strangers.isEmpty }
}
