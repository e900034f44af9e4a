import Lineage
package import Measures
package import Records

/// Who and what belongs to whom.
extension Judge {
  /// Every name of a thing, those that its owner alone gives it included.
  func names(of id: GlobalID) -> [GlobalID] {
    if let known = known.names[id] { return known }
    let made = joined(graph.identity.alsoCalled(id).union([graph.identity(id)]), id)
    known.names[id] = made
    return made
  }

  /// Its names that nobody has to take on one owner's word.
  func agreedNames(of id: GlobalID) -> [GlobalID] { joined([graph.identity(id)], id) }

  /// The names of a thing under which an act that frees it counts: the one that is asked about, and those that whoever
  /// issued the act, or an authority of the place, says to be the same.
  /// Without an act, only an authority says so.
  func names(of id: GlobalID, freedBy act: Record? = nil, _ scope: Scope) -> Set<GlobalID> {
    var names: Set<GlobalID> = [id]
    let claims = facts.records(of: "same-as").filter { !$0.isWithheld }
    guard !claims.isEmpty, self.names(of: id).count > 1 else { return names }
    let heard = claims.filter { $0.issuer == act?.issuer || isByAuthority($0, scope) == .holds }
      .map { $0.references("names") }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for pair in heard where !names.isDisjoint(with: pair) && !names.isSuperset(of: pair) {
        names.formUnion(pair)
        isGrowing = true
      }
    }
    return names
  }

  /// Whether a record about a model is by whom the model belongs to, or its developer. Of others each may add to what is
  /// known of a model, and nothing stands on their word alone.
  func isByMaker(_ record: Record, of model: GlobalID) -> Bool {
    agreedNames(of: model).contains { $0.namespace == record.issuer } || isByDeveloper(record, of: model)
  }

  /// Whether a record is by whoever developed a model, which another may have written into its own namespace.
  func isByDeveloper(_ record: Record, of model: GlobalID) -> Bool {
    developer(of: model).map {
      graph.identity.areSame($0, GlobalID(record.issuer, "party", record.issuer)) == .holds
    } ?? false
  }

  private func joined(_ roots: Set<GlobalID>, _ id: GlobalID) -> [GlobalID] {
    guard !joinedNames.isEmpty else { return [id] }
    return roots.union(roots.flatMap { joinedNames[$0] ?? [] } + [id]).sorted()
  }

  /// Who made a model or did a run: the actor of the last run that produced it. A run without a last day, or one that
  /// is not shown, may be the last.
  package func developer(of id: GlobalID) -> GlobalID? {
    if let known = known.developers[id] { return known }
    let made = developerFound(of: id)
    known.developers[id] = .some(made)
    return made
  }

  private func developerFound(of id: GlobalID) -> GlobalID? {
    if id.kind == "cluster" || id.kind == "party" { return nil }
    let made = id.kind == "artifact" || id.kind == "activity" ? id : model(of: id) ?? id
    let runs = graph.sources(of: made).map { graph.activities[$0] }
    let trained = runs.filter {
      Kinds.trainingKinds.contains($0.kind) || $0.isUnknown || $0.kind == "unknown"
    }
    let makers = Set(names(of: made).map(\.namespace))
    // Whoever records a run of another’s model does not become its developer; who is, is then not known.
    let (own, others) = (trained.isEmpty ? runs : trained).reduce(into: ([Activity](), [Activity]())) {
      parts, run in
      if run.records.contains(where: { makers.contains($0.namespace) }) || run.records.isEmpty {
        parts.0.append(run)
      } else {
        parts.1.append(run)
      }
    }
    let latest = own.compactMap(\.to?.last).max()
    let last = own.filter { $0.isUnknown || $0.to == nil || $0.to?.last == latest }
    let actors = Set((last + others).map(\.actor))
    // Who made it last says so itself; of what one party alone says of another nobody is known to answer.
    let isSaid = last.allSatisfy { run in
      run.records.contains { record in
        record.namespace == run.actor?.namespace
          || graph.identity(GlobalID(record.namespace, "party", record.namespace)) == run.actor
          || record.namespace == RecordReader.publicNamespace
            && facts[record]?["by"]?.reference.map(graph.identity.callAsFunction) == run.actor
      }
    }
    guard isSaid else { return nil }
    return actors.count == 1 ? actors.first ?? nil : nil
  }

  /// Whether what an act or a rating says of a model was perhaps said of other weights than it has: a run may have ended
  /// since. Where training is asked about, the run that is to come changes the weights in any case: then only one that
  /// began after others had ended replaced them.
  func isOutdated(_ record: Record, _ id: GlobalID, _ scope: Scope) -> Bool {
    guard id.kind == "artifact" else { return false }
    var runs = graph.sources(of: id).map { graph.activities[$0] }.filter { !$0.records.isEmpty }
    let isOfRun = question(of: scope)?.action.subject == .run
    if !isOfRun {
      // What is to come changes nothing yet; where nothing else made the model, there are no weights yet.
      let begun = runs.filter { $0.state != .planned || $0.from.map { $0.first <= asOf } ?? true }
      if !begun.isEmpty { runs = begun }
    }
    guard let said = [record.validFrom?.last, record.stated?.last].compactMap({ $0 }).min() else {
      return runs.count > (isOfRun ? 1 : 0)
    }
    if isOfRun {
      let before = runs.filter { ($0.to ?? $0.from).map { $0.first <= said } ?? true }
      let since = runs.filter { ($0.from ?? $0.to).map { said < $0.first } ?? true }
      return !before.isEmpty && !since.isEmpty && Set((before + since).map(\.id)).count > 1
    }
    return runs.contains { run in run.to.map { said < $0.first } ?? true }
  }

  /// The model of a run, deployment or other record.
  package func model(of id: GlobalID) -> GlobalID? {
    switch id.kind {
    case "artifact": id
    case "activity":
      graph.positions[graph.identity(id)].flatMap { position in
        ([id] + graph.activities[position].records).lazy.compactMap {
          self.facts[$0]?.references("produces").first
        }.first
      }
    case "deployment": facts[id]?.references("model").first
    case "incident": facts[id]?.references("models").first
    default: nil
    }
  }

  /// The runs of a subject that are not done: since when some run, from when others are planned.
  package func unfinished(_ subject: GlobalID) -> [Message] {
    let runs = graph.sources(of: subject).map { graph.activities[$0] }
    return [Activity.State.running, .planned].compactMap { state in
      let those = runs.filter { $0.state == state }
      guard !those.isEmpty else { return nil }
      let isRunning = state == .running
      guard let first = those.compactMap(\.from).min(by: { $0.first < $1.first }) else {
        return (isRunning ? Phrase.running : .planned).message
      }
      return (isRunning ? Phrase.runningSince : .plannedFrom).with(.date(first))
    }
  }

  /// The models that a run produces, each by the name that this run gives it if it gives one.
  func products(of run: GlobalID) -> [GlobalID] {
    guard let position = graph.positions[graph.identity(run)] else { return [] }
    let records = [run] + graph.activities[position].records
    var seen: Set<GlobalID> = []
    return records.flatMap { facts[$0]?.references("produces") ?? [] }
      .filter { seen.insert(graph.identity($0)).inserted }.sorted()
  }

  /// The names under which a run of a model is recorded: those that name this model, or else all.
  func names(of run: Activity, producing model: GlobalID) -> [GlobalID] {
    let own = run.records.filter { facts[$0]?.references("produces").contains(model) == true }
    return own.isEmpty ? run.records.isEmpty ? [run.id] : run.records : own
  }

  /// Who answers for a subject: a model's developer, a run's actor, a cluster's custodian, a deployment's operator.
  func responsible(_ id: GlobalID) -> GlobalID? {
    switch id.kind {
    case "party": id
    case "cluster": facts[id]?["custodian"]?.reference
    case "deployment", "document", "incident": facts[id]?["by"]?.reference ?? developer(of: id)
    default: developer(of: id)
    }
  }

  /// The developer where it counts as provider, the original's provider where it does not, else unknown.
  func provider(of id: GlobalID, _ scope: Scope) -> GlobalID? {
    guard let model = model(of: id) else { return nil }
    let name = ClassName(pack: "eu-ai-act-gpai", name: "provided-by-developer")
    guard library.isGiven(name) else { return developer(of: model) }
    switch classified(model, name, scope).verdict {
    case .holds: return developer(of: model)
    case .cannotBeExcluded: return nil
    case .fails:
      let originals = originals(of: model).members
      guard originals.count == 1, case .record(let original) = originals[0].thing else { return nil }
      return developer(of: original)
    }
  }

  /// The models that a party developed.
  func models(of party: GlobalID) -> [GlobalID] {
    facts.records(of: "artifact").map(\.id).filter { developer(of: $0) == graph.identity(party) }
  }

  /// Every declared deployment of a model, those that have ended included.
  func everyDeployment(of model: GlobalID) -> [Record] {
    names(of: model).flatMap { facts.records(of: "deployment", mentioning: $0) }
  }

  /// The declared deployments of a model that have not ended. Weights that were published stay so.
  func deployments(of model: GlobalID) -> [Record] {
    if let known = known.deployments[model] { return known }
    let made = everyDeployment(of: model).filter { record in
      record["access"]?.text == "published-weights" || record["to"]?.moment.map { asOf <= $0.last } ?? true
    }
    known.deployments[model] = made
    return made
  }

  /// Those of them that whoever the model belongs to declared.
  func ownDeployments(of model: GlobalID) -> [Record] {
    if let known = known.ownDeployments[model] { return known }
    let made = deployments(of: model).filter { isByMaker($0, of: model) }
    known.ownDeployments[model] = made
    return made
  }

  /// Whether a question supposes a deployment: one of deploying or using, in a place where its maker declared none.
  func supposes(_ scope: Scope?, _ model: GlobalID) -> Bool {
    guard let scope, let question = question(of: scope), question.action.isAskedPerCountry else {
      return false
    }
    guard let country = question.country else { return true }
    let asked = Known.Countries(subject: model, place: country)
    if let known = known.supposed[asked] { return known }
    let made = !ownDeployments(of: model).contains { deployment in
      deployment["access"]?.text == "published-weights"
        || deployment.words("available-in").contains { places.contains($0, country, at: asOf) }
    }
    known.supposed[asked] = made
    return made
  }
}
