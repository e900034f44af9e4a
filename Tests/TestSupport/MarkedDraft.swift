import Measures
package import Records

/// A record of any kind with every field that its schema has, and a mark in each that can hold one.
package enum MarkedDraft {
  /// A draft of `kind` in `namespace`; `bodyMark` stands in every field that is body.
  package static func of(
    _ kind: Kind, in namespace: String = "acme", named local: String = "thing", bodyMark: String = "zqmark"
  ) throws -> Draft {
    var fields = try values(Kinds.commonFields + kind.fields, mark: bodyMark)
    for name in ["withheld", "replaces", "readers", "revision"] { fields[name] = nil }
    if fields["complete"] != nil { fields["complete"] = .list([.word(kind.fields[0].name)]) }
    return Draft(
      kind: kind, id: GlobalID(namespace, kind.name, local), fields: fields,
      mark: Mark(file: "marked", line: 1))
  }

  private static func values(_ fields: [Field], mark: String) throws -> [String: Value] {
    var result: [String: Value] = [:]
    let method = fields.contains { $0.name == "method" } ? "reported" : nil
    let read = ["method", "value", "low", "high", "book", "source", "confidence"]
    for field in fields where method == nil || read.contains(field.name) {
      let value = try value(field.shape, mark: field.isHead ? "seen" : mark)
      result[field.name] = field.name == "method" ? method.map { .word($0) } : value
    }
    return result
  }

  private static func value(_ shape: Shape, mark: String) throws -> Value {
    switch shape {
    case .text: .text("text \(mark)")
    case .word(let words): .word(words.first ?? "word-\(mark)")
    case .moment: .moment(try Moment("2026-03-02"))
    case .place: .place("FR")
    case .digest: .text("sha256:" + String(repeating: "ab", count: 32))
    case .integer: .integer(1)
    case .flag: .flag(true)
    case .reference(let kinds): .reference(GlobalID("other", kinds.first ?? "artifact", "name-\(mark)"))
    case .number: .number(try Bounds(low: Ratio(3), best: Ratio(7, over: 2), high: Ratio(4)))
    case .quantity(let dimension): .quantity(try Quantity(quantity(dimension)))
    case .money: .quantity(try Quantity("5 EUR"))
    case .chips: .chips(count: 64, id: "chip-\(mark)")
    case .chip: .word("chip-\(mark)")
    case .list(.reference(let kinds)):
      .list(try ["", "-two"].map { try value(.reference(kinds), mark: mark + $0) })
    case .list(let element): .list([try value(element, mark: mark)])
    case .group(let fields): .group(try values(fields, mark: mark))
    case .verbatim: .verbatim(.object(["key-\(mark)": .string(mark)]))
    }
  }

  private static func quantity(_ dimension: Dimension) -> String {
    switch dimension {
    case .flop: "3.8e25 FLOP"
    case .flopPerSecond: "4e18 FLOP/s"
    case .bitPerSecond: "100 Gbit/s"
    case .parameters: "405e9 parameters"
    case .tokens: "15e12 tokens"
    case .people: "12 people"
    case .money: "5 EUR"
    case .share: "1/3"
    }
  }
}
