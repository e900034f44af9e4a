import Lineage
import Measures
import Records

/// Makes sketches in which a condition holds, or fails.
struct SketchWishes {
  let library: RegimeLibrary
  let places: Places
  let at: Instant
  /// How many ways are followed, and how deep.
  private static let (most, deepest) = (6, 12)

  /// A condition of a pack, asked of a thing; names given by `let`.
  struct Asked {
    let pack: RegimePack
    let thing: Sketch.Thing
    var names: [String: Sketch.Thing] = [:]
  }

  /// The sketches that `sketch` becomes where the condition is so, or is not so; none where no way is seen.
  func sketches(
    _ condition: Condition?, _ isSo: Bool, _ asked: Asked, from sketch: Sketch, depth: Int = 0
  ) -> [Sketch] {
    guard let condition else { return isSo ? [sketch] : [] }
    guard depth < Self.deepest else { return [] }
    func next(_ condition: Condition?, _ isSo: Bool, _ from: Sketch) -> [Sketch] {
      sketches(condition, isSo, asked, from: from, depth: depth + 1)
    }
    func all(_ parts: [Condition], _ isSo: Bool) -> [Sketch] {
      parts.reduce([sketch]) { found, part in
        Array(found.flatMap { next(part, isSo, $0) }.prefix(Self.most))
      }
    }
    func any(_ parts: [Condition], _ isSo: Bool) -> [Sketch] {
      Array(parts.flatMap { next($0, isSo, sketch) }.prefix(Self.most))
    }
    switch condition {
    case .all(let parts): return isSo ? all(parts, true) : any(parts, false)
    case .any(let parts): return isSo ? any(parts, true) : all(parts, false)
    case .not(let part): return next(part, !isSo, sketch)
    case .quantity(let test): return quantity(test, isSo, asked, sketch)
    case .ratio(let test): return ratio(test, isSo, asked, sketch)
    case .rating(_, let axis, let value):
      var copy = sketch
      let other = value == "strong" ? "weak" : "strong"
      return copy.rate(axis, isSo ? value : other) ? [copy] : []
    case .attribute(let test): return attribute(test, isSo, asked, sketch)
    case .date: return [sketch]
    case .classified(let path, let name): return classified(path, name, isSo, asked, sketch, depth)
    case .tier(let path, let step): return tier(path, step, isSo, asked, sketch, depth)
    case .attested(let test): return isSo ? said(test, asked, sketch) : [sketch]
    case .ordered(let test, _, _): return isSo ? said(test, asked, sketch) : [sketch]
    case .some(let test), .every(let test): return members(test, isSo, asked, sketch, depth)
    }
  }

  /// The thing that a path leads to.
  private func thing(_ path: Path, _ asked: Asked) -> Sketch.Thing? {
    switch path.head {
    case "self": asked.thing
    case "developer", "provider": .maker
    case "model": .model
    default: asked.names[path.head]
    }
  }

  private func quantity(_ test: QuantityTest, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch) -> [Sketch] {
    guard var thing = thing(test.quantity.of, asked),
      let (value, dimension) = Implication(library: library).amount(test.threshold, asked.pack)
        ?? stated(test.threshold, asked.pack)
    else { return [] }
    var copy = sketch
    if test.quantity.name == "training-compute" {
      if thing == .run { thing = .model }
      if let convention = test.quantity.convention.flatMap(library.convention),
        !convention.kinds.contains(copy.runKind), convention.kinds.contains("fine-tuning")
      {
        copy.count("fine-tuning")
      }
      if test.quantity.since != nil { copy.modify() }
    }
    if case .money(let currency) = dimension { copy.pay(in: currency) }
    let whole = value.rounded(.down)
    let isWhole = value == Ratio(whole)
    let passes = copy.limit(
      test.quantity.name, of: thing,
      from: test.comparator.growsWithQuantity == isSo
        ? (isWhole && (test.comparator == .atLeast || test.comparator == .below) ? whole : whole &+ 1) : 0,
      to: test.comparator.growsWithQuantity == isSo
        ? nil
        : isWhole && (test.comparator == .atLeast || test.comparator == .below) && whole > 0
          ? whole &- 1 : whole)
    return passes ? [copy] : []
  }

  /// The value of a parameter as the text has it, whoever may change it.
  private func stated(_ name: String, _ pack: RegimePack) -> (Ratio, Dimension)? {
    switch pack.parameters[name]?.content {
    case .quantity(let quantity): return (quantity.value, quantity.dimension)
    case .derived(let of, let divisor):
      guard let (above, dimension) = stated(of, pack), let (below, _) = stated(divisor, pack),
        let value = try? above.divided(by: below)
      else { return nil }
      return (value, dimension)
    default: return nil
    }
  }

  private func ratio(_ test: RatioTest, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch) -> [Sketch] {
    guard case .quantity(let share)? = asked.pack.parameters[test.share]?.content else { return [] }
    var copy = sketch
    copy.modify()
    copy.add(.init(limit: share.value, isAbove: test.comparator.growsWithQuantity == isSo))
    return copy.ownCompute == nil ? [] : [copy]
  }

  private func attribute(_ test: AttributeTest, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch) -> [Sketch] {
    guard let thing = thing(test.of, asked) else { return [] }
    let values = test.values.compactMap { value($0, asked.pack, sketch) }
    // Who reaches a model and where is what its deployment says.
    let isOfService = thing == .model && ["access", "placed-on-market-in"].contains(test.key)
    let owner = isOfService ? .deployment : thing
    let key = test.key == "placed-on-market-in" ? "available-in" : test.key
    guard isSo else { return sketch.states(key, of: owner).isDisjoint(with: values) ? [sketch] : [] }
    return values.prefix(2).map { value in
      var copy = sketch
      copy.state(value, key, of: owner)
      return copy
    }
  }

  /// A word, or a country of a place that a pack names.
  private func value(_ operand: Operand, _ pack: RegimePack, _ sketch: Sketch) -> String? {
    let named: String?
    switch operand {
    case .word(let word): return word
    case .jurisdiction: named = pack.jurisdiction
    case .parameter(let name):
      if case .place(let place)? = pack.parameters[name]?.content { named = place } else { named = nil }
    case .path: named = nil
    }
    return named.map { places.contains($0, sketch.place, at: at) ? sketch.place : $0 }
  }

  private func classified(
    _ path: Path, _ name: ClassName, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch, _ depth: Int
  ) -> [Sketch] {
    guard let thing = thing(path, asked) else { return [] }
    let givers = library.articles(giving: name, meantBy: asked.pack, at: at)
    func of(_ pack: RegimePack) -> Asked { Asked(pack: pack, thing: thing) }
    guard isSo else {
      return givers.reduce([sketch]) { found, giver in
        Array(
          found.flatMap { sketches(giver.article.when, false, of(giver.pack), from: $0, depth: depth + 1) }
            .prefix(Self.most))
      }
    }
    return Array(
      givers.flatMap { sketches($0.article.when, true, of($0.pack), from: sketch, depth: depth + 1) }
        .prefix(Self.most))
  }

  private func tier(
    _ path: Path, _ name: String, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch, _ depth: Int
  ) -> [Sketch] {
    guard let scale = asked.pack.scales.first(where: { $0.steps.contains { $0.name == name } }),
      let first = scale.steps.firstIndex(where: { $0.name == name })
    else { return [] }
    let steps = scale.steps[first...].compactMap(\.when)
    let model = Asked(pack: asked.pack, thing: .model)
    return sketches(isSo ? .any(steps) : .not(.any(steps)), true, model, from: sketch, depth: depth + 1)
  }

  private func members(_ test: SetTest, _ isSo: Bool, _ asked: Asked, _ sketch: Sketch, _ depth: Int)
    -> [Sketch]
  {
    let members: [String: Sketch.Thing] = [
      "originals": .original, "ancestors": .original, "deployments": .deployment, "runs": .run,
      "models": .model,
      "models-involved": .model, "clusters": .cluster,
    ]
    guard let member = members[test.set] else { return isSo ? [] : [sketch] }
    var copy = sketch
    if member == .original {
      guard isSo || copy.isModified else { return [copy] }
      copy.modify()
    }
    var inner = asked
    inner.names[test.name] = member
    return sketches(test.suchThat, isSo, inner, from: copy, depth: depth + 1)
  }

  /// Somebody who may says it.
  private func said(_ test: ActTest, _ asked: Asked, _ sketch: Sketch) -> [Sketch] {
    guard test.restsOn.isEmpty, test.quorum <= 1 else { return [] }
    let issuer = test.issuers.first ?? IssuerTest(role: "authority", jurisdiction: .any, accreditedBy: nil)
    let place: String?
    switch issuer.jurisdiction {
    case .parameter(let name): place = value(.parameter(name), asked.pack, sketch)
    default: place = sketch.place
    }
    var copy = sketch
    copy.add(
      .init(
        kind: test.kind, about: test.about.flatMap { thing($0, asked)?.id }, decision: test.decisions.first,
        covers: test.covers, role: issuer.role, place: place, accreditor: issuer.accreditedBy))
    return [copy]
  }
}
