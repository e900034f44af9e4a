import Lineage
package import Measures
import Records

/// The members of a set, each with the verdict that it is one.
struct Members {
  struct Member {
    let thing: Thing
    let isMember: Verdict
    var facts: [FactUse] = []
  }

  var members: [Member] = []
  /// Whether there is no other member.
  var isWhole = false
  /// Whether those that there are, only others say to be: perhaps there is none.
  var isClaimed = false
}

extension Judge {
  /// `some` and `every`. A set that is not known whole cannot be excluded where no member decides; `every`
  /// over an empty set cannot be excluded.
  func members(_ test: SetTest, _ scope: Scope, isSome: Bool) -> Explanation {
    let set = members(of: test, scope)
    var code: String { "\(isSome ? "some" : "every") \(test.set)" }
    // What asks nothing of the member is answered once for all.
    let asksOfEach = test.suchThat?.asks(of: test.name) ?? false
    let common = asksOfEach || set.members.isEmpty ? nil : test.suchThat.map { evaluate($0, scope) }
    var parts = set.members.map { member -> Explanation in
      let inner = common ?? test.suchThat.map { evaluate($0, scope.naming(test.name, member.thing)) }
      var asked = inner.map { [$0] } ?? []
      var join = Join.all
      if member.isMember != .holds {
        let isOne = explain(
          member.isMember, Phrase.isOneOf.with(.word(test.set)), code: "one of \(test.set)")
        asked.insert(isSome ? isOne : explain(.not, [isOne], Phrase.noneOf.message, code: "not"), at: 0)
        join = isSome ? .all : .any
      }
      return explain(
        join, asked, Phrase.member.with(.word(test.name), words(for: member.thing)),
        code: "\(test.name) = \(name(of: member.thing))", facts: member.facts)
    }
    if !set.isWhole || (!isSome && set.isClaimed && !set.members.isEmpty) {
      parts.append(
        explain(.cannotBeExcluded, Phrase.setNotWhole.with(.word(test.set)), code: "not known whole"))
    }
    var clause: Message { (isSome ? Phrase.someOf : Phrase.everyOf).with(.word(test.set)) }
    if !isSome, parts.isEmpty {
      return explain(.cannotBeExcluded, Phrase.emptySet.with(.word(test.set)), code: code)
    }
    return explain(isSome ? .any : .all, parts, clause, code: code)
  }

  private func name(of thing: Thing) -> String {
    switch thing {
    case .record(let id): id.description
    case .supposedDeployment: "supposed deployment"
    case .country(let code): code
    case .unknown: "?"
    }
  }

  private func words(for thing: Thing) -> Message.Argument {
    switch thing {
    case .supposedDeployment: .message(Phrase.supposedDeployment.message)
    default: .word(name(of: thing))
    }
  }

  func members(of test: SetTest, _ scope: Scope) -> Members {
    let id = scope.subject
    func references(_ field: String) -> Members {
      guard let record = facts[id] else { return Members() }
      let facts = [use(record, value: field, words: Phrase.listed.with(.word(field)), field: field)]
      return Members(
        members: record.references(field).map { .init(thing: .record($0), isMember: .holds, facts: facts) },
        isWhole: record.isComplete(field) && !record.isWithheld)
    }
    switch test.set {
    case "originals": return originals(of: model(of: id) ?? id)
    case "deployments":
      let model = model(of: id) ?? id
      var set = Members(
        members: deployments(of: model).map {
          .init(
            thing: .record($0.id), isMember: .holds,
            facts: [use($0, value: "deployment", words: Phrase.listed.with(.word("deployment")))])
        }, isWhole: true, isClaimed: ownDeployments(of: model).isEmpty)
      // The rate limb looks at the declared ones and the one supposed; a model with neither has no rate.
      if supposes(scope, model) {
        set.members.append(.init(thing: .supposedDeployment, isMember: .holds))
        set.isClaimed = false
      }
      return set
    case "clusters": return references("clusters")
    case "models-involved": return references("models")
    case "affiliates": return references("affiliates")
    case "runs":
      let runs = graph.sources(of: id).map { graph.activities[$0] }
      return Members(
        members: runs.map { .init(thing: .record($0.id), isMember: .holds) },
        isWhole: !runs.isEmpty && !runs.contains { $0.kind == "unknown" })
    case "models": return Members(members: models(of: id).map { .init(thing: .record($0), isMember: .holds) })
    case "countries":
      let placed = attribute("placed-on-market-in", of: model(of: id) ?? id, scope)
      return Members(
        members: Set(placed.values.map(\.value)).sorted().map {
          .init(thing: .country($0), isMember: .holds)
        },
        isWhole: placed.isWhole)
    case "ancestors": return ancestors(of: model(of: id) ?? id, roles: Set(test.roles))
    default: return Members()
    }
  }

  /// The nearest ancestors by weights that another developer made. A base of the same developer is looked
  /// through; a base whose developer is unknown cannot be excluded.
  func originals(of model: GlobalID) -> Members {
    if let known = known.originals[model] { return known }
    let made = originalsFound(of: model)
    known.originals[model] = made
    return made
  }

  /// Their names.
  func originalIDs(of model: GlobalID) -> [GlobalID] {
    originals(of: model).members.compactMap { if case .record(let id) = $0.thing { id } else { nil } }
  }

  private func originalsFound(of model: GlobalID) -> Members {
    var set = Members(isWhole: true)
    let maker = developer(of: model)
    var seen: Set<Int> = []
    var found: [GlobalID: Members.Member] = [:]
    var stack = graph.sources(of: model)
    if stack.isEmpty { set.isWhole = false }
    while let position = stack.popLast() {
      guard seen.insert(position).inserted else { continue }
      let activity = graph.activities[position]
      if !activity.usesAreComplete || activity.isUnknown || lacksBase(position) { set.isWhole = false }
      for link in graph.links[position] where Accountant.baseRoles.contains(link.role) {
        guard let base = link.artifact else { continue }
        let other = developer(of: base)
        let isAnother: Verdict =
          other.flatMap { other in maker.map { graph.identity.areSame(other, $0).negated } }
          ?? .cannotBeExcluded
        let uses = activity.records.compactMap { facts[$0] }.map {
          use(
            $0, value: "\(link.role): \(base)",
            words: Phrase.factSays.with(.word(link.role), .code(base.description)), field: "uses")
        }
        if isAnother.isPossible {
          found[base] = .init(thing: .record(base), isMember: isAnother, facts: uses)
        }
        if isAnother != .holds { stack.append(link.source) }
      }
    }
    set.members = found.sorted { $0.key < $1.key }.map(\.value)
    return set
  }

  /// Whether an activity that begins with weights names none, and nothing else made what it goes on with.
  private func lacksBase(_ position: Int) -> Bool {
    let activity = graph.activities[position]
    return Kinds.kindsWithBase.contains(activity.kind)
      && !graph.links[position].contains { Accountant.baseRoles.contains($0.role) }
      && products(of: activity.id).allSatisfy { graph.sources(of: $0).count == 1 }
  }

  /// The models behind a model by links of `roles`, through all generations.
  private func ancestors(of model: GlobalID, roles: Set<String>) -> Members {
    var set = Members(isWhole: true)
    var seen: Set<Int> = []
    var found: Set<GlobalID> = []
    var stack = graph.sources(of: model)
    while let position = stack.popLast() {
      guard seen.insert(position).inserted else { continue }
      if !graph.activities[position].usesAreComplete { set.isWhole = false }
      for link in graph.links[position] where roles.contains(link.role) {
        if let artifact = link.artifact { found.insert(artifact) }
        stack.append(link.source)
      }
    }
    set.members = found.sorted().map { .init(thing: .record($0), isMember: .holds) }
    return set
  }
}

extension Comparator {
  /// Where what passes is parted from what does not.
  func cut(at threshold: Ratio) -> Cut { Cut(threshold, isAfter: self == .above || self == .atMost) }

  /// The comparison in words.
  package var phrase: Phrase {
    switch self {
    case .above: .above
    case .atLeast: .atLeast
    case .below: .below
    case .atMost: .atMost
    }
  }
}
