public import Lineage
public import Measures
public import Records

/// What a library of packs says of models, as straight-line programs that judge 256 of them at a time.
///
/// A program holds at one as-of date. It knows no model: ``BulkColumns`` hold what is asked of models, and
/// ``BulkVerdicts`` what follows.
public struct BulkProgram: Sendable {
  /// The library.
  public let library: RegimeLibrary
  /// The packs that judge, in the order of all answers.
  public let packs: [RegimePack]
  /// The as-of date.
  public let asOf: Instant

  /// One for each pack.
  let rules: [PackRules]

  /// Compiles `packs`, which are of `library`.
  public init(_ library: RegimeLibrary, _ packs: [RegimePack], asOf: Instant) {
    (self.library, self.packs, self.asOf) = (library, packs, asOf)
    rules = packs.map { PackRules($0, library, asOf: asOf) }
  }

  /// What every pack says of each of some models, with all that it rests on.
  public func explained(
    _ models: [GlobalID], facts: Facts, graph: ComputeGraph, places: Places, estimator: Estimator
  ) -> [[Determination]] {
    let judge = Judge(facts: facts, graph: graph, library: library, places: places, estimator: estimator)
    return models.map { model in packs.map { judge.determine(model, $0) } }
  }
}

/// What one pack says of models and of their runs.
struct PackRules: Sendable {
  /// The verdicts: articles, then classes, then the steps of its scale.
  let verdicts: RuleSteps
  /// Where the answers of each stand in `verdicts`.
  let articles: [(article: Article, position: Int)]
  let classes: [(name: ClassName, position: Int)]
  let tiers: [(name: String, position: Int)]
  /// The actions that it closes.
  let actions: [Action]
  /// What closes deploying and using of the model, training of the model, training of its runs.
  let deploying: Closures
  let training: Closures
  let running: Closures

  init(_ pack: RegimePack, _ library: RegimeLibrary, asOf: Instant) {
    var compiler = RuleCompiler(library, asOf: asOf, kind: SubjectKind.model.recordKind)
    let asked = pack.articles(for: SubjectKind.model.recordKind)
    articles = asked.map { ($0, compiler.effective($0, "applies", nil, of: pack)) }
    var names: [ClassName] = []
    for article in asked {
      if let name = article.effects.classifies?.name, !names.contains(name) { names.append(name) }
    }
    classes = names.map { ($0, compiler.classified($0, of: pack)) }
    let scale = pack.scales.first { $0.appliesTo == .model }
    tiers = (scale?.steps ?? []).map { step in
      (step.name, compiler.condition(step.when ?? .all([]), of: pack))
    }
    verdicts = compiler.steps
    actions = Action.allCases.filter {
      [.model, .run].contains($0.subject) && !pack.articles(closing: $0).isEmpty
    }
    let places = actions.filter(\.isAskedPerCountry)
    let runs = actions.filter { !$0.isAskedPerCountry }
    deploying = Closures(pack, library, asOf: asOf, kind: .model, places)
    training = Closures(pack, library, asOf: asOf, kind: .model, runs)
    running = Closures(pack, library, asOf: asOf, kind: .run, runs)
  }
}

/// The articles that close some actions for subjects of one kind.
struct Closures: Sendable {
  let steps: RuleSteps
  let closures: [(actions: [Action], why: Int, unless: Int?)]

  init(
    _ pack: RegimePack, _ library: RegimeLibrary, asOf: Instant, kind: SubjectKind, _ actions: [Action]
  ) {
    var compiler = RuleCompiler(library, asOf: asOf, kind: kind.recordKind)
    closures = pack.articles(for: kind.recordKind).compactMap { article in
      let closed = actions.filter { article.effects.closes?.actions.contains($0) == true }
      guard !closed.isEmpty else { return nil }
      let why = compiler.effective(article, "closes", nil, of: pack)
      let unless = article.effects.closes?.unless.map { compiler.condition($0, of: pack) }
      return (closed, why, unless)
    }
    steps = compiler.steps
  }
}
