import Measures
import Records

/// What is said of a computation under all its names, as far as it tells whether another is the same one.
struct JoinedRun {
  private var from: Moment?
  private var to: Moment?
  /// The day by which it was over: the public record has no more than when the model was there.
  private var overBy: Moment?
  private var products: Set<GlobalID> = []

  /// What `record` says, with products by the names that `identity` gives them.
  init(_ record: Record?, _ identity: Identity) {
    guard let record else { return }
    products = Set(record.references("produces").map(identity.callAsFunction))
    if record.issuer == RecordReader.publicNamespace {
      overBy = record["to"]?.moment
    } else {
      (from, to) = (record["from"]?.moment, record["to"]?.moment)
    }
  }

  /// The two as one, with the fields that speak against it. What only one of them says contradicts nobody.
  func joined(with other: JoinedRun) -> (run: JoinedRun, contradictions: [String]) {
    var (both, fields): (JoinedRun, Set<String>) = (self, [])
    func agreed<Said: Equatable>(_ a: Said?, _ b: Said?, _ field: String) -> Said? {
      if let a, let b, a != b { fields.insert(field) }
      return a ?? b
    }
    both.from = agreed(from, other.from, "from")
    both.to = agreed(to, other.to, "to")
    both.overBy = [overBy, other.overBy].compactMap { $0 }.min { $0.last < $1.last }
    both.products = products.isEmpty ? other.products : products
    if !products.isEmpty, !other.products.isEmpty, products != other.products { fields.insert("produces") }
    for end in [both.to, both.overBy].compactMap({ $0?.last }) {
      if let from = both.from?.first, end < from { fields.insert("from") }
      if let to = both.to?.first, end < to { fields.insert("to") }
    }
    return (both, fields.sorted())
  }
}
