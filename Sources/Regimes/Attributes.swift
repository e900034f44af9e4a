import Lineage
import Measures
import Records

/// What is stated of an attribute.
struct Attribute {
  /// One value and the record that states it: under which key it is said, in which field it stands.
  struct Stated {
    let value: String
    let record: Record
    let key: String
    let field: String
    /// Whether it is said of another name, which one owner alone joined with this one, or by somebody to whom the thing
    /// does not belong: then it may not hold.
    var isClaimed = false

    init(_ value: String, _ record: Record, _ key: String, field: String? = nil) {
      (self.value, self.record, self.key, self.field) = (value, record, key, field ?? key)
    }
  }

  var values: [Stated] = []
  /// Whether there is no other value.
  var isWhole = false
  /// Whether the values are places.
  var holdsPlaces = false
}

extension Judge {
  /// The values of an attribute of a subject; `scope` where the question is about it.
  func attribute(_ key: String, of id: GlobalID, _ scope: Scope?) -> Attribute {
    switch (id.kind, key) {
    case ("artifact", "placed-on-market-in"): return placedIn(id, scope)
    case ("artifact", "access"): return access(id, scope)
    case ("party", "role"): return roles(id)
    default: break
    }
    var result = Attribute()
    var wholes: [Bool] = []
    let agreed = Set(agreedNames(of: id))
    for name in names(of: id) {
      guard let record = facts[name] else { continue }
      let field = Kinds.named(record.kind)?.fields.first { $0.name == key }
      result.holdsPlaces = field.map { $0.shape == .place || $0.shape == .list(.place) } ?? false
      for value in record[key]?.elements ?? [] {
        guard let text = value.text else { continue }
        var stated = Attribute.Stated(text, record, key)
        stated.isClaimed = !agreed.contains(name)
        result.values.append(stated)
      }
      // One value where only one may stand, or a list that its record says to be whole. Of several names each must.
      let isSingle = field.map { if case .list = $0.shape { false } else { true } } ?? false
      wholes.append(!record.isWithheld && (isSingle ? record[key] != nil : record.isComplete(key)))
    }
    result.isWhole = !wholes.isEmpty && wholes.allSatisfy { $0 }
    return result
  }

  /// Where a model is available outside its maker. Published weights are available everywhere. Where it is placed may free
  /// who builds on it: of others each may say so, and none is believed alone.
  private func placedIn(_ model: GlobalID, _ scope: Scope?) -> Attribute {
    var result = Attribute(holdsPlaces: true)
    let declared = deployments(of: model)
    result.isWhole = declared.contains { isByMaker($0, of: model) }
    let agreed = Set(agreedNames(of: model))
    for deployment in declared {
      let isClaimed =
        agreed.isDisjoint(with: deployment.references("model")) || !isByMaker(deployment, of: model)
        || scope == nil && !isByDeveloper(deployment, of: model)
      let fact = { place in
        var stated = Attribute.Stated(place, deployment, "available-in")
        stated.isClaimed = isClaimed
        return stated
      }
      switch deployment["access"]?.text {
      case "internal": continue
      case "published-weights":
        result.values += places.allCountries.map { fact($0) }
        continue
      case nil: result.isWhole = false
      default: break
      }
      result.values += deployment.words("available-in").map { fact($0) }
      if deployment.isWithheld || !deployment.isComplete("available-in") { result.isWhole = false }
    }
    if supposes(scope, model) { result.isWhole = false }
    if let scope, self.model(of: scope.subject) == model, let question = question(of: scope),
      question.isOnMarket, let country = question.country, let record = facts[model]
    {
      result.values.append(.init(country, record, "placed-on-market-in"))
    }
    return result
  }

  /// Who reaches a model, by its deployments and the one that a question supposes.
  private func access(_ model: GlobalID, _ scope: Scope?) -> Attribute {
    var result = Attribute()
    let declared = deployments(of: model)
    let agreed = Set(agreedNames(of: model))
    for deployment in declared {
      guard let access = deployment["access"]?.text else { continue }
      var stated = Attribute.Stated(access, deployment, "access")
      stated.isClaimed =
        agreed.isDisjoint(with: deployment.references("model")) || !isByMaker(deployment, of: model)
      result.values.append(stated)
    }
    result.isWhole =
      declared.contains { isByMaker($0, of: model) } && result.values.count == declared.count
      && !supposes(scope, model)
    return result
  }

  private func roles(_ party: GlobalID) -> Attribute {
    var result = Attribute()
    guard let record = facts[party] else { return result }
    for entry in record["roles"]?.elements ?? [] where isHeld(entry, at: asOf) {
      guard let role = entry["role"]?.text else { continue }
      result.values.append(.init(role, record, "role", field: "roles"))
    }
    result.isWhole = record.isComplete("roles") && !record.isWithheld
    return result
  }

  /// Whether an entry of a party's roles holds at `instant`.
  func isHeld(_ entry: Value, at instant: Instant) -> Bool {
    let (from, to) = (entry["from"]?.moment?.first, entry["to"]?.moment?.last)
    return (from.map { $0 <= instant } ?? true) && (to.map { instant <= $0 } ?? true)
  }

  /// What `country` records state of a country; that it is all, its authorities and the public record alone.
  func countryAttribute(_ key: String, _ country: String) -> Attribute {
    var result = Attribute()
    var wholes: [Bool] = []
    for record in facts.records(of: "country") where record["code"]?.text == country || record.isWithheld {
      result.values += record.words(key).map { .init($0, record, key) }
      let party = GlobalID(record.issuer, "party", record.issuer)
      let mayTell =
        record.issuer == RecordReader.publicNamespace || holdsAuthority(party, in: country) == .holds
      if mayTell || record.isWithheld { wholes.append(record.isComplete(key) && !record.isWithheld) }
    }
    result.isWhole = !wholes.isEmpty && wholes.allSatisfy { $0 }
    return result
  }
}
