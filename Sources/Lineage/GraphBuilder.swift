import Measures
import Records

extension ComputeGraph {
  /// The kinds of record that a graph rests on: a record of another kind changes nothing in it.
  package static let kinds: Set<String> = [
    "activity", "artifact", "cluster", "discard", "estimate", "human-break", "independence-claim", "party",
    "same-as",
  ]
}

/// Builds the causal graph from facts.
///
/// INVARIANT: it reads no other record than those of `ComputeGraph.kinds`.
struct GraphBuilder {
  let facts: Facts
  let estimator: Estimator
  let identity: Identity

  /// One activity before it has its place in the order.
  private struct Draft {
    var id: GlobalID
    var records: [Record]
    var isUnknown: Bool
    var links: [DraftLink] = []
  }

  struct DraftLink {
    let source: GlobalID
    let role: String
    let artifact: GlobalID?
    var attributes: [String: String] = [:]
    var isBroken = false
    var isPresumed = false
  }

  private var drafts: [GlobalID: Draft] = [:]
  private var producers: [GlobalID: [GlobalID]] = [:]
  private var problems: [Problem] = []
  private var undated: Set<GlobalID> = []

  init(_ facts: Facts, _ estimator: Estimator) {
    self.facts = facts
    self.estimator = estimator
    identity = Identity(facts)
  }

  mutating func build() throws(Problems) -> (
    activities: [Activity], links: [[Link]], producers: [GlobalID: [Int]]
  ) {
    collect()
    for id in drafts.keys.sorted() { connect(id) }
    undated = PresumedLinks.undated(inputs())
    for link in PresumedLinks.of(inputs(), facts, identity) {
      drafts[link.target]?.links.append(
        DraftLink(source: link.source, role: "presumed", artifact: nil, isPresumed: true))
    }
    let order = try ordered()
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let activities = order.map { activity($0) }
    guard problems.isEmpty else { throw Problems(problems) }
    let links = order.enumerated().map { target, id in
      (drafts[id]?.links ?? []).compactMap { draft -> Link? in
        guard let source = positions[draft.source] else { return nil }
        return Link(
          source: source, role: draft.role, artifact: draft.artifact, attributes: draft.attributes,
          isBroken: draft.isBroken, isPresumed: draft.isPresumed,
          hasSameActor: sameActor(activities[source].actor, activities[target].actor))
      }
    }
    return (activities, links, producers.mapValues { $0.compactMap { positions[$0] }.sorted() })
  }

  private func sameActor(_ a: GlobalID?, _ b: GlobalID?) -> Bool? {
    guard let a, let b else { return nil }
    return a == b
  }

  /// Groups the records of one activity, those that were withdrawn included, and notes what they produce.
  private mutating func collect() {
    for record in facts.records(of: "activity") {
      let isUnknown = record.isWithheld
      let id = identity(record.id)
      if drafts[id] == nil { drafts[id] = Draft(id: id, records: [], isUnknown: false) }
      drafts[id]?.records.append(record)
      if isUnknown { drafts[id]?.isUnknown = true }
      for artifact in record.references("produces") {
        let artifact = identity(artifact)
        if producers[artifact]?.contains(id) != true { producers[artifact, default: []].append(id) }
      }
    }
    // A model that nobody produced has an unknown activity behind it.
    for record in facts.records(of: "artifact") {
      let isModel = record["type"]?.text ?? "model" == "model"
      if isModel, producers[identity(record.id)] == nil { addUnknown(behind: identity(record.id)) }
    }
  }

  /// The activity behind an artifact that nobody recorded: its compute is unknown.
  private mutating func addUnknown(behind artifact: GlobalID) {
    let id = GlobalID(artifact.namespace, "activity", artifact.local + "/unknown")
    drafts[id] = Draft(id: id, records: [], isUnknown: true)
    producers[artifact] = [id]
  }

  private mutating func connect(_ id: GlobalID) {
    guard let draft = drafts[id] else { return }
    var links: [DraftLink] = []
    for record in draft.records {
      for use in record["uses"]?.elements ?? [] {
        let role = use["as"]?.text ?? ""
        let feedback = use["feedback"]?.text.map { ["feedback": $0] } ?? [:]
        switch (use["artifact"]?.reference, use["activity"]?.reference) {
        case (let artifact?, nil):
          let artifact = identity(artifact)
          if isHuman(artifact) { continue }
          if producers[artifact] == nil { addUnknown(behind: artifact) }
          let isBroken = isCut(artifact, id)
          for producer in producers[artifact] ?? [] {
            links.append(
              DraftLink(
                source: producer, role: confirmed(role, producer), artifact: artifact, attributes: feedback,
                isBroken: isBroken))
          }
        case (nil, let activity?):
          let source = identity(activity)
          links.append(
            DraftLink(source: source, role: confirmed(role, source), artifact: nil, attributes: feedback))
        default:
          problems.append(
            Problem(
              .contradiction, at: record.mark, field: "uses",
              rule: Phrase.oneOfFields.with(.code("artifact, activity")), remedy: Phrase.rewriteIt.message))
        }
      }
    }
    drafts[id]?.links = links
  }

  private func speaks(_ claim: Record, for activity: GlobalID) -> Bool {
    Claimants.speaks(claim, for: activity, drafts[activity]?.records ?? [], facts, identity)
  }

  /// Whether people made it without computation. A model, or what a recorded activity produces, is not such.
  private func isHuman(_ artifact: GlobalID) -> Bool {
    guard let record = facts[artifact], record["origin"]?.text == "human" else { return false }
    return record["type"]?.text ?? "model" != "model" && producers[artifact] == nil
  }

  /// Whether a person other than its author has reviewed a human break on this link.
  private func isCut(_ artifact: GlobalID, _ activity: GlobalID) -> Bool {
    facts.records(of: "human-break").contains { claim in
      claim.references("artifact").contains { identity($0) == artifact }
        && claim.references("activity").contains { identity($0) == activity }
        && PresumedLinks.isReviewed(claim) && speaks(claim, for: activity)
    }
  }

  /// A trial counts as discarded by a person only if that decision is on record (A07), by somebody who may say so.
  private func confirmed(_ role: String, _ trial: GlobalID) -> String {
    guard role == "discarded-by-human" else { return role }
    let isDecided = facts.records(of: "discard").contains { claim in
      !claim.isWithheld && claim.references("trials").map(identity.callAsFunction).contains(trial)
        && speaks(claim, for: trial)
    }
    return isDecided ? role : "discarded-automatically"
  }

  private func inputs() -> [GlobalID: (records: [Record], related: Set<GlobalID>)] {
    drafts.mapValues { ($0.records, Set($0.links.map(\.source))) }
  }

  /// Sources first; among equals by id.
  /// - Throws: the cycle, as a path.
  private func ordered() throws(Problems) -> [GlobalID] {
    var order: [GlobalID] = []
    var state: [GlobalID: Bool] = [:]  // false: on the path; true: placed
    for root in drafts.keys.sorted() where state[root] == nil {
      var path: [(id: GlobalID, next: Int)] = [(root, 0)]
      state[root] = false
      while let top = path.last {
        let links = drafts[top.id]?.links ?? []
        guard top.next < links.count else {
          state[top.id] = true
          order.append(top.id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let source = links[top.next].source
        guard drafts[source] != nil else { continue }
        if state[source] == false { throw cycle(path.map(\.id), closing: source) }
        if state[source] == nil {
          state[source] = false
          path.append((source, 0))
        }
      }
    }
    return order
  }

  private func cycle(_ path: [GlobalID], closing: GlobalID) -> Problems {
    let start = path.firstIndex(of: closing) ?? 0
    let names = (path[start...] + [closing]).reversed().map(\.description).joined(separator: " → ")
    return Problems([
      Problem(
        .cycle, at: drafts[closing]?.records.first?.mark, field: "uses",
        rule: Phrase.cycle.with(.code(names)),
        remedy: Phrase.newArtifact.message)
    ])
  }
}

extension GraphBuilder {
  /// The activity with its estimates worked out.
  private mutating func activity(_ id: GlobalID) -> Activity {
    let draft = drafts[id]
    let records = draft?.records ?? []
    func first<T>(_ read: (Record) -> T?) -> T? { records.lazy.compactMap(read).first }
    // Joined activities with two actors have none that is known.
    let actors = Set(records.compactMap { $0["by"]?.reference }.map(identity.callAsFunction))
    let actor = actors.count == 1 ? actors.first : nil
    let from = first { $0["from"]?.moment }
    let to = first { $0["to"]?.moment }
    // An estimate that is withheld may lie anywhere.
    var isHidden = false
    var said = estimates(records, field: "compute", actor: actor)
    for record in records {
      let others = facts.records(of: "estimate", mentioning: record.id)
      if others.contains(where: \.isWithheld) { isHidden = true }
      said += estimates(others, field: "compute", actor: actor, custodians: custodians(records))
    }
    return Activity(
      id: id, kind: first { $0["kind"]?.text } ?? "unknown", actor: actor, from: from, to: to,
      state: state(first { $0["state"]?.text }, from, to), estimates: said,
      budget: estimates(records, field: "budget", actor: actor),
      isUndated: undated.contains(id), isStatedRunning: records.contains { $0["state"]?.text == "running" },
      isUnknown: records.isEmpty || isHidden || (draft?.isUnknown ?? false),
      usesAreComplete: !records.isEmpty && records.allSatisfy { $0.isComplete("uses") && !$0.isWithheld },
      records: records.map(\.id).sorted())
  }

  private func state(_ stated: String?, _ from: Moment?, _ to: Moment?) -> Activity.State {
    if let stated = stated.flatMap(Activity.State.init) {
      // What was recorded as done was running while the as-of date fell into it.
      guard stated == .done, let to, facts.asOf < to.last else { return stated }
    }
    if let from, facts.asOf < from.first { return .planned }
    if let to, facts.asOf < to.last { return .running }
    return .done
  }

  private func custodians(_ records: [Record]) -> Set<GlobalID> {
    let clusters = records.flatMap { $0.references("clusters") }.compactMap { facts[$0] }
    return Set((records + clusters).flatMap { $0.references("custodian") }.map(identity.callAsFunction))
  }

  private mutating func estimates(
    _ records: [Record], field: String, actor: GlobalID?, custodians: Set<GlobalID> = []
  ) -> [Estimate] {
    var result: [Estimate] = []
    for record in records {
      for (index, fields) in (record[field]?.elements ?? []).enumerated() {
        do {
          result.append(
            Estimate(
              method: fields["method"]?.text.flatMap(Estimate.Method.init) ?? .reported,
              book: fields["book"]?.text.flatMap(Estimate.Book.init) ?? .approximation,
              bounds: try estimator.bounds(fields), record: record.id,
              standing: standing(record, actor, custodians), source: fields["source"]?.text))
        } catch {
          problems.append(
            error.problem(at: record.mark, field: "\(field)[\(index)]", method: fields["method"]?.text))
        }
      }
    }
    return result
  }

  /// The actor, its custodian, an evaluator with access and an authority are closer than anybody else.
  private func standing(_ record: Record, _ actor: GlobalID?, _ custodians: Set<GlobalID>)
    -> Estimate.Standing
  {
    guard record.issuer != RecordReader.publicNamespace else { return .thirdParty }
    let issuer = identity(GlobalID(record.issuer, "party", record.issuer))
    if issuer == actor { return .actor }
    if custodians.contains(issuer) { return .custodian }
    if Authority.isAuthority(record.issuer, facts) { return .authority }
    let hadAccess = record["with-access"] == .flag(true) && Authority.holds("evaluator", record.issuer, facts)
    return hadAccess ? .evaluator : .thirdParty
  }
}

extension Estimator.Failure {
  func problem(at mark: Mark, field: String, method: String?) -> Problem {
    let (code, rule, remedy): (Problem.Code, Message, Message) =
      switch self {
      case .needs(let fields):
        (
          .missingField, Phrase.needsFields.with(.code(method ?? "?"), .code(fields)),
          Phrase.recordIt.message
        )
      case .utilisation(let value):
        (.contradiction, Phrase.badUtilisation.with(.code(value)), Phrase.checkPrecision.message)
      case .unknownChip(let chip):
        (.unknownWord, Phrase.unknownChip.with(.code(chip)), Phrase.statePeak.message)
      case .noPeak(let chip, let precision):
        (.unknownWord, Phrase.noPeak.with(.code(chip), .code(precision)), Phrase.statePeak.message)
      case .measure(let error) where error.code == .overflow:
        (.overflow, Phrase.overflow.with(.code(error.subject)), Phrase.checkExponent.message)
      case .measure(let error):
        (.contradiction, Phrase.unorderedBounds.with(.code(error.subject)), Phrase.rewriteIt.message)
      }
    return Problem(code, at: mark, field: field, rule: rule, remedy: remedy)
  }
}
