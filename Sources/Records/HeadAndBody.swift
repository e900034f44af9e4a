/// A record as it is signed: what its schema shows to everyone, and the rest.
extension [Field] {
  /// The part of some fields that stands in a head, and the part that stands in a body. A list of groups that has both is
  /// in both, element by element.
  package func split(_ fields: [String: Value]) -> (head: [String: Value], body: [String: Value]) {
    var (head, body): ([String: Value], [String: Value]) = ([:], [:])
    for field in self {
      guard let value = fields[field.name] else { continue }
      let parts = field.split(value)
      head[field.name] = parts.head
      body[field.name] = parts.body
    }
    return (head, body)
  }

  /// The same fields as far as they stand in heads.
  package var ofHeads: [Field] { compactMap { $0.part(isHead: true) } }

  /// The same fields as far as they stand in bodies.
  package var ofBodies: [Field] { compactMap { $0.part(isHead: false) } }
}

extension Field {
  fileprivate func split(_ value: Value) -> (head: Value?, body: Value?) {
    guard isHead else { return (nil, value) }
    guard case .mixed(let inner) = mixture else { return (value, nil) }
    func group(_ value: Value) -> (head: [String: Value], body: [String: Value]) {
      if case .group(let members) = value { inner.split(members) } else { ([:], [:]) }
    }
    guard case .list(let elements) = value else {
      let parts = group(value)
      return (.group(parts.head), parts.body.isEmpty ? nil : .group(parts.body))
    }
    let parts = elements.map(group)
    let isAllHead = parts.allSatisfy { $0.body.isEmpty }
    return (.list(parts.map { .group($0.head) }), isAllHead ? nil : .list(parts.map { .group($0.body) }))
  }

  private enum Mixture {
    case head
    case body
    /// A head field of groups of which some members are body.
    case mixed([Field])
  }

  private var mixture: Mixture {
    guard isHead else { return .body }
    switch shape {
    case .group(let inner) where !inner.ofBodies.isEmpty: return .mixed(inner)
    case .list(.group(let inner)) where !inner.ofBodies.isEmpty: return .mixed(inner)
    default: return .head
    }
  }

  /// The field as it stands in a head or in a body; `nil`: not at all.
  fileprivate func part(isHead wanted: Bool) -> Field? {
    switch mixture {
    case .head: return wanted ? self : nil
    case .body: return wanted ? nil : self
    case .mixed(let inner):
      let rest = wanted ? inner.ofHeads : inner.ofBodies
      let shape: Shape = if case .list = self.shape { .list(.group(rest)) } else { .group(rest) }
      return Field(name: name, shape: shape, isRequired: wanted && isRequired, isHead: wanted, means: means)
    }
  }
}

extension Value {
  /// The two parts of a value put together again; `nil`: they are not of one value.
  package static func joined(_ head: Value, _ body: Value) -> Value? {
    switch (head, body) {
    case (.group(let left), .group(let right)):
      guard Set(left.keys).isDisjoint(with: right.keys) else { return nil }
      return .group(left.merging(right) { first, _ in first })
    case (.list(let left), .list(let right)):
      let pairs = zip(left, right).compactMap { joined($0, $1) }
      return left.count == right.count && pairs.count == left.count ? .list(pairs) : nil
    default: return nil
    }
  }
}
