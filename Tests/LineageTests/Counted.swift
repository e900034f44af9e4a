import Measures
import Records
import TestSupport

@testable import Lineage

/// Small dossiers that several tests begin with.
enum Counted {
  /// A base and a model tuned from it, by one developer.
  static let tuned = """
    - dossier: acme
    - party: acme
      seat: FR
    - artifact: base
    - activity: base/run
      kind: pretraining
      by: acme
      produces: base
      \(exact("5e20"))
    - artifact: m
    - activity: m/run
      kind: fine-tuning
      by: acme
      uses: [{ artifact: base, as: base-weights }]
      produces: m
      \(exact("1e20"))

    """
}

/// A convention that counts everything once, to be narrowed in a test.
func convention(_ change: (inout CountingConvention) -> Void = { _ in }) -> CountingConvention {
  var result = CountingConvention(
    name: "test:all", measures: .trainingCompute,
    citation: Citation(document: "A test", locus: "1", checked: .reading))
  change(&result)
  return result
}

/// With links presumed within an environment.
func presuming(_ convention: inout CountingConvention) {
  convention.presumesDependence = true
  convention.flags = .all
}

extension Dossier {
  /// The account of an artifact of `acme`.
  func account(
    _ name: String = "m", at asOf: String = "2026-11-21",
    _ change: (inout CountingConvention) -> Void = { _ in }
  ) throws -> Account {
    try Accountant(graph(asOf), convention(change)).account(of: acme("artifact", name))
  }
}

/// A whole number of operations: `5e20`.
func flop(_ text: String) throws -> UInt128 { try Numeral(text).ratio().rounded(.down) }

/// Bounds: `-` where there is none.
func bounds(_ low: String, _ best: String, _ high: String) throws -> Bounds<UInt128> {
  try Bounds(low: flop(low), best: best == "-" ? nil : flop(best), high: high == "-" ? nil : flop(high))
}

/// An estimate that is exactly `amount`.
func exact(_ amount: String) -> String {
  "compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]"
}
