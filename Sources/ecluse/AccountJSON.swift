import Lineage
import Measures
import Records
import Regimes

extension Workspace {
  /// Accounts as JSON, with what is needed to make them again.
  func answer(
    _ accounts: [Account], _ convention: CountingConvention, _ dates: Dates, viewer: String?
  ) -> JSON {
    var inputs: [String: JSON] = [
      "knownAt": .optional(dates.knownAt?.description), "viewer": .optional(viewer),
    ]
    inputs["pack"] = convention.pack(in: library).map { pack in
      .object([
        "regime": .string(pack.id), "version": .string(pack.version), "packDigest": .string(pack.digest),
      ])
    }
    inputs["log"] = ledger?.log.json
    return .object([
      "ecluse": .int(1), "convention": .string(convention.name), "asOf": .string(dates.asOf.description),
      "totals": .array(accounts.map(\.json)), "inputs": .object(inputs),
    ])
  }
}

extension CountingConvention {
  /// The regime whose convention it is.
  func pack(in library: RegimeLibrary) -> RegimePack? {
    name.lastIndex(of: ":").flatMap { library.pack(String(name[..<$0])) }
  }
}

extension Account {
  /// The account as JSON: decimal integer strings, `null` for no best value and for no upper bound.
  var json: JSON {
    func number(_ value: UInt128?) -> JSON { .optional(value.map { String($0) }) }
    func members(_ bounds: Bounds<UInt128>) -> [String: JSON] {
      ["low": number(bounds.low), "best": number(bounds.best), "high": number(bounds.high)]
    }
    return .object(
      members(toDate).merging([
        "artifact": .string(subject.description), "atCompletion": .object(members(atCompletion)),
        "knownSum": number(knownSum), "groundTruth": number(groundTruth),
        "approximation": number(approximation),
        "presumedShare": .string(presumedShare.description),
        "activities": .array(
          largestFirst.map { entry in
            .object(
              members(entry.own).merging([
                "activity": .string(entry.activity.description), "kind": .string(entry.kind),
                "atCompletion": .object(members(entry.ownAtCompletion)), "counts": .bool(entry.counts),
                "because": .string(entry.because.code),
              ]) { first, _ in first })
          }),
        "findings": .array(
          findings.map { .object(["code": .string($0.code), "about": .strings($0.about)]) }),
      ]) { first, _ in first })
  }
}
