package import Measures
package import Records

/// The records of a sketch, ready to be read or to be written down.
package struct SketchRecords: Sendable {
  /// A record: its kind, its name, its fields.
  struct Entry: Sendable {
    let kind: String
    let name: String
    let fields: [(String, Node)]
  }

  /// For each namespace what is said in it; the company first.
  private var files: [(namespace: String, entries: [Entry])] = []
  /// The day on which it is looked at.
  package let day: CivilDate

  /// What a record of a kind states in words, and what it says where nothing was wished.
  private static let plain: [Sketch.Thing: [(key: String, word: String)]] = [
    .maker: [("size", "larger")],
    .model: [
      ("general-capability", "below-the-frontier"), ("most-capable", "not-of-its-provider"),
      ("technology", "not-latest"),
      ("impact-on-rights", "limited"),
    ],
  ]
  private static let lists: [Sketch.Thing: [String]] = [
    .maker: ["operates-in", "does-business-in", "sells-to-government-of"],
    .model: ["generates", "model-type", "trained-on", "about-to-exceed"],
    .deployment: ["available-in"],
    .cluster: ["devices", "chip-origin"],
    .incident: ["event", "outcome", "involves", "link", "setting", "shows", "threatens"],
  ]
  private static let axes = ["autonomy", "generality", "intelligence"]

  /// The records of `sketch` in which the company adopted these packs; `nil` where it says too much of something.
  init?(_ sketch: Sketch, adopting packs: [RegimePack], of subject: Sketch.Thing) {
    guard let own = sketch.ownCompute else { return nil }
    let day = sketch.day
    self.day = day
    let start = day.after(-1500)
    func at(_ before: Int) -> Node { .text(day.after(-before).description) }
    var entries: [Entry] = []
    func add(_ kind: String, _ name: String, _ fields: [(String, Node?)]) {
      entries.append(
        Entry(kind: kind, name: name, fields: fields.compactMap { key, node in node.map { (key, $0) } }))
    }
    func estimate(_ amount: UInt128) -> Node {
      let value = Node.text("\(amount) FLOP")
      return .list([.map([("method", "telemetry"), ("value", value), ("low", value), ("high", value)])])
    }
    add(
      "party", "maker",
      [
        ("seat", Self.word(sketch, "seat", .maker) ?? .text(sketch.place)),
        ("roles", Self.roles([("developer", nil), ("provider", nil), ("operator", nil)])),
      ]
        + Self.stated(sketch, .maker) + [("complete", Self.complete(.maker, and: ["affiliates"]))])
    for pack in packs {
      add(
        "adoption", pack.id,
        [
          ("by", "maker"), ("regime", .text(pack.id)), ("activation", .text(start.description)),
          ("valid", .map([("from", .text(start.description))])),
        ])
    }
    add(
      "artifact", "model",
      Self.stated(sketch, .model) + [
        ("parameters", (sketch.ranges[.model]?["parameters"]?.low).map { .text("\(max($0, 1))") } ?? "1000"),
        ("complete", Self.complete(.model)),
      ])
    var uses: [Node] = []
    if sketch.isModified { uses.append(.map([("artifact", "other:original"), ("as", "base-weights")])) }
    add(
      "activity", "model/training",
      [
        ("kind", .text(sketch.runKind)), ("by", "maker"), ("from", at(300)), ("to", at(200)),
        ("produces", "model"),
        ("uses", uses.isEmpty ? nil : .list(uses)), ("compute", estimate(own)),
        ("cost", Self.money(sketch, .run, "training-cost")),
        ("clusters", .list(["hall"])), ("environment", "one"), ("complete", .list(["uses", "clusters"])),
      ])
    add(
      "cluster", "hall",
      [
        ("custodian", "maker"), ("country", Self.word(sketch, "country", .cluster) ?? .text(sketch.place)),
        ("devices", .list([.map([("chips", .text("\(Self.chips(sketch)) x h100-sxm"))])])),
        ("interconnect", "400 Gbit/s"),
      ] + Self.stated(sketch, .cluster) + [("complete", Self.complete(.cluster))])
    add(
      "deployment", "service",
      [
        ("model", "model"), ("by", "maker"), ("from", at(100)), ("clusters", .list(["hall"])),
        (
          "available-in",
          .list(sketch.states("available-in", of: .deployment).union([sketch.place]).sorted().map(Node.text))
        ),
        ("access", Self.word(sketch, "access", .deployment) ?? "api"),
        ("complete", .list(["available-in", "clusters", "access"])),
      ])
    let rate = Node.text("\(max(sketch.ranges[.model]?["inference-rate"]?.low ?? 0, 1)) FLOP/s")
    add(
      "activity", "service/serving",
      [
        ("kind", "inference"), ("deployment", "service"), ("from", at(100)),
        ("uses", .list([.map([("artifact", "model"), ("as", "model")])])),
        (
          "rate",
          .list([
            .map([("from", at(100)), ("to", .text(day.after(30).description)), ("low", rate), ("high", rate)])
          ])
        ),
      ])
    for axis in Self.axes {
      add(
        "rating", "model/\(axis)",
        [("about", "model"), ("axis", .text(axis)), ("is", .text(sketch.ratings[axis] ?? "weak"))])
    }
    if let revenue = Self.money(sketch, .maker, "gross-revenue") {
      add("revenue", "year", [("about", "maker"), ("year", .text("\(day.year - 1)")), ("amount", revenue)])
    } else {
      add(
        "revenue", "year",
        [("about", "maker"), ("year", .text("\(day.year - 1)")), ("amount", .text("1 \(sketch.currency)"))])
    }
    if subject == .incident {
      add(
        "incident", "incident",
        [("models", .list(["model"])), ("by", "maker"), ("at", at(10))] + Self.stated(sketch, .incident) + [
          (
            "deaths-and-serious-injuries",
            .text("\(sketch.ranges[.incident]?["deaths-and-serious-injuries"]?.low ?? 0)")
          ),
          (
            "property-damage-without-equity",
            Self.money(sketch, .incident, "property-damage-without-equity") ?? .text("0 \(sketch.currency)")
          ),
          ("complete", Self.complete(.incident, and: ["models"])),
        ])
    }
    if subject == .document {
      add("document", "paper", [("by", "maker"), ("at", at(10))] + Self.stated(sketch, .document))
    }
    if subject == .agent { add("party", "assistant", [("seat", .text(sketch.place))]) }
    files.append(("maker", entries))
    addOthers(sketch, at: at, estimate: estimate)
  }

  private mutating func addOthers(_ sketch: Sketch, at: (Int) -> Node, estimate: (UInt128) -> Node) {
    if sketch.isModified {
      files.append(
        (
          "other",
          [
            Entry(
              kind: "party", name: "other",
              fields: [
                ("seat", .text(sketch.place)),
                ("roles", Self.roles([("developer", nil), ("provider", nil)])),
              ]),
            Entry(
              kind: "artifact", name: "original",
              fields: Self.stated(sketch, .original).compactMap { key, node in node.map { (key, $0) } }
                + [("complete", Self.complete(.model))]),
            Entry(
              kind: "activity", name: "original/training",
              fields: [
                ("kind", "pretraining"), ("by", "other"), ("from", at(600)), ("to", at(500)),
                ("produces", "original"),
                ("compute", estimate(sketch.originalCompute)), ("complete", .list(["uses"])),
              ]),
            Entry(
              kind: "deployment", name: "original/service",
              fields: [
                ("model", "original"), ("by", "other"), ("from", at(480)),
                ("available-in", .list([.text(sketch.place)])), ("access", "api"),
                ("complete", .list(["available-in", "access"])),
              ]),
          ]
        ))
    }
    let byMaker: Set = ["developer", "provider", "operator", "custodian"]
    for (index, act) in sketch.acts.enumerated() {
      let isOwn = byMaker.contains(act.role)
      let office = isOwn ? "maker" : "office-\(act.role)"
      var fields: [(String, Node)] = [("stated", at(30))]
      if let about = act.about {
        fields.append(
          (
            "about",
            .list([.text(about.namespace == office ? about.local : "\(about.namespace):\(about.local)")])
          ))
      }
      if let decision = act.decision { fields.append(("decision", .text(decision))) }
      if !act.covers.isEmpty { fields.append(("covers", .list(act.covers.map(Node.text)))) }
      let entry = Entry(kind: act.kind, name: "said-\(index + 1)", fields: fields)
      if let file = files.firstIndex(where: { $0.namespace == office }) {
        files[file].entries.append(entry)
      } else {
        let party = Entry(
          kind: "party", name: office, fields: [("roles", Self.roles([(act.role, act.place)]))])
        files.append((office, [party, entry]))
      }
    }
  }

  /// A record, or a field of one.
  struct Part {
    let namespace: String
    let kind: String
    let name: String
    let field: String?
  }

  /// Its records and their fields: what follows from others comes first, so that it can be left out first.
  var parts: [Part] {
    files.reversed().flatMap { file in
      file.entries.reversed().filter { $0.kind != "adoption" }.flatMap { entry in
        [Part(namespace: file.namespace, kind: entry.kind, name: entry.name, field: nil)]
          + entry.fields.reversed().map {
            Part(namespace: file.namespace, kind: entry.kind, name: entry.name, field: $0.0)
          }
      }
    }
  }

  /// The records without that part.
  func without(_ part: Part) -> SketchRecords {
    var copy = self
    copy.files = files.compactMap { file in
      guard file.namespace == part.namespace else { return file }
      let entries = file.entries.compactMap { entry -> Entry? in
        guard entry.kind == part.kind, entry.name == part.name else { return entry }
        guard let field = part.field else { return nil }
        return Entry(kind: entry.kind, name: entry.name, fields: entry.fields.filter { $0.0 != field })
      }
      return entries.isEmpty ? nil : (file.namespace, entries)
    }
    return copy
  }

  /// The trees that a reader reads: one file for each namespace, that of the company first.
  package var trees: [Node] {
    files.map { file in
      .list(
        [.map([("dossier", .text(file.namespace))])]
          + file.entries.map { .map([($0.kind, .text($0.name))] + $0.fields) })
    }
  }

  private static func stated(_ sketch: Sketch, _ thing: Sketch.Thing) -> [(String, Node?)] {
    let lists = lists[thing == .original ? .model : thing] ?? []
    let plain = plain[thing == .original ? .model : thing] ?? []
    let given = (sketch.words[thing] ?? [:]).sorted { $0.key < $1.key }
    var fields: [(String, Node?)] = given.compactMap { key, words in
      if ["seat", "access", "country"].contains(key) || thing == .deployment { return nil }
      if lists.contains(key) { return (key, .list(words.sorted().map(Node.text))) }
      return (key, words.count == 1 ? words.first.map(Node.text) : .list(words.sorted().map(Node.text)))
    }
    for (key, word) in plain where sketch.states(key, of: thing).isEmpty { fields.append((key, .text(word))) }
    return fields
  }

  private static func word(_ sketch: Sketch, _ key: String, _ thing: Sketch.Thing) -> Node? {
    sketch.states(key, of: thing).sorted().first.map(Node.text)
  }

  private static func complete(_ thing: Sketch.Thing, and more: [String] = []) -> Node {
    .list(((lists[thing] ?? []) + more).map(Node.text))
  }

  private static func roles(_ roles: [(role: String, place: String?)]) -> Node {
    .list(
      roles.map { role in
        .map([("role", .text(role.role))] + (role.place.map { [("where", .list([.text($0)]))] } ?? []))
      })
  }

  /// Money in whole units, from an amount in the smallest.
  private static func money(_ sketch: Sketch, _ thing: Sketch.Thing, _ name: String) -> Node? {
    guard let amount = sketch.ranges[thing]?[name]?.low else { return nil }
    let rest = amount % 100
    return .text("\(amount / 100).\(rest < 10 ? "0" : "")\(rest) \(sketch.currency)")
  }

  /// As many accelerators as have that capacity together.
  private static func chips(_ sketch: Sketch) -> UInt128 {
    let peak: UInt128 = 1_978_900_000_000_000
    let least = sketch.ranges[.cluster]?["capability"]?.low ?? 0
    return max((least &+ peak &- 1) / peak, 1)
  }
}

extension CivilDate {
  /// The day so many days later.
  func after(_ days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }
}
