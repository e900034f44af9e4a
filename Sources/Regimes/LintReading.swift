import Measures
import Records

/// Reads conditions of a pack as formulas. Where the law of the facts is not followed (places in places, say), the formula
/// asks less than the condition, so that nothing is called unreachable that is not.
struct FormulaReader {
  /// Where a condition stands: its pack, of what it is asked, and the names around it.
  struct Context {
    let pack: RegimePack
    var subject = "self"
    var kind: SubjectKind?
    var names: [String: (thing: String, kind: SubjectKind?)] = [:]
    /// The classes and steps that lead here.
    var open: Set<String> = []

    var place: Formula.Place {
      .init(pack: "\(pack.id)@\(pack.version)", subject: subject, names: names.mapValues(\.thing))
    }

    /// What a path without its fields stands for.
    func thing(_ path: Path) -> (name: String, kind: SubjectKind?) {
      if let named = names[path.head] { return (named.thing, named.kind) }
      switch path.head {
      case "self": return (subject, kind)
      case "model": return kind == .model ? (subject, kind) : ("\(subject).model", .model)
      case "developer": return kind == .party ? (subject, kind) : ("\(subject).developer", .party)
      case "provider": return ("\(subject).provider", .party)
      default: return (path.head, nil)
      }
    }

    func naming(_ name: String, _ thing: String, _ kind: SubjectKind?) -> Context {
      var inner = self
      inner.names[name] = (thing, kind)
      return inner
    }
  }

  /// How many classes and steps are followed into each other; what lies deeper may be so or not.
  private static let deepest = 3

  let library: RegimeLibrary
  private let members = Members()

  init(_ library: RegimeLibrary) { self.library = library }

  /// Numbers for the members that clauses find.
  private final class Members {
    private var numbers: [Formula.Matter: Int] = [:]

    func number(_ matter: Formula.Matter) -> Int {
      let number = numbers[matter] ?? numbers.count
      numbers[matter] = number
      return number
    }
  }

  /// When an article gives one of its effects: what it says, unless that is lifted or exempted.
  func effective(_ article: Article, _ effect: String, _ unless: Condition?, _ context: Context) -> Formula {
    var parts = [applies(article, context)]
    if let unless { parts.append(.not(formula(unless, context))) }
    // An exemption lifts only what binds.
    let exempting = Effects.binding.contains(effect) ? context.pack.articles(exempting: article.id) : []
    for other in exempting {
      guard let exemption = other.effects.exempts, other.appliesTo.recordKind == article.appliesTo.recordKind,
        exemption.effects.isEmpty || exemption.effects.contains(effect)
      else { continue }
      parts.append(.not(effective(other, "exempts", exemption.unless, context)))
    }
    return .all(parts)
  }

  /// When an article applies: from its own beginning on, and its condition.
  func applies(_ article: Article, _ context: Context) -> Formula {
    let start = article.inForce.map { _ in
      Formula.fact(.named("start of \(context.pack.id)@\(context.pack.version) \(article.id)"))
    }
    return .all([start, article.when.map { formula($0, context) }].compactMap { $0 })
  }

  func formula(_ condition: Condition, _ context: Context) -> Formula {
    switch condition {
    case .all(let parts): return .all(parts.map { formula($0, context) })
    case .any(let parts): return .any(parts.map { formula($0, context) })
    case .not(let part): return .not(formula(part, context))
    case .quantity(let test):
      return compared(words(test.quantity, context), test.comparator, test.threshold, test.bound, context)
    case .ratio(let test):
      guard test.fallback == nil else { return .fact(.clause(condition, context.place)) }
      let line = "\(words(test.of, context)) over \(words(test.over, context))"
      return compared(line, test.comparator, test.share, test.bound, context)
    case .rating(let path, let axis, let value):
      return .word(.named("\(axis) of \(context.thing(path).name)"), value)
    case .attribute(let test):
      let field = test.of.names.dropFirst().map { ".\($0)" }.joined()
      // Values that could not be read were reported; of them nothing more is said.
      if test.values.isEmpty { return .fact(.clause(condition, context.place)) }
      // Several values may be so at once.
      return .any(
        test.values.map {
          .fact(.named("\(test.key) of \(context.thing(test.of).name)\(field) is \(text(of: $0, context))"))
        })
    case .date(let path, let comparison, .parameter(let name)):
      let line = "\(context.thing(path).name).\(path.names.dropFirst().joined(separator: "."))"
      return compared(line, comparison == .before ? .below : .atLeast, name, .best, context)
    case .date(let path, let comparison, let operand):
      let matter = Formula.Matter.clause(.date(of: path, .before, operand), context.place)
      return comparison == .before ? .fact(matter) : .not(.fact(matter))
    case .classified(let path, let name): return classified(path, name, context)
    case .tier(let path, let step): return tier(path, step, context)
    case .attested: return .fact(.clause(condition, context.place))
    case .ordered(_, let name, let inner): return member(condition, name, nil, inner, context)
    case .some(let test), .every(let test):
      return member(condition, test.name, Self.kinds[test.set], test.suchThat, context)
    }
  }

  /// What the members of a set are.
  static let kinds: [String: SubjectKind] = [
    "originals": .model, "ancestors": .model, "models": .model, "models-involved": .model,
    "deployments": .deployment, "runs": .run, "clusters": .cluster, "affiliates": .party,
  ]

  /// That there is somebody or something, and what is asked of it. The same clause finds the same again.
  private func member(
    _ clause: Condition, _ name: String?, _ kind: SubjectKind?, _ inner: Condition?, _ context: Context
  ) -> Formula {
    let matter = Formula.Matter.clause(clause, context.place)
    guard let inner else { return .fact(matter) }
    let named = name.map { context.naming($0, "\($0) \(members.number(matter))", kind) } ?? context
    return .all([.fact(matter), formula(inner, named)])
  }

  private func classified(_ path: Path, _ name: ClassName, _ context: Context) -> Formula {
    let (thing, kind) = context.thing(path)
    let unknown = Formula.fact(.named("\(thing) is \(name)"))
    let givers = (library.givers[name] ?? []).map { (library.packs[$0.pack], $0.article) }
    // What other packs and versions say is not known here; nor what leads back.
    let versions = Set(givers.map { "\($0.0.id)@\($0.0.version)" })
    guard versions.count == Set(givers.map(\.0.id)).count, path.names.count == 1,
      !givers.isEmpty, !context.open.contains("\(name)"), context.open.count < Self.deepest
    else { return unknown }
    return .any(
      givers.compactMap { pack, position in
        let article = pack.articles[position]
        if let kind, article.appliesTo.recordKind != kind.recordKind { return nil }
        var inner = Context(pack: pack, subject: thing, kind: article.appliesTo)
        inner.open = context.open.union(["\(name)"])
        return effective(article, "classifies", article.effects.classifies?.unless, inner)
      })
  }

  private func tier(_ path: Path, _ step: String, _ context: Context) -> Formula {
    let thing = context.thing(path).name
    guard let scale = context.pack.scales.first(where: { $0.steps.contains { $0.name == step } }),
      !context.open.contains(step), context.open.count < Self.deepest
    else { return .fact(.named("\(thing) reaches \(step)")) }
    var inner = Context(pack: context.pack, subject: thing, kind: scale.appliesTo)
    inner.open = context.open.union([step])
    return .any(scale.steps.drop { $0.name != step }.map { reached($0, inner) })
  }

  /// When a step is reached.
  func reached(_ step: Scale.Step, _ context: Context) -> Formula {
    step.when.map { formula($0, context) } ?? .always
  }

  private func words(_ quantity: QuantityReference, _ context: Context) -> String {
    let parts = [
      quantity.name, context.thing(quantity.of).name, quantity.convention,
      quantity.since.map { context.thing($0).name }, quantity.with, quantity.period,
    ]
    return parts.map { $0 ?? "-" }.joined(separator: " ")
  }

  /// A comparison on a line. What may be set or changed is ordered with itself alone. What all bounds pass the best and the
  /// highest pass too, of which one may pass and not the other.
  private func compared(
    _ line: String, _ comparator: Comparator, _ name: String, _ bound: DecidingBound, _ context: Context
  ) -> Formula {
    let parameter = context.pack.parameters[name]
    var (line, value) = (line, Ratio(1))
    switch parameter?.content {
    case .quantity(let quantity) where parameter?.mayChange == nil:
      (line, value) = ("\(line) in \(quantity.dimension)", quantity.value)
    case .moment(let moment) where parameter?.mayChange == nil && moment.first.milliseconds >= 0:
      value = Ratio(UInt128(moment.first.milliseconds))
    default: line += " to \(context.pack.id)@\(context.pack.version) $\(name)"
    }
    let deciding: [DecidingBound] = bound == .all ? [.best, .high] : [bound]
    return .all(
      deciding.map { bound in
        let before = Formula.before(.named("\(line) by \(bound.rawValue)"), comparator.cut(at: value))
        return comparator.growsWithQuantity ? .not(before) : before
      })
  }

  private func text(of operand: Operand, _ context: Context) -> String {
    switch operand {
    case .word(let word): return word
    case .jurisdiction: return context.pack.jurisdiction
    case .path(let path): return context.thing(path).name
    case .parameter(let name):
      if let parameter = context.pack.parameters[name], parameter.mayChange == nil,
        case .place(let place) = parameter.content
      {
        return place
      }
      return "\(context.pack.id)@\(context.pack.version) $\(name)"
    }
  }
}
