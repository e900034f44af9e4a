import Lineage
import Measures
import Records

/// Whether one condition holds wherever another does, whatever the facts. It follows a few laws of three-valued logic and of
/// the words of packs, each sound by itself: what it does not show may be so all the same.
struct Implication {
  let library: RegimeLibrary
  /// How deep classes and steps are followed.
  private static let deepest = 12

  /// A condition with the pack whose numbers and classes it names.
  struct Asked {
    let condition: Condition
    let pack: RegimePack
  }

  /// Whether `strict` is at least as true as `given`, for all facts.
  func holds(_ given: Asked, _ strict: Asked, depth: Int = 0) -> Bool {
    guard depth < Self.deepest else { return false }
    func next(_ left: Condition, _ right: Condition) -> Bool {
      holds(
        Asked(condition: left, pack: given.pack), Asked(condition: right, pack: strict.pack), depth: depth + 1
      )
    }
    if isSame(given, strict) { return true }
    // What is given is as true as its least part, or as its greatest; so is what is to be shown.
    if case .any(let parts) = given.condition { return parts.allSatisfy { next($0, strict.condition) } }
    if case .all(let parts) = strict.condition { return parts.allSatisfy { next(given.condition, $0) } }
    if case .classified(let path, let name) = given.condition {
      let ways = self.ways(name, path, given.pack, isWhole: true)
      if let ways, ways.allSatisfy({ holds($0, strict, depth: depth + 1) }) { return true }
    }
    if case .tier(let path, let step) = given.condition, path == .subject, let ways = steps(step, given.pack),
      ways.allSatisfy({ holds($0, strict, depth: depth + 1) })
    {
      return true
    }
    if case .all(let parts) = given.condition, parts.contains(where: { next($0, strict.condition) }) {
      return true
    }
    if case .any(let parts) = strict.condition, parts.contains(where: { next(given.condition, $0) }) {
      return true
    }
    if case .classified(let path, let name) = strict.condition {
      return (ways(name, path, strict.pack, isWhole: false) ?? []).contains {
        holds(given, $0, depth: depth + 1)
      }
    }
    if case .tier(let path, let step) = strict.condition, path == .subject {
      return (steps(step, strict.pack) ?? []).contains { holds(given, $0, depth: depth + 1) }
    }
    return leaf(given, strict, next)
  }

  /// Whether both say the same, numbers in place. Classes and steps are named by their packs.
  private func isSame(_ left: Asked, _ right: Asked) -> Bool {
    if left.pack !== right.pack, [left, right].contains(where: \.namesItsOwn) { return false }
    return RuleCode(pack: left.pack).code(.condition(left.condition))
      == RuleCode(pack: right.pack).code(.condition(right.condition))
  }

  private func leaf(_ given: Asked, _ strict: Asked, _ next: (Condition, Condition) -> Bool) -> Bool {
    switch (given.condition, strict.condition) {
    case (.not(let left), .not(let right)):
      return holds(Asked(condition: right, pack: strict.pack), Asked(condition: left, pack: given.pack))
    case (.quantity(let left), .quantity(let right)): return quantity(left, given.pack, right, strict.pack)
    case (.attribute(let left), .attribute(let right)):
      guard left.of == right.of, left.key == right.key else { return false }
      let allowed = Set(right.values.map { word($0, strict.pack) })
      return left.values.allSatisfy { word($0, given.pack).map { allowed.contains($0) } ?? false }
    case (.attested(let left), .attested(let right)): return act(left, given.pack, right, strict.pack)
    case (.ordered(let left, _, let inner), .ordered(let right, _, nil)):
      return inner == nil && act(left, given.pack, right, strict.pack)
    case (.some(let left), .some(let right)), (.every(let left), .every(let right)):
      guard left.set == right.set, left.roles == right.roles, left.name == right.name else { return false }
      guard let asked = right.suchThat else { return true }
      return left.suchThat.map { next($0, asked) } ?? false
    default: return false
    }
  }

  /// The articles by which a class is given: all of them, or those that nothing lifts. `nil`: not of the subject itself.
  private func ways(_ name: ClassName, _ path: Path, _ reader: RegimePack, isWhole: Bool) -> [Asked]? {
    guard path == .subject, library.isGiven(name) else { return nil }
    let givers = library.packs.flatMap { pack in
      pack.articles.filter { $0.effects.classifies?.name == name }.map { (pack, $0) }
    }
    let kept = givers.filter { pack, article in
      isWhole
        || article.effects.classifies?.unless == nil && article.inForce == nil
          && pack.articles(exempting: article.id).isEmpty && pack.status != .guidance
    }
    return kept.map { pack, article in Asked(condition: article.when ?? .all([]), pack: pack) }
  }

  /// What makes a step or a higher one.
  private func steps(_ name: String, _ pack: RegimePack) -> [Asked]? {
    guard let scale = pack.scales.first(where: { $0.steps.contains { $0.name == name } }),
      let first = scale.steps.firstIndex(where: { $0.name == name })
    else { return nil }
    return scale.steps[first...].map { Asked(condition: $0.when ?? .all([]), pack: pack) }
  }

  /// The value of a parameter as the text has it; `nil` for one that may be changed: then nothing is shown of it.
  func amount(_ name: String, _ pack: RegimePack) -> (value: Ratio, dimension: Dimension)? {
    guard let parameter = pack.parameters[name], parameter.mayChange == nil else { return nil }
    switch parameter.content {
    case .quantity(let quantity): return (quantity.value, quantity.dimension)
    case .derived(let of, let divisor):
      guard let above = amount(of, pack), let below = amount(divisor, pack),
        let value = try? above.value.divided(by: below.value)
      else { return nil }
      return (value, above.dimension)
    default: return nil
    }
  }

  private func quantity(
    _ left: QuantityTest, _ given: RegimePack, _ right: QuantityTest, _ strict: RegimePack
  ) -> Bool {
    guard let (low, kind) = amount(left.threshold, given),
      let (limit, other) = amount(right.threshold, strict),
      kind == other, left.bound == right.bound, left.quantity.name == right.quantity.name,
      left.quantity.of == right.quantity.of, left.quantity.since == right.quantity.since,
      left.quantity.with == right.quantity.with, left.quantity.period == right.quantity.period,
      left.comparator.growsWithQuantity == right.comparator.growsWithQuantity
    else { return false }
    let grows = left.comparator.growsWithQuantity
    guard
      grows
        ? counts(right.quantity.convention, atLeastAsMuchAs: left.quantity.convention)
        : counts(left.quantity.convention, atLeastAsMuchAs: right.quantity.convention)
    else { return false }
    let isStrict = { (test: QuantityTest) in test.comparator == .above || test.comparator == .below }
    if low == limit { return isStrict(left) || !isStrict(right) }
    return grows ? limit < low : limit > low
  }

  /// Whether one convention counts whatever another does, and believes the same.
  private func counts(_ wide: String?, atLeastAsMuchAs narrow: String?) -> Bool {
    if wide == narrow { return true }
    guard let wide = wide.flatMap(library.convention), let narrow = narrow.flatMap(library.convention) else {
      return false
    }
    func contains(_ wide: CountingConvention.Selection, _ narrow: CountingConvention.Selection) -> Bool {
      switch (wide, narrow) {
      case (.all, _): true
      case (.only(let wide), .only(let narrow)): wide.isSuperset(of: narrow)
      case (.only, .all): false
      }
    }
    return wide.measures == narrow.measures && contains(wide.roles, narrow.roles)
      && contains(wide.kinds, narrow.kinds) && contains(wide.flags, narrow.flags)
      && wide.exceptRoles.isSubset(of: narrow.exceptRoles) && wide.requirements.isEmpty
      && (!wide.stopsAtHumanBreak || narrow.stopsAtHumanBreak)
      && (!wide.sameActorOnly || narrow.sameActorOnly) && wide.order == narrow.order
      && wide.issuers == narrow.issuers && wide.presumesDependence == narrow.presumesDependence
      && wide.details == narrow.details && wide.tolerance == narrow.tolerance
  }

  private func word(_ operand: Operand, _ pack: RegimePack) -> String? {
    switch operand {
    case .word(let word): return word
    case .jurisdiction: return "place \(pack.jurisdiction)"
    case .parameter(let name):
      guard let parameter = pack.parameters[name], parameter.mayChange == nil,
        case .place(let place) = parameter.content
      else { return nil }
      return "place \(place)"
    case .path: return nil
    }
  }

  /// Whether whatever meets one test of an act meets the other.
  private func act(_ left: ActTest, _ given: RegimePack, _ right: ActTest, _ strict: RegimePack) -> Bool {
    guard left.kind == right.kind, left.about == right.about, right.restsOn.isEmpty,
      right.quorum <= left.quorum,
      right.decisions.isEmpty
        || !left.decisions.isEmpty && Set(left.decisions).isSubset(of: right.decisions),
      Set(right.covers).isSubset(of: left.covers)
    else { return false }
    func code(_ issuers: [IssuerTest], _ pack: RegimePack) -> Set<[String]> {
      Set(
        issuers.map { issuer in
          let place =
            switch issuer.jurisdiction {
            case .any: "any"
            case .country: "country"
            case .parameter(let name): word(.parameter(name), pack) ?? "?\(pack.id)"
            case .path(let path): "path \(path)"
            }
          return [issuer.role, place, issuer.accreditedBy ?? ""]
        })
    }
    if !right.issuers.isEmpty {
      guard !left.issuers.isEmpty, code(left.issuers, given).isSubset(of: code(right.issuers, strict)) else {
        return false
      }
    }
    guard let age = right.maxAge else { return true }
    guard let own = left.maxAge, case .period(let mine)? = given.parameters[own]?.content,
      case .period(let other)? = strict.parameters[age]?.content
    else { return false }
    return mine == other
  }
}

extension Implication.Asked {
  /// Whether it names a step, a class or a convention of its pack: another means something else by the same word.
  fileprivate var namesItsOwn: Bool {
    condition.leaves.contains { leaf in
      switch leaf {
      case .tier: true
      case .classified(_, let name): name.pack == pack.id
      default: leaf.quantities.contains { $0.convention?.hasPrefix("\(pack.id):") == true }
      }
    }
  }
}
