public import Measures

/// Who can rest on whom among facts, by number, so that it can be asked of every subject.
public struct FactLinks: Sendable {
  /// The facts.
  public let facts: Facts

  private var ids: [GlobalID] = []
  private var numbers: [GlobalID: Int] = [:]
  /// What each id leads to: what it refers to, its party, its environment, what is said about it.
  private var leads: [[Int32]] = []
  private var general: [Int32] = []
  /// The next instant at which a validity or a date in the record begins or ends.
  private var changes: [Instant?] = []

  /// Whether what is said of a party rests on what it did.
  private let throughParties: Bool

  /// Looks at every record once. Through a party that many name everything leads to everything: only where somebody asks
  /// for the models of a party it leads to them.
  public init(_ facts: Facts, throughParties: Bool = false) {
    self.facts = facts
    self.throughParties = throughParties
    var next = 0
    for id in facts.known { _ = number(id) }
    while next < ids.count {
      link(next)
      next += 1
    }
    general = facts.general.map { Int32(number($0)) }
  }

  private mutating func number(_ id: GlobalID) -> Int {
    if let known = numbers[id] { return known }
    numbers[id] = ids.count
    ids.append(id)
    leads.append([])
    changes.append(nil)
    return ids.count - 1
  }

  private mutating func link(_ place: Int) {
    let id = ids[place]
    guard id.kind != Self.environment else { return }
    var targets: Set<Int> = [number(GlobalID(id.namespace, "party", id.namespace))]
    if let record = facts.said(id) {
      for reference in record.body.values.flatMap(\.references) { targets.insert(number(reference)) }
      if let name = record.environment {
        let environment = number(GlobalID("", Self.environment, name))
        targets.insert(environment)
        if facts[id] != nil { leads[environment].append(Int32(place)) }
      }
    }
    if id.kind != "party" || throughParties {
      for mentioner in facts.mentioners(of: id) where !isBuilt(mentioner, on: id) {
        targets.insert(number(mentioner))
      }
    }
    leads[place] += targets.map(Int32.init)
    changes[place] = facts.nextChange(of: id)
  }

  /// Stands for a shared environment, which has no record of its own.
  private static let environment = "environment"

  /// Whether `mentioner` is an activity that uses `id` and is therefore after it.
  private func isBuilt(_ mentioner: GlobalID, on id: GlobalID) -> Bool {
    guard mentioner.kind == "activity", let record = facts.said(mentioner) else { return false }
    return !record.references("produces").contains(id) && record.references("deployment") != [id]
  }

  /// The facts that anything said of any of `subjects` can rest on: what they refer to, what is said about them,
  /// through all generations behind them; not what is built on them.
  public func closure(of subjects: [GlobalID]) -> Facts {
    facts.restricted(to: ids(behind: subjects))
  }

  /// The names of those facts.
  public func ids(behind subjects: [GlobalID]) -> Set<GlobalID> {
    Set(reached(from: subjects).map { ids[$0] }).union(subjects)
  }

  /// What lies around a subject, as far as dates go.
  public struct Surroundings: Sendable {
    /// The next instant at which a validity or a date begins or ends.
    public var nextChange: Instant?
    /// The acts.
    public var acts: [Record] = []
  }

  /// What lies around a subject, as far as dates go.
  public func surroundings(of subject: GlobalID) -> Surroundings {
    var result = Surroundings()
    for place in reached(from: [subject]) {
      if let change = changes[place] { result.nextChange = min(result.nextChange ?? change, change) }
      if Kinds.named(ids[place].kind)?.isAct == true, let act = facts[ids[place]] { result.acts.append(act) }
    }
    return result
  }

  private func reached(from subjects: [GlobalID]) -> [Int] {
    var seen = [Bool](repeating: false, count: ids.count)
    var queue: [Int] = []
    func add(_ place: Int) {
      guard !seen[place] else { return }
      seen[place] = true
      queue.append(place)
    }
    for subject in subjects {
      if let place = numbers[subject] { add(place) }
      // A party rests on what it did, and so on the models that it made.
      guard subject.kind == "party" else { continue }
      for mentioner in facts.mentioners(of: subject) { if let place = numbers[mentioner] { add(place) } }
    }
    for place in general { add(Int(place)) }
    var next = 0
    while next < queue.count {
      for place in leads[queue[next]] { add(Int(place)) }
      next += 1
    }
    return queue
  }
}

extension Facts {
  /// The facts that anything said of `subject` can rest on.
  public func closure(of subject: GlobalID) -> Facts { FactLinks(self).closure(of: [subject]) }
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
