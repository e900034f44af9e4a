import Lineage
import Measures
import Records

/// Turns the rules of a pack for subjects of one kind into straight-line steps. Classes, exemptions and steps of scales
/// are written out in place; what looks at facts stays a question.
///
/// INVARIANT: each function mirrors the one of `Judge` that it is named after; only joins are worked out here.
struct RuleCompiler {
  let library: RegimeLibrary
  let asOf: Instant
  /// The kind of record of the subjects.
  let kind: String
  private(set) var steps = RuleSteps()
  private var open: Set<Matter> = []
  private var known: [Matter: (position: Int, height: Int)] = [:]
  private var depth = 0
  private var greatestDepth = 0

  /// A class or a step of a scale, as one reader means it.
  private struct Matter: Hashable {
    let reader: RegimePack
    let isAssumed: Bool
    let name: String
  }

  /// Conditions that are deeper than this are left to the judge as a whole, which follows none past its own limit.
  private static let limit = 48

  /// The pack in whose words is asked, and whether it is only assumed.
  struct Reader {
    let pack: RegimePack
    var isAssumed = false
  }

  init(_ library: RegimeLibrary, asOf: Instant, kind: String) {
    (self.library, self.asOf, self.kind) = (library, asOf, kind)
  }

  // MARK: What is wanted

  /// The verdict of an article for one of its effects.
  mutating func effective(_ article: Article, _ effect: String, _ unless: Condition?, of pack: RegimePack)
    -> Int
  {
    whole(.effective(article, effect: effect, unless: unless), pack) { compiler in
      compiler.effective(article, effect, unless, Reader(pack: pack))
    }
  }

  /// Whether the subject is of a class.
  mutating func classified(_ name: ClassName, of pack: RegimePack) -> Int {
    whole(.condition(.classified(of: .subject, name)), pack) { $0.classified(name, Reader(pack: pack)) }
  }

  /// Whether a condition holds.
  mutating func condition(_ condition: Condition, of pack: RegimePack) -> Int {
    whole(.condition(condition), pack) { $0.evaluate(condition, Reader(pack: pack)) }
  }

  /// What `make` compiles, or the whole as one question where that is too deep.
  private mutating func whole(
    _ rule: BulkQuestion.Rule, _ pack: RegimePack, _ make: (inout RuleCompiler) -> Int
  ) -> Int {
    let before = (steps, known)
    greatestDepth = 0
    let position = make(&self)
    guard greatestDepth > Self.limit else { return position }
    (steps, known) = before
    return steps.position(asking: BulkQuestion(rule: rule, pack: pack, isAssumed: false))
  }

  // MARK: As the judge does it

  private mutating func ask(_ rule: BulkQuestion.Rule, _ reader: Reader) -> Int {
    steps.position(asking: BulkQuestion(rule: rule, pack: reader.pack, isAssumed: reader.isAssumed))
  }

  private mutating func evaluate(_ condition: Condition, _ reader: Reader) -> Int {
    depth += 1
    defer { depth -= 1 }
    greatestDepth = max(greatestDepth, depth)
    // What was begun is thrown away.
    guard greatestDepth <= Self.limit else { return steps.any([]) }
    switch condition {
    case .all(let parts): return steps.all(parts.map { evaluate($0, reader) })
    case .any(let parts): return steps.any(parts.map { evaluate($0, reader) })
    case .not(let part): return steps.position(.not(evaluate(part, reader)))
    case .classified(let path, let name) where isSubject(path): return classified(name, reader)
    case .tier(let path, let step) where isSubject(path): return tier(atLeast: step, reader)
    default: return ask(.condition(condition), reader)
    }
  }

  /// Whether a path stands for the subject.
  private func isSubject(_ path: Path) -> Bool {
    path.names.count == 1 && (path.head == "self" || (path.head == "model" && kind == "artifact"))
  }

  /// What `make` compiles, once for each reader. What leads back to itself cannot be excluded.
  private mutating func once(
    _ name: String, _ reader: Reader, _ make: (inout RuleCompiler) -> Int
  ) -> Int {
    let matter = Matter(reader: reader.pack, isAssumed: reader.isAssumed, name: name)
    if let known = known[matter] {
      greatestDepth = max(greatestDepth, depth + known.height)
      return known.position
    }
    guard open.insert(matter).inserted else { return steps.constant(holds: false, isPossible: true) }
    defer { open.remove(matter) }
    let before = greatestDepth
    greatestDepth = depth
    let position = make(&self)
    known[matter] = (position, greatestDepth - depth)
    greatestDepth = max(greatestDepth, before)
    return position
  }

  private mutating func tier(atLeast name: String, _ reader: Reader) -> Int {
    guard let scale = reader.pack.scales.first(where: { $0.steps.contains { $0.name == name } }),
      let index = scale.steps.firstIndex(where: { $0.name == name })
    else { return steps.constant(holds: false, isPossible: true) }
    return once("tier \(name)", reader) { compiler in
      let parts = scale.steps[index...].map { step in
        step.when.map { compiler.evaluate($0, reader) } ?? compiler.steps.all([])
      }
      return compiler.steps.any(parts)
    }
  }

  private mutating func classified(_ name: ClassName, _ reader: Reader) -> Int {
    once("class \(name)", reader) { $0.union(name, reader) }
  }

  /// The union of the articles that give a class.
  private mutating func union(_ name: ClassName, _ reader: Reader) -> Int {
    let unknown = steps.constant(holds: false, isPossible: true)
    guard library.pack(name.pack, meantBy: reader.pack, at: asOf) != nil else { return unknown }
    let givers = library.articles(giving: name, meantBy: reader.pack, at: asOf)
      .filter { $0.article.appliesTo.recordKind == kind }
    guard !givers.isEmpty else { return unknown }
    return steps.any(
      givers.map { pack, article in
        let inner = Reader(pack: pack, isAssumed: pack.id == reader.pack.id ? reader.isAssumed : true)
        let says = effective(article, "classifies", article.effects.classifies?.unless, inner)
        return asked(article, inner, says)
      })
  }

  /// What is not asked of a subject gives it nothing and takes nothing from it.
  private mutating func asked(_ article: Article, _ reader: Reader, _ says: Int) -> Int {
    guard article.appliesTo == .run || article.appliesTo == .agent else { return says }
    return steps.all([ask(.isAsked(article.appliesTo), reader), says])
  }

  private mutating func effective(
    _ article: Article, _ effect: String, _ unless: Condition?, _ reader: Reader
  ) -> Int {
    var position = applies(article, reader)
    let frees = Effects.freeing.contains(effect)
    func lifted(_ compiler: inout RuleCompiler, by other: Int) {
      position = compiler.steps.position(frees ? .onlyWithout(position, other) : .unless(position, other))
    }
    if let unless { lifted(&self, by: evaluate(unless, reader)) }
    for other in reader.pack.articles(exempting: article.id) {
      guard let exemption = other.effects.exempts, other.appliesTo.recordKind == kind,
        exemption.effects.isEmpty || exemption.effects.contains(effect)
      else { continue }
      lifted(&self, by: asked(other, reader, effective(other, "exempts", exemption.unless, reader)))
    }
    return position
  }

  private mutating func applies(_ article: Article, _ reader: Reader) -> Int {
    var parts = article.inForce == nil ? [] : [ask(.begun(article), reader)]
    if let when = article.when { parts.append(evaluate(when, reader)) }
    return steps.all(parts)
  }
}
