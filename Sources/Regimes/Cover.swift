/// When something is so: in each of several cases, none of which says more than it needs.
///
/// A case names some open facts, and for each the outcomes that it may have; whatever the others are, the thing is so.
struct Cover: Hashable {
  /// For some facts, by number, the outcomes that are allowed: a bit for each, never none and never all.
  struct Case: Hashable {
    let allowed: [Int: UInt64]
    /// A bit for each fact, by its number modulo 64: what names another fact than `other` does not include it.
    private let names: UInt64

    fileprivate init(_ allowed: [Int: UInt64] = [:]) {
      self.allowed = allowed
      names = allowed.keys.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// Whether everything that `other` describes is described here.
    fileprivate func includes(_ other: Case) -> Bool {
      names & ~other.names == 0 && allowed.count <= other.allowed.count
        && allowed.allSatisfy { fact, outcomes in other.allowed[fact].map { $0 & ~outcomes == 0 } ?? false }
    }

    /// What both describe; `nil`: nothing.
    fileprivate func and(_ other: Case) -> Case? {
      var both = allowed
      for (fact, outcomes) in other.allowed {
        let common = (both[fact] ?? .max) & outcomes
        guard common != 0 else { return nil }
        both[fact] = common
      }
      return Case(both)
    }

    /// The same without what it says of a fact.
    fileprivate func without(_ fact: Int) -> Case {
      var rest = allowed
      rest[fact] = nil
      return Case(rest)
    }
  }

  /// How many cases are kept: those that ask least.
  static let most = 32

  /// The cases, those that ask least first.
  private(set) var cases: [Case] = []
  /// Whether none was left out.
  private(set) var isWhole = true

  /// Never so.
  static let never = Cover()
  /// Always so.
  static let always = Cover(cases: [Case()])

  private init(cases: [Case] = []) { self.cases = cases }

  /// So when a fact has one of these outcomes, of all that it may have.
  init(_ fact: Int, _ outcomes: UInt64, of all: UInt64) {
    switch outcomes & all {
    case 0: self = .never
    case all: self = .always
    default: cases = [Case([fact: outcomes & all])]
    }
  }

  /// So in one of the cases of either.
  func or(_ other: Cover) -> Cover {
    var result = self
    result.isWhole = isWhole && other.isWhole
    for one in other.cases { result.insert(one) }
    return result.cut
  }

  /// So in a case of both.
  func and(_ other: Cover) -> Cover {
    var result = Cover()
    result.isWhole = isWhole && other.isWhole
    for one in cases {
      for another in other.cases {
        if let both = one.and(another) { result.insert(both) }
      }
    }
    return result.cut
  }

  /// Every case that says no more than it needs, whatever cases it was made of: two that differ in one fact leave out
  /// what they have apart. `all` are the outcomes of each fact.
  func smallest(_ all: [UInt64]) -> Cover {
    var result = self
    var index = 1
    while index < result.cases.count, result.cases.count <= Self.most {
      let found = result.cases[..<index].flatMap { Self.between($0, result.cases[index], all) }
      let isNew = found.reduce(false) { result.insert($1) || $0 }
      // What was inserted may have taken others’ place.
      index = isNew ? 1 : index + 1
    }
    return result.cut
  }

  /// What follows from two cases in every fact that they both name.
  private static func between(_ one: Case, _ other: Case, _ all: [UInt64]) -> [Case] {
    one.allowed.keys.sorted().compactMap { fact in
      guard let own = one.allowed[fact], let others = other.allowed[fact] else { return nil }
      let either = own | others
      guard either != own, either != others else { return nil }
      guard let both = one.without(fact).and(other.without(fact)) else { return nil }
      return either == all[fact] ? both : both.and(Case([fact: either]))
    }
  }

  /// Adds a case unless it is included; takes out those that it includes.
  @discardableResult
  private mutating func insert(_ one: Case) -> Bool {
    if cases.contains(where: { $0.includes(one) }) { return false }
    cases.removeAll { one.includes($0) }
    cases.append(one)
    return true
  }

  private var cut: Cover {
    var result = self
    result.cases = cases.map { ($0, $0.order) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    if result.cases.count > Self.most {
      result.cases.removeLast(result.cases.count - Self.most)
      result.isWhole = false
    }
    return result
  }
}

extension Cover.Case {
  /// Where it stands: what asks least stands first.
  fileprivate var order: [UInt64] {
    [UInt64(allowed.count)] + allowed.sorted { $0.key < $1.key }.flatMap { [UInt64($0.key), $0.value] }
  }
}
