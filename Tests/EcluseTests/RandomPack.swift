/// A pack made at random: conditions nested in each other, what binds and what frees, classes, steps and exemptions. One that
/// is careful keeps to the polarity of each place; others do so only by chance.
struct RandomPack {
  let id: String
  private(set) var text = ""
  /// Of what its gate is asked.
  let subject: Subject

  enum Subject: String {
    case model, run, cluster

    var action: String { ["model": "use", "run": "train", "cluster": "compute"][rawValue] ?? "use" }
  }

  private var random: Seeded
  private let isCareful: Bool
  private let hasClass: Bool
  private let hasScale: Bool
  private var asksOriginals = false
  private var asksClass = false
  private var names = 0
  private var asked: Set<String> = []
  /// The model that a clause asks about, where it is another than the subject.
  private var member: String?

  init(_ seed: UInt64) {
    random = Seeded(seed &+ 7_000_003)
    id = "random-\(seed)"
    subject = random.pick([.model, .model, .model, .model, .model, .model, .run, .cluster])
    isCareful = random.chance(30)
    hasClass = random.chance(30)
    let mayScale = random.chance(25)
    hasScale = mayScale && subject != .cluster
    text = write()
  }

  private mutating func write() -> String {
    let kind = random.chance(80) ? 1 : 2
    let when = random.chance(80) ? condition(true, kind) : nil
    let unless = when == nil || random.chance(50) ? condition(false, kind) : nil
    var more = ""
    // Beside an `unless` an exemption lifts little more.
    if unless == nil, random.chance(40) {
      let back = random.chance(50) ? ", unless: \(condition(true, 1))" : ""
      more += article("b", condition(false, 1), nil, "{ exempts: { from: [a]\(back) } }")
    }
    let isPutOff = subject == .model && random.chance(8)
    var also = ""
    if isPutOff {
      more += article("d", condition(false, 1), nil, "{ defers: { duties-of: [a], until: $later } }")
      also =
        ", obliges: [ { duty: report-compute, by: developer, to: public, due: standing, fulfilled-by: custodian-report } ]"
    }
    let lifts = unless.map { ", unless: \($0)" } ?? ""
    let antitone = asksOriginals && random.chance(50) ? "originals" : nil
    let first = article(
      "a", when, antitone, "{ closes: { actions: [\(subject.action)]\(lifts) }\(also) }")
    if asksClass { more += article("k", classCondition(), nil, "{ classifies: { as: listed } }") }
    return TestPack.head(id, cap: "1e26 FLOP", more: hasScale ? TestPack.scale : "") + first + more
  }

  private func article(_ id: String, _ when: String?, _ antitone: String?, _ then: String) -> String {
    TestPack.article(id, on: subject.rawValue, ["when": when, "antitone-in": antitone], then: then)
  }

  // MARK: Conditions

  /// `grows`: it should hold the more, the more there is.
  private mutating func condition(_ grows: Bool, _ depth: Int, inClass: Bool = false) -> String {
    guard depth > 0, random.chance(60) else { return leaf(grows, depth, inClass) }
    switch random.pick(["all", "any", "not"]) {
    case "not": return "{ not: \(condition(!grows, depth - 1, inClass: inClass)) }"
    case let word:
      let parts = (0..<2).map { _ in condition(grows, depth - 1, inClass: inClass) }
      return "{ \(word): [ \(parts.joined(separator: ", ")) ] }"
    }
  }

  /// A class is one of compute, perhaps of something else too.
  private mutating func classCondition() -> String {
    let grows = isCareful || random.chance(65)
    let other = condition(true, 0, inClass: true)
    return "{ \(random.pick(["all", "any"])): [ \(quantity(grows)), \(other) ] }"
  }

  /// Of clauses about one thing the second often decides nothing: another is looked for first.
  private mutating func leaf(_ wanted: Bool, _ depth: Int, _ inClass: Bool) -> String {
    var text = ""
    for _ in 0..<5 {
      text = someLeaf(wanted, depth, inClass)
      let words = text.matches(of: /(?:name|kind|axis|key|in|as|at-least): ([a-z][a-z-]+)/).map {
        $0.output.1
      }
      if member != nil || words.first.map({ asked.insert(String($0)).inserted }) ?? true { break }
    }
    return text
  }

  private mutating func someLeaf(_ wanted: Bool, _ depth: Int, _ inClass: Bool) -> String {
    let grows = isCareful || random.chance(55) ? wanted : !wanted
    if random.chance(30) { return neutral() }
    var kinds = ["quantity", "quantity", "quantity", grows ? "ordered" : "attested"]
    if member == nil, subject == .model { kinds += ["set", "set"] }
    if member == nil, grows, hasClass, !inClass { kinds += ["class", "class"] }
    if member == nil, grows, hasScale, !inClass { kinds += ["tier", "tier"] }
    if member != nil { kinds = ["quantity", "quantity", "ratio"] }
    switch random.pick(kinds) {
    case "ordered": return ordered()
    case "attested": return attested()
    case "class":
      asksClass = true
      return "{ classified: { as: listed } }"
    case "tier":
      let of = subject == .run ? "of: model, " : ""
      return "{ tier: { \(of)at-least: \(random.pick(["L1", "L2"])) } }"
    case "set": return set(grows, depth)
    case "ratio":
      let comparator = grows ? "above" : "at-most"
      return
        "{ ratio: { of: { name: training-compute, since: \(member ?? "self"), convention: direct }, over: { name: training-compute, of: \(member ?? "self"), convention: direct }, \(comparator): $share, bound: best } }"
    default: return quantity(grows)
    }
  }

  private mutating func quantity(_ grows: Bool) -> String {
    let comparator = random.pick(grows ? ["above", "at-least"] : ["below", "at-most"])
    if subject == .cluster {
      return "{ quantity: { name: capability, convention: peak, \(comparator): $peak } }"
    }
    if subject == .model, member == nil, random.chance(20) {
      return "{ quantity: { name: inference-rate, convention: fast, \(comparator): $speed } }"
    }
    let bound = random.pick(["", "", ", bound: best", ", bound: high"])
    let of = member.map { "of: \($0), " } ?? ""
    return
      "{ quantity: { name: training-compute, \(of)convention: \(random.pick(["direct", "presumed"])), \(comparator): \(random.pick(["$limit", "$limit", "$cap"]))\(bound) } }"
  }

  /// What no quantity and no act decides.
  private mutating func neutral() -> String {
    switch subject {
    case .cluster: return "{ attribute: { key: country, in: [$home] } }"
    case .run: return "{ attribute: { of: developer, key: seat, in: [$home] } }"
    case .model:
      if let member { return "{ attribute: { of: \(member), key: generates, in: [language-text] } }" }
      return random.pick([
        "{ rating: { axis: autonomy, is: strong } }", "{ rating: { axis: generality, is: weak } }",
        "{ attribute: { key: generates, in: [language-text, text-to-video] } }",
        "{ attribute: { of: developer, key: seat, in: [$home] } }",
        "{ attribute: { key: access, in: [published-weights] } }",
        "{ attribute: { key: placed-on-market-in, in: [$away] } }",
        "{ date: { of: self.placed-on-market, at-or-after: $day } }",
      ])
    }
  }

  private mutating func set(_ grows: Bool, _ depth: Int) -> String {
    names += 1
    let name = "x\(names)"
    // What is there is the more, the more members there are.
    let word = grows ? "some" : "every"
    if random.chance(40) {
      return
        "{ \(word): { let: \(name), in: deployments, such-that: { attribute: { of: \(name), key: available-in, in: [\(grows ? "$away" : "$home")] } } } }"
    }
    asksOriginals = true
    if word == "some", random.chance(30) { return "{ some: { let: \(name), in: originals } }" }
    member = name
    defer { member = nil }
    return "{ \(word): { let: \(name), in: originals, such-that: \(condition(grows, min(depth, 1))) } }"
  }

  private mutating func ordered() -> String {
    switch subject {
    case .model:
      return random.pick([
        "{ ordered: { kind: ruling, about: developer, decision: gross-negligence, by: { role: court } } }",
        "{ ordered: { kind: injunction, about: self, decision: granted, by: { role: court } } }",
      ])
    case .run: return "{ ordered: { kind: pause-order, decision: ordered, by: { role: executive } } }"
    case .cluster:
      let (kind, role) = random.chance(80) ? ("injunction", "court") : ("permit", "governor")
      return "{ ordered: { kind: \(kind), about: self, decision: granted, by: { role: \(role) } } }"
    }
  }

  private mutating func attested() -> String {
    switch subject {
    case .model:
      return random.pick([
        "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: country } } }",
        "{ attested: { kind: independent-audit, about: self, decision: approved, by: { role: authority, jurisdiction: $home } } }",
      ])
    case .run:
      return
        "{ attested: { kind: safety-plan, about: self, decision: pre-approved, by: { role: authority, jurisdiction: $home } } }"
    case .cluster:
      return
        "{ attested: { kind: permit, about: self, decision: granted, by: { role: governor, jurisdiction: self.country } } }"
    }
  }
}
