import Measures
import Testing

@testable import Ledger
@testable import Records
@testable import Regimes
@testable import ecluse

/// Law 8 through leaves and openings: whoever is shown fewer openings sees no gate more open. A failure names its seed.
@Suite struct LedgerLaws {
  /// A world as leaves of a log, with every opening that there is.
  struct Leaf {
    let bytes: [UInt8]
    let rows: [OpeningRow]
  }

  private static let sealing = SealingKey([UInt8](repeating: 5, count: 32))

  /// Signatures are looked at when leaves are admitted, not when they are read.
  private static func leaves(_ records: [Record]) -> [Leaf] {
    records.enumerated().map { place, record in
      let (statement, openings) = Statement.of(record.draft, readers: .parties([]), sealing: sealing)
      let envelope = Envelope(
        payload: statement.payload,
        signatures: [.init(keyID: String(repeating: "0", count: 64), bytes: [UInt8](repeating: 1, count: 64))]
      )
      let list = Seal.list(openings.map(\.commitment))
      let rows = [(Seal.listField, list)] + openings.map { ($0.field, $0.bytes) }
      return Leaf(
        bytes: envelope.bytes,
        rows: rows.map { field, bytes in
          OpeningRow(
            leaf: UInt64(place), field: field, issuer: record.issuer, readers: .parties([]), bytes: bytes)
        })
    }
  }

  private static func read(_ leaves: [Leaf]) throws -> [Record] {
    var reading = LeafReading(SignedFields(places: Laws.workspace.places))
    return try leaves.enumerated().compactMap { place, leaf in
      try reading.read(leaf.bytes, leaf: UInt64(place), leaf.rows)?.record
    }
  }

  /// Some of the openings: of some records nothing, of others not even which fields there are.
  private static func fewer(_ leaves: [Leaf], _ random: inout Seeded) -> [Leaf] {
    leaves.map { leaf in
      switch Int.random(in: 0..<12, using: &random) {
      case 0: Leaf(bytes: leaf.bytes, rows: [])
      case 1: Leaf(bytes: leaf.bytes, rows: leaf.rows.filter { $0.field == Seal.listField })
      case 2, 3:
        Leaf(
          bytes: leaf.bytes,
          rows: leaf.rows.filter { $0.field == Seal.listField || random.chance(70) })
      default: leaf
      }
    }
  }

  @Test func whoIsShownFewerOpeningsSeesNothingMoreOpen() throws {
    var closed = 0
    for seed in Worlds.seeds(150) {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 77)
      let asked = Array(LawPacks.gates.shuffled(using: &random).prefix(6))
      var leaves = Self.leaves(world.records)
      let whole = try Self.read(leaves)
      // Whoever sees every opening sees what was said; when activities begin is worked out anew.
      #expect(
        whole.filter { $0.kind != "activity" } == world.records.filter { $0.kind != "activity" },
        "seed \(seed)")
      var before = try MonotoneLaws().gates(whole, world, asked)
      for _ in 0..<3 {
        leaves = Self.fewer(leaves, &random)
        let after = try MonotoneLaws().gates(try Self.read(leaves), world, asked)
        for (index, gate) in asked.enumerated() where before[index].state != .open {
          #expect(after[index].state != .open, "seed \(seed): \(gate.pack) \(gate.action.rawValue)")
        }
        closed += zip(before, after).count { $0.state == .open && $1.state != .open }
        before = after
      }
    }
    #expect(closed > 10)
  }
}

extension Record {
  /// The record as its author would have written it.
  fileprivate var draft: Draft {
    guard let kind = Kinds.named(kind) else { preconditionFailure("\(self.kind) is no kind") }
    var fields = body
    if revision > 1 { fields["revision"] = .integer(revision) }
    let period = ["from": validFrom, "to": validTo].compactMapValues { $0.map { Value.moment($0) } }
    if !period.isEmpty { fields["valid"] = .group(period) }
    fields["stated"] = stated.map { .moment($0) }
    fields["replaces"] = replaces.map { .integer($0) }
    fields["because"] = because.map { .text($0) }
    if isWithheld { fields["withheld"] = .flag(true) }
    return Draft(kind: kind, id: id, fields: fields, mark: mark)
  }
}
