extension Facts {
  /// The facts that anything said of `subject` can rest on: what it refers to, what is said about it, through
  /// all generations behind it; not what is built on it.
  public func closure(of subject: GlobalID) -> Facts {
    var kept: Set<GlobalID> = [subject]
    var queue = [subject]
    func add(_ id: GlobalID) {
      if kept.insert(id).inserted { queue.append(id) }
    }
    for id in general { add(id) }
    var environments: Set<String> = []
    while let id = queue.popLast() {
      add(GlobalID(id.namespace, "party", id.namespace))
      if let record = self[id] ?? withdrawn[id] {
        for reference in record.body.values.flatMap(\.references) { add(reference) }
        if let environment = record["environment"]?.text, environments.insert(environment).inserted {
          for other in records(of: "activity") where other["environment"]?.text == environment {
            add(other.id)
          }
        }
      }
      guard id.kind != "party" else { continue }
      for mentioner in mentioners(of: id) where !isBuilt(mentioner, on: id) { add(mentioner) }
    }
    return restricted(to: kept)
  }

  /// Whether `mentioner` is an activity that uses `id` and is therefore after it.
  private func isBuilt(_ mentioner: GlobalID, on id: GlobalID) -> Bool {
    guard mentioner.kind == "activity", let record = self[mentioner] ?? withdrawn[mentioner] else {
      return false
    }
    return !record.references("produces").contains(id) && record.references("deployment") != [id]
  }
}

extension Record {
  /// Whether it may concern anything: an adoption, a country, joined names, an activity that is not shown, an act
  /// about nothing in particular or about a party, who may answer for anything.
  var mayConcernAnything: Bool {
    switch kind {
    case "adoption", "country", "same-as": true
    case "activity": isWithheld
    default: Kinds.named(kind)?.isAct == true && references("about").allSatisfy { $0.kind == "party" }
    }
  }
}
