extension Condition {
  /// Whether it asks of what a rule has given this name; else its answer is the same whatever that is.
  func asks(of name: String) -> Bool { leaves.contains { $0.paths.contains { $0.head == name } } }

  /// What a condition without parts of its own asks of.
  private var paths: [Path] {
    func paths(_ quantity: QuantityReference) -> [Path] { [quantity.of] + [quantity.since].compactMap { $0 } }
    func paths(_ issuers: [IssuerTest]) -> [Path] {
      issuers.compactMap { if case .path(let path) = $0.jurisdiction { path } else { nil } }
    }
    func paths(_ test: ActTest) -> [Path] {
      [test.about].compactMap { $0 } + paths(test.issuers) + test.restsOn.flatMap { paths($0.issuers) }
    }
    switch self {
    case .quantity(let test): return paths(test.quantity)
    case .ratio(let test): return paths(test.of) + paths(test.over)
    case .attribute(let test): return [test.of]
    case .rating(let of, _, _), .classified(let of, _), .tier(let of, _): return [of]
    case .date(let of, _, .path(let other)): return [of, other]
    case .date(let of, _, _): return [of]
    case .attested(let test), .ordered(let test, _, _): return paths(test)
    case .all, .any, .not, .some, .every: return []
    }
  }
}
