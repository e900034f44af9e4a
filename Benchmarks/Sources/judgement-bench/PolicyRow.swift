import Lineage
import Measures
import Records
import Regimes

/// What Rego and Cedar are given of a model, as a line of JSON: the facts that the thresholds look at. Amounts are in
/// units of 10¹² FLOP, for the whole numbers of Cedar have 64 bits.
enum PolicyRow {
  private static let unit = UInt128(1_000_000_000_000)

  static func all(
    _ models: [GlobalID], _ facts: Facts, _ graph: ComputeGraph, _ place: Workplace
  ) throws -> [String] {
    let conventions = [
      ("eu", "eu-gpai-guidelines-2025-07-18:eu-cumulative"), ("ca", "us-ca-sb53:us-ca-sb53"),
      ("seed", "seed-gate-closure:seed-annex-a"),
    ].compactMap { name, convention in
      place.program.library.convention(convention).map { (name, Accountant(graph, $0)) }
    }
    return try models.map { model in
      var fields = try conventions.map { name, accountant in
        #""\#(name)":\#(amount(try accountant.total(of: model), unit))"#
      }
      let record = facts[model]
      let parameters = try record?["parameters"]?.number.map { bounds in
        amount(
          try Bounds(low: bounds.low.numerator, best: bounds.best?.numerator, high: bounds.high?.numerator), 1
        )
      }
      fields.append(#""parameters":\#(parameters ?? #"{"low":0}"#)"#)
      let isFoundation = record?.words("model-type").contains("foundation") == true
      let isWhole = record?.isComplete("model-type") == true
      fields.append(#""foundation":"\#(isFoundation ? "yes" : isWhole ? "no" : "unknown")""#)
      // That a model is weak is said of the weights of that day: without the days of its run it is not known of these.
      let isDated = facts.records(of: "activity", mentioning: model).contains {
        $0.references("produces").contains(model) && $0["to"] != nil
      }
      for rating in facts.records(of: "rating", mentioning: model) {
        guard let axis = rating["axis"]?.text, let value = rating["is"]?.text, isDated || value == "strong"
        else { continue }
        fields.append(#""\#(axis)":"\#(value)""#)
      }
      for axis in ["autonomy", "generality", "intelligence"]
      where !fields.contains(where: { $0.hasPrefix("\"\(axis)") }) {
        fields.append(#""\#(axis)":"unknown""#)
      }
      return "{" + fields.joined(separator: ",")
    }
  }

  private static func amount(_ bounds: Bounds<UInt128>, _ unit: UInt128) -> String {
    for value in [bounds.low, bounds.best, bounds.high] {
      precondition(value.map { $0.isMultiple(of: unit) } ?? true, "an amount is no multiple of the unit")
    }
    var fields = [#""low":\#(bounds.low / unit)"#]
    if let best = bounds.best { fields.append(#""best":\#(best / unit)"#) }
    if let high = bounds.high { fields.append(#""high":\#(high / unit)"#) }
    return "{" + fields.joined(separator: ",") + "}"
  }
}
