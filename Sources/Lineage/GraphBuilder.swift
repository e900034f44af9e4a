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
  let places: Places
  /// The day on which activities stand where their dates put them.
  let today: Instant

  /// One activity before it has its place in the order.
  struct Draft {
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
    var isByStranger = false
  }

  private(set) var drafts: [GlobalID: Draft] = [:]
  private var producers: [GlobalID: [GlobalID]] = [:]
  /// Who only says to have produced something that is another's: for each artifact, those activities.
  private var strangers: [GlobalID: Set<GlobalID>] = [:]
  var problems: [Problem] = []
  private(set) var undated: Set<GlobalID> = []
  /// For each activity what it produces of which the owner alone says that it is something else too.
  private var claimed: [GlobalID: [GlobalID]] = [:]

  init(_ facts: Facts, _ estimator: Estimator, _ places: Places, today: Instant) {
    self.facts = facts
    self.today = today
    self.estimator = estimator
    self.places = places
    identity = Identity(facts, places)
  }

  mutating func build() throws(Problems) -> (
    activities: [Activity], links: [[Link]], producers: [GlobalID: [Int]], strangers: [GlobalID: Set<Int>]
  ) {
    collect()
    addUnseenProducers()
    for artifact in identity.claimants(of: "artifact").sorted() {
      for producer in Set(producers[artifact] ?? []) { claimed[producer, default: []].append(artifact) }
    }
    let claims = AcceptedClaims(facts, identity, places) { drafts[$0]?.records ?? [] }
    for id in drafts.keys.sorted() { connect(id, claims) }
    undated = PresumedLinks.undated(inputs())
    for link in PresumedLinks.of(inputs(), facts, identity, places) {
      drafts[link.target]?.links.append(
        DraftLink(source: link.source, role: "presumed", artifact: nil, isPresumed: true))
    }
    let order = ordered()
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let activities = order.map { activity($0) }
    guard problems.isEmpty else { throw Problems(problems) }
    let links = order.enumerated().map { target, id in
      (drafts[id]?.links ?? []).compactMap { draft -> Link? in
        guard let source = positions[draft.source] else { return nil }
        return Link(
          source: source, role: draft.role, artifact: draft.artifact, attributes: draft.attributes,
          isBroken: draft.isBroken, isPresumed: draft.isPresumed, isByStranger: draft.isByStranger,
          hasSameActor: sameActor(activities[source].actor, activities[target].actor))
      }
    }
    return (
      activities, links, producers.mapValues { $0.compactMap { positions[$0] }.sorted() },
      strangers.mapValues { Set($0.compactMap { positions[$0] }) }
    )
  }

  private func sameActor(_ a: GlobalID?, _ b: GlobalID?) -> Bool? {
    guard let a, let b else { return nil }
    switch identity.areSame(a, b) {
    case .holds: return true
    case .fails: return false
    case .cannotBeExcluded: return nil
    }
  }

  /// Groups the records of one activity, those that were withdrawn included, and notes what they produce.
  private mutating func collect() {
    var owned: [GlobalID: Set<GlobalID>] = [:]
    for record in facts.records(of: "activity") {
      let isUnknown = record.isWithheld
      let id = identity(record.id)
      if drafts[id] == nil { drafts[id] = Draft(id: id, records: [], isUnknown: false) }
      drafts[id]?.records.append(record)
      if isUnknown { drafts[id]?.isUnknown = true }
      for name in record.references("produces") {
        let artifact = identity(name)
        if producers[artifact]?.contains(id) != true { producers[artifact, default: []].append(id) }
        if isOwn(name, record) { owned[artifact, default: []].insert(id) }
      }
    }
    for (artifact, all) in producers {
      let others = Set(all).subtracting(owned[artifact] ?? [])
      if !others.isEmpty { strangers[artifact] = others }
    }
    nameTraining()
    // A model that nobody produced has an unknown activity behind it.
    for record in facts.records(of: "artifact") {
      let isModel = record["type"]?.text ?? "model" == "model"
      if isModel, producers[identity(record.id)] == nil { addUnknown(behind: identity(record.id)) }
    }
  }

  /// What gives a model its parameters trains, whatever it is called: another kind, which some rules do not count, is a
  /// mistake. Where it is not known whether a product is a model, a computation that nobody recorded may be behind it.
  private mutating func nameTraining() {
    let known = facts.records(of: "artifact").filter { !$0.isWithheld }
    let models = Set(known.filter { $0["type"]?.text ?? "model" == "model" }.map { identity($0.id) })
    let others = Set(known.map { identity($0.id) }).subtracting(models)
    for record in facts.records(of: "activity") where !record.isWithheld {
      guard let kind = record["kind"]?.text else { continue }
      checkSources(of: record)
      guard !Kinds.trainingKinds.contains(kind) else { continue }
      for name in record.references("produces") where !others.contains(identity(name)) {
        if models.contains(identity(name)) {
          problems.append(
            Problem(
              .contradiction, at: record.mark, field: "kind",
              rule: Phrase.producesModel.with(.code(kind), .code(name.description)),
              remedy: Phrase.nameTraining.with(.code(Self.trainingKinds))))
        } else {
          producers[identity(name), default: []].append(unknownActivity(after: identity(name)))
        }
      }
    }
  }

  /// Weights come from what trains, and what is discarded is a trial.
  private mutating func checkSources(of record: Record) {
    for use in record["uses"]?.elements ?? [] {
      guard let role = use["as"]?.text else { continue }
      let (areWeights, isDiscarded) = (Accountant.baseRoles.contains(role), role.hasPrefix("discarded-"))
      guard areWeights || isDiscarded else { continue }
      let sources =
        use["activity"]?.reference.map { [identity($0)] }
        ?? use["artifact"]?.reference.flatMap { producers[identity($0)] } ?? []
      for source in sources.flatMap({ drafts[$0]?.records ?? [] }) where !source.isWithheld {
        guard let other = source["kind"]?.text,
          areWeights ? !Kinds.trainingKinds.contains(other) : other != "trial"
        else { continue }
        let rule = areWeights ? Phrase.weightsFromNoTraining : Phrase.discardedNoTrial
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "uses",
            rule: rule.with(.code(source.id.description), .code(other)),
            remedy: areWeights
              ? Phrase.nameTraining.with(.code(Self.trainingKinds)) : Phrase.nameTrial.message))
      }
    }
  }

  /// The kinds that train, for people.
  private static let trainingKinds = Kinds.activityKinds.filter(Kinds.trainingKinds.contains).joined(
    separator: ", ")

  /// The activity behind an artifact that nobody recorded: its compute is unknown.
  private mutating func addUnknown(behind artifact: GlobalID) {
    producers[artifact] = [unknownActivity(after: artifact)]
  }

  /// The computation that somebody names as a source: where it is not among the facts, it is unknown what it computed.
  private mutating func source(_ name: GlobalID) -> GlobalID {
    let id = identity(name)
    if drafts[id] == nil { drafts[id] = Draft(id: id, records: [], isUnknown: true) }
    return id
  }

  /// An unknown activity with a name that nobody has given to anything.
  private mutating func unknownActivity(after name: GlobalID) -> GlobalID {
    var id = GlobalID(name.namespace, "activity", name.local + "/unknown")
    while drafts[id] != nil || facts[id] != nil {
      id = GlobalID(id.namespace, id.kind, id.local + "/unknown")
    }
    drafts[id] = Draft(id: id, records: [], isUnknown: true)
    return id
  }

  /// A withheld activity whose head does not say where it belongs (it names no product, serves no model, and nothing
  /// names it) may be behind whatever its issuer made.
  private mutating func addUnseenProducers() {
    for thing in identity.unsureThings.sorted() {
      drafts[thing]?.isUnknown = true
      if thing.kind == "artifact" { producers[thing, default: []].append(unknownActivity(after: thing)) }
    }
    let records = facts.records(of: "activity")
    let hidden = records.filter { $0.isWithheld && $0.references("produces").isEmpty && !$0.isServing }
    guard !hidden.isEmpty else { return }
    let named = Set(records.flatMap { $0["uses"]?.elements ?? [] }.compactMap { $0["activity"]?.reference })
    var behind: [String: GlobalID] = [:]
    for record in hidden where !named.contains(record.id) && behind[record.issuer] == nil {
      behind[record.issuer] = unknownActivity(after: record.id)
    }
    let artifacts = facts.records(of: "artifact").map { ($0.issuer, $0.id) }
    let products = records.flatMap { record in record.references("produces").map { (record.issuer, $0) } }
    for (issuer, artifact) in artifacts + products {
      guard let unknown = behind[issuer], !isHuman(identity(artifact)) else { continue }
      let artifact = identity(artifact)
      if producers[artifact]?.contains(unknown) != true { producers[artifact, default: []].append(unknown) }
    }
  }

  /// What an owner alone says to be the same as something else counts for its own thing: all of the other enters it.
  private mutating func joins(_ id: GlobalID) -> [DraftLink] {
    var links: [DraftLink] = []
    for other in identity.alsoCalled(id).sorted() {
      links.append(DraftLink(source: source(other), role: Link.sameAs, artifact: nil))
    }
    for artifact in claimed[id] ?? [] {
      for other in identity.alsoCalled(artifact).sorted() {
        if producers[other] == nil { addUnknown(behind: other) }
        for producer in producers[other] ?? [] where producer != id {
          links.append(
            DraftLink(
              source: producer, role: Link.sameAs, artifact: other,
              isByStranger: strangers[other]?.contains(producer) == true))
        }
      }
    }
    return links
  }

  private mutating func connect(_ id: GlobalID, _ claims: AcceptedClaims) {
    guard let draft = drafts[id] else { return }
    var links = joins(id)
    for record in draft.records {
      for (index, use) in (record["uses"]?.elements ?? []).enumerated() {
        let role = use["as"]?.text ?? ""
        let feedback = use["feedback"]?.text.map { ["feedback": $0] } ?? [:]
        switch (use["artifact"]?.reference, use["activity"]?.reference) {
        case (let artifact?, nil):
          let artifact = identity(artifact)
          if isHuman(artifact) { continue }
          if producers[artifact] == nil { addUnknown(behind: artifact) }
          let isBroken = claims.isCut(artifact, id)
          for producer in producers[artifact] ?? [] {
            links.append(
              DraftLink(
                source: producer, role: claims.confirmed(role, producer), artifact: artifact,
                attributes: feedback,
                isBroken: isBroken, isByStranger: strangers[artifact]?.contains(producer) == true))
          }
        case (nil, let activity?):
          let source = source(activity)
          links.append(
            DraftLink(
              source: source, role: claims.confirmed(role, source), artifact: nil, attributes: feedback))
        default:
          problems.append(
            Problem(
              .contradiction, at: record.mark, field: "uses[\(index)]",
              rule: Phrase.oneOfFields.with(.code("artifact, activity")), remedy: Phrase.rewriteIt.message))
        }
      }
    }
    drafts[id]?.links = links
  }

  /// Whether people made it without computation. A model, or what a recorded activity produces, is not such.
  private func isHuman(_ artifact: GlobalID) -> Bool {
    guard let record = facts[artifact], record["origin"]?.text == "human" else { return false }
    // Nor is what somebody who may say so joins with something else.
    return record["type"]?.text ?? "model" != "model" && producers[artifact] == nil
      && identity.alsoCalled(artifact).isEmpty
  }

  private func inputs() -> [GlobalID: (records: [Record], related: Set<GlobalID>)] {
    drafts.mapValues { ($0.records, Set($0.links.map(\.source))) }
  }

  /// Sources first; among equals by id. What goes round in a circle is a mistake.
  private mutating func ordered() -> [GlobalID] {
    var isRound = false
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
        if state[source] == false { isRound = true }
        if state[source] == nil {
          state[source] = false
          path.append((source, 0))
        }
      }
    }
    if isRound { problems += cycles() }
    return order
  }

  /// A mistake for each set of activities that all enter each other, with one way round.
  private func cycles() -> [Problem] {
    let ids = drafts.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let sources = ids.map { id in (drafts[id]?.links ?? []).compactMap { places[$0.source] } }
    return Cycles.of(sources).map { cycle in
      // Told from what enters to what it enters.
      let names = cycle.reversed().map { ids[$0].description }
      let shown =
        names.count > 24 ? names.prefix(20) + ["… (\(names.count - 22))"] + names.suffix(2) : names[...]
      return Problem(
        .cycle, at: cycle.lazy.compactMap { drafts[ids[$0]]?.records.first?.mark }.first, field: "uses",
        rule: Phrase.cycle.with(.code(shown.joined(separator: " → "))), remedy: Phrase.newArtifact.message)
    }
  }
}
