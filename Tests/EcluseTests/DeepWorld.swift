import Measures

@testable import Records

/// Long lineages: generations of models by two makers in turn, each built on all of the one before.
struct DeepWorld {
  private(set) var records: [Record] = []
  /// The models, oldest first.
  private(set) var models: [GlobalID] = []

  /// One model a generation is a chain of modifications; several are merges of merges.
  init(generations: Int, width: Int = 1, compute: String = "2e25 FLOP") {
    for maker in ["a0", "a1"] { add(maker, "party", maker, ["seat": .place("FR")]) }
    var before: [GlobalID] = []
    for generation in 0..<generations {
      let maker = "a\(generation % 2)"
      let made = (0..<width).map { GlobalID(maker, "artifact", "m\(generation)-\($0)") }
      for model in made {
        add(maker, "artifact", model.local, ["generates": .list([.word("language-text")])])
        add(
          maker, "activity", "\(model.local)/run",
          [
            "kind": .word(width > 1 ? "merge" : "fine-tuning"), "produces": .list([.reference(model)]),
            "by": .reference(GlobalID(maker, "party", maker)), "complete": .list([.word("uses")]),
            "compute": .list([.group(["method": .word("reported"), "value": Value(compute)])]),
            "uses": .list(
              before.map { base in
                .group(["artifact": .reference(base), "as": .word(width > 1 ? "merged" : "base-weights")])
              }),
          ])
      }
      models += made
      before = made
    }
  }

  private mutating func add(_ maker: String, _ kind: String, _ local: String, _ body: [String: Value]) {
    records.append(
      Record(
        kind: kind, id: GlobalID(maker, kind, local), revision: 1, issuer: maker, validFrom: nil,
        validTo: nil,
        stated: nil, replaces: nil, because: nil, isWithheld: false, body: body,
        mark: Mark(file: "deep", line: records.count)))
  }
}
