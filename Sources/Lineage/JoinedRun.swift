import Measures
import Records

/// What is said of a computation under all its names, as far as it tells whether its owner may join it with another.
struct JoinedRun {
  private var namespaces: Set<String>
  private var products: Set<GlobalID>
  /// When it ended, by each of its names.
  private var ends: [Moment?] = []
  /// When what it gave was there, by the public record.
  private var there: [Moment?] = []

  /// What is said of `name`, with products by the names that `identity` gives them.
  init(_ name: GlobalID, _ facts: Facts, _ identity: Identity) {
    namespaces = [name.namespace]
    products = Set(facts[name]?.references("produces").map(identity.callAsFunction) ?? [])
    let day = facts[name]?["to"]?.moment
    if name.namespace == RecordReader.publicNamespace { there = [day] } else { ends = [day] }
  }

  mutating func join(_ other: JoinedRun) {
    namespaces.formUnion(other.namespaces)
    products.formUnion(other.products)
    ends += other.ends
    there += other.there
  }

  /// Why one owner alone does not make one of the two. Its own are two, unless somebody else says otherwise. Of the public
  /// record one is its own where both name the same products and its own was over when the model was there.
  func differences(_ other: JoinedRun) -> [String] {
    guard namespaces.isDisjoint(with: other.namespaces) else { return ["names"] }
    let isOver = (ends + other.ends).allSatisfy { end in
      (there + other.there).allSatisfy { day in
        end.flatMap { end in day.map { end.last <= $0.last } } ?? false
      }
    }
    let latest = (there + other.there).compactMap { $0 }.min { $0.last < $1.last }
    return (products.isEmpty || products != other.products ? ["produces"] : [])
      + (isOver ? [] : [latest.map { "to ≤ \($0)" } ?? "to"])
  }
}
