package import Ledger
package import Records

extension SampleLog {
  /// The next of the batches that a process appends until it is killed: how many leaves it has follows from where it begins,
  /// and each leaf has its row and its body.
  package mutating func crashBatch() -> Batch {
    let places = size..<size + Self.crashStep(size)
    return batch(
      places.count, leafBytes: 600,
      places.flatMap {
        [
          .statement(.sample($0, "n\($0)")), .mention(MentionRow(id: Self.thing, leaf: $0, field: "f")),
          .opening(.sample($0, "f", .parties(["beta"]), bytes: Self.leaf($0, 700))),
        ]
      })
  }

  /// What each leaf of these batches mentions.
  package static let thing = GlobalID("acme", "artifact", "thing")

  /// How many leaves the batch has that begins at a place.
  package static func crashStep(_ place: UInt64) -> UInt64 { 1 + place &* 7 % 31 }
}
