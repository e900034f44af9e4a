/// One dossier folder of a made-up registry: authorities, developers and their models, as the JSON files that the
/// program reads. One fact in ten is left out.
struct Registry {
  static let developers = 10
  static let today = "2026-11-21"

  /// The files, by name.
  private(set) var files: [(name: String, text: String)] = []
  /// The names of the models, as their developers name them.
  private(set) var models: [(developer: String, local: String)] = []

  private var draw: Draw
  /// What the authorities say of models, by authority.
  private var said: [String: String] = [:]

  /// The folder of `number` with so many models.
  init(_ number: Int, models count: Int) {
    draw = Draw(UInt64(number) + 42)
    for maker in 0..<Self.developers {
      let name = "d\(number * Self.developers + maker)"
      var text = header(name)
      addDeveloper(name, maker, &text)
      let first = models.count
      for index in count * maker / Self.developers..<count * (maker + 1) / Self.developers {
        models.append((name, "m\(index)"))
        addModel(name, index, models.count - 1 - first, &text)
      }
      files.append(("\(name).json", text + "]"))
    }
    addAuthorities(adopter: "d\(number * Self.developers)")
  }

  private func header(_ name: String) -> String { #"[{"dossier":"\#(name)"}"# }

  private mutating func addDeveloper(_ name: String, _ maker: Int, _ text: inout String) {
    text += #",{"party":"\#(name)","roles":[{"role":"developer"}]"#
    let place = draw.pick(["US", "US", "FR", "DE", "GB"])
    if draw.isKnown() { text += #","seat":"\#(place)""# }
    text +=
      #","operates-in":["\#(place)"],"does-business-in":\#(draw.chance(60) ? #"["US-CA"]"# : #"["FR"]"#)"#
    text += draw.isKnown() ? #","complete":["operates-in","does-business-in","affiliates"]}"# : "}"
    if draw.isKnown() {
      text +=
        #",{"revenue":"r","about":"\#(name)","year":"2025","amount":"\#(draw.below(900) + 100)000000 USD"}"#
    }
    // One of them closes its own gates.
    if maker == 0 {
      text += #",{"adoption":"own","by":"\#(name)","regime":"seed-gate-closure","activation":"2026-01-01"}"#
    }
  }

  private mutating func amount(_ exponents: [Int]) -> String {
    "\(draw.below(9) + 1).\(draw.below(10))e\(draw.pick(exponents))"
  }

  private mutating func addModel(_ maker: String, _ index: Int, _ ordinal: Int, _ text: inout String) {
    let name = "m\(index)"
    text += #",{"artifact":"\#(name)""#
    var whole: [String] = []
    if draw.isKnown() {
      whole.append("generates")
      if draw.chance(85) { text += #","generates":["language-text"]"# }
    }
    if draw.isKnown() {
      whole.append("model-type")
      if draw.chance(70) { text += #","model-type":["foundation"]"# }
    }
    if draw.isKnown() { text += #","parameters":"\#(amount([8, 9, 10, 11, 12]))""# }
    text += #","complete":[\#(whole.map { "\"\($0)\"" }.joined(separator: ","))]}"#

    addRun(maker, name, index, ordinal, &text)
    for axis in ["autonomy", "generality", "intelligence"] where draw.isKnown() {
      let value = draw.chance(30) ? "strong" : "weak"
      text +=
        #",{"rating":"\#(name)-\#(axis)","about":"\#(name)","axis":"\#(axis)","is":"\#(value)","at":"2026-08-01"}"#
    }
    if draw.chance(60) { addDeployment(maker, name, &text) }
    addActs(maker, name, &text)
  }

  private mutating func addRun(
    _ maker: String, _ name: String, _ index: Int, _ ordinal: Int, _ text: inout String
  ) {
    let isDerived = ordinal > 0 && draw.chance(30)
    let isPlanned = draw.chance(10)
    text +=
      #",{"activity":"\#(name)/run","kind":"\#(isDerived ? "fine-tuning" : "pretraining")","produces":"\#(name)""#
    if draw.isKnown() { text += #","by":"\#(maker)""# }
    if draw.isKnown() {
      text +=
        isPlanned
        ? #","from":"2027-02-01","to":"2027-06-30""# : #","from":"2025-09-01","to":"2026-06-30""#
    }
    if isDerived {
      let base = index - 1 - draw.below(ordinal)
      text += #","uses":[{"artifact":"m\#(base)","as":"base-weights"}]"#
    }
    if draw.isKnown() { text += #","complete":["uses"]"# }
    if draw.isKnown() {
      let value = amount(isDerived ? [21, 22, 23, 24] : [22, 23, 24, 25, 26])
      let bounds = draw.chance(30) ? #","low":"1e21 FLOP""# : ""
      text +=
        #","\#(isPlanned ? "budget" : "compute")":[{"method":"reported","value":"\#(value) FLOP"\#(bounds)}]"#
    }
    text += "}"
  }

  private mutating func addDeployment(_ maker: String, _ name: String, _ text: inout String) {
    let place = draw.pick(["FR", "DE", "US", "GB"])
    text += #",{"deployment":"\#(name)/api","model":"\#(name)","by":"\#(maker)","from":"2026-08-01""#
    if draw.isKnown() {
      text += #","access":"\#(draw.pick(["api", "api", "app", "internal", "published-weights"]))""#
    }
    if draw.isKnown() { text += #","available-in":["\#(place)"]"# }
    text += draw.isKnown() ? #","complete":["available-in"]}"# : "}"
    guard draw.isKnown() else { return }
    let rate = "\(draw.below(9) + 1)e\(draw.pick([15, 16, 17, 18]))"
    text +=
      #",{"activity":"\#(name)/serving","kind":"inference","by":"\#(maker)","from":"2026-08-01","deployment":"\#(name)/api","uses":[{"artifact":"\#(name)","as":"model"}],"complete":["uses"],"rate":[{"from":"2026-08-01","to":"2026-12-31","value":"\#(rate) FLOP/s","high":"\#(rate) FLOP/s"}]}"#
  }

  /// What its maker and the authorities decided of a model.
  private mutating func addActs(_ maker: String, _ name: String, _ text: inout String) {
    func act(_ kind: String, _ about: String, _ decision: String, _ covers: [String] = []) -> String {
      let covered =
        covers.isEmpty ? "" : #","covers":[\#(covers.map { "\"\($0)\"" }.joined(separator: ","))]"#
      return
        #",{"\#(kind)":"\#(maker)-\#(name)","about":"\#(about)","decision":"\#(decision)"\#(covered),"at":"2026-08-15"}"#
    }
    let about = "\(maker):\(name)"
    if draw.chance(50) { text += act("data-provenance", "\(name)/run", "no-protected-works") }
    if draw.chance(20) { text += act("safe-harbour-claim", name, "claimed", ["compute"]) }
    if draw.chance(10) {
      text += act("open-licence", name, "free-and-open", ["weights", "architecture", "usage"])
    }
    if draw.chance(30) {
      said["fr-authority", default: ""] += act(
        "safety-case", about, "approved", ["major-harm-bound", "guaranteed-major-harm-bound"])
    }
    if draw.chance(30) {
      said["fr-authority", default: ""] += act(
        "independent-audit", about, "approved", ["black-box", "white-box"])
    }
    if draw.chance(5) { said["fr-authority", default: ""] += act("safety-case-demand", about, "demanded") }
    if draw.chance(50) {
      said["fr-authority", default: ""] += act("run-registration", "\(about)/run", "registered")
    }
    if draw.chance(15) { said["agency", default: ""] += act("democratic-control", about, "established") }
    if draw.chance(1) { said["court", default: ""] += act("injunction", about, "granted") }
    if draw.chance(1) { said["commission", default: ""] += act("designation", about, "designated") }
  }

  private mutating func addAuthorities(adopter: String) {
    let roles = [
      ("fr-authority", "authority", "FR"), ("us-authority", "authority", "US"), ("court", "court", "FR"),
      ("agency", "international-agency", "world"), ("commission", "european-commission", "EU"),
    ]
    for (name, role, place) in roles {
      var text =
        header(name)
        + #",{"party":"\#(name)","roles":[{"role":"\#(role)","where":["\#(place)"],"from":"2025-01-01"}]}"#
      if name == "fr-authority" {
        text +=
          #",{"adoption":"gates","regime":"seed-gate-closure","activation":"2026-01-01","where":["FR"],"parameters":{"home":"FR"}}"#
      }
      if name == "us-authority" {
        text += #",{"adoption":"pause","regime":"seed-pauseai","activation":"2026-02-01","where":["US"]}"#
      }
      files.append(("\(name).json", text + (said[name] ?? "") + "]"))
    }
  }
}
