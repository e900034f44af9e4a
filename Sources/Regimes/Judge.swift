package import Lineage
package import Measures
package import Records

/// Judges subjects under the loaded packs: one as-of date, one set of facts, no clock, no file.
///
/// Not shared between tasks: it keeps what it has worked out.
package final class Judge {
  package let facts: Facts
  package let graph: ComputeGraph
  package let library: RegimeLibrary
  package let places: Places
  let estimator: Estimator

  var asOf: Instant { facts.asOf }

  private var accountants: [String: Accountant] = [:]
  private var classes: [ClassQuestion: Explanation] = [:]
  private var articles: [ArticleQuestion: Explanation] = [:]
  private var closing: [ArticleQuestion: Closing] = [:]
  var tiers: [TierQuestion: Explanation] = [:]
  private var closures: [GlobalID: Facts] = [:]
  /// Countries that any fact names, with what was asked.
  lazy var namedCountries: Set<String> = countriesNamedByFacts()
  private var open: Set<ClassQuestion> = []

  private struct ClassQuestion: Hashable {
    let name: ClassName
    let version: String
    let subject: GlobalID
    let question: Question.Place?
    let adoption: GlobalID?
  }

  /// Whether an article closes a gate there, and what would lift it.
  struct Closing {
    let why: Explanation
    let unless: Explanation?
  }

  /// Whether an article closes gates for a subject in a place. Worked out once for all its actions.
  func closing(_ article: Article, _ unless: Condition?, _ scope: Scope) -> Closing {
    let key = ArticleQuestion(
      pack: scope.pack.digest, article: article.id, subject: scope.subject, question: scope.question?.place,
      adoption: scope.standing.adoption?.id)
    if let known = closing[key] { return known }
    let why = effective(article, "closes", nil, scope)
    let made = Closing(why: why, unless: why.verdict.isPossible ? unless.map { evaluate($0, scope) } : nil)
    closing[key] = made
    return made
  }

  private struct ArticleQuestion: Hashable {
    let pack: String
    let article: String
    let subject: GlobalID
    let question: Question.Place?
    let adoption: GlobalID?
  }

  package init(
    facts: Facts, graph: ComputeGraph, library: RegimeLibrary, places: Places, estimator: Estimator
  ) {
    self.facts = facts
    self.graph = graph
    self.estimator = estimator
    self.library = library
    self.places = places
  }

  /// The accountant of a convention.
  package func accountant(_ name: String) -> Accountant? {
    library.convention(name).map(accountant)
  }

  /// The accountant of the convention that a pack means by `pack:name`.
  func accountant(_ name: String, meantBy reader: RegimePack) -> Accountant? {
    convention(name, meantBy: reader).map(accountant)
  }

  /// The convention that a pack means by `pack:name`.
  func convention(_ name: String, meantBy reader: RegimePack) -> CountingConvention? {
    let id = String(name.prefix { $0 != ":" })
    return library.pack(id, meantBy: reader, at: asOf).flatMap {
      library.convention(String(name.dropFirst(id.count + 1)), of: $0)
    }
  }

  private func accountant(_ convention: CountingConvention) -> Accountant {
    if let known = accountants[convention.name] { return known }
    let made = Accountant(graph, convention)
    accountants[convention.name] = made
    return made
  }

  /// Whether `subject` is of a class.
  package func verdict(_ subject: GlobalID, _ name: ClassName) -> Verdict {
    guard let pack = library.pack(name.pack) else { return .cannotBeExcluded }
    let standing = standings(pack, subject).first ?? .assumed(pack)
    return classified(subject, name, Scope(pack: pack, standing: standing, subject: subject)).verdict
  }

  /// How deep conditions are followed into each other; what lies deeper cannot be excluded.
  private static let greatestDepth = 256
  private var depth = 0

  /// Does `work` one level deeper, or gives `nil` where that is too deep.
  func deeper(_ work: () -> Explanation) -> Explanation? {
    guard depth < Self.greatestDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    return work()
  }

  /// Whether `subject` is of a class: the union of the articles that give it.
  func classified(_ subject: GlobalID, _ name: ClassName, _ scope: Scope) -> Explanation {
    let question = subject == scope.subject ? scope.question : nil
    let meant = library.pack(name.pack, meantBy: scope.pack, at: asOf)
    let key = ClassQuestion(
      name: name, version: meant?.version ?? "", subject: subject, question: question?.place,
      adoption: scope.standing.adoption?.id)
    if let known = classes[key] { return known }
    let clause = Phrase.classifiedAs.with(.word(name.name), .code(name.pack))
    guard meant != nil else {
      return Explanation(
        .cannotBeExcluded, Phrase.packNotLoaded.with(.code(name.pack)), code: "class \(name)")
    }
    guard open.insert(key).inserted else {
      return Explanation(.cannotBeExcluded, Phrase.classLoop.with(.word(name.name)), code: "class \(name)")
    }
    defer { open.remove(key) }
    let parts = library.articles(giving: name, meantBy: scope.pack, at: asOf).compactMap {
      pack, article -> Explanation? in
      // Only the pack itself and the guidance that interprets it give its classes.
      guard article.appliesTo.recordKind == subject.kind,
        pack.id == name.pack || pack.interprets == name.pack
      else { return nil }
      let inner = Scope(
        pack: pack, standing: pack.id == scope.pack.id ? scope.standing : .assumed(pack), subject: subject,
        question: question)
      return effective(article, "classifies", article.effects.classifies?.unless, inner)
    }
    let result = Explanation(.any(parts.map(\.verdict)), clause, code: "class \(name)", parts: parts)
    classes[key] = result
    return result
  }

  /// The verdict of an article for one of its effects: what it says, unless that is lifted or exempted.
  func effective(_ article: Article, _ effect: String, _ unless: Condition?, _ scope: Scope) -> Explanation {
    let says = applies(article, scope)
    var parts = [says]
    if let unless {
      let lifted = evaluate(unless, scope)
      parts.append(Explanation(lifted.verdict, Phrase.unlessLifted.message, code: "unless", parts: [lifted]))
    }
    for other in scope.pack.articles {
      guard let exemption = other.effects.exempts, exemption.articles.contains(article.id),
        exemption.effects.isEmpty || exemption.effects.contains(effect),
        other.appliesTo.recordKind == scope.subject.kind
      else { continue }
      let lifted = effective(other, "exempts", exemption.unless, scope)
      parts.append(
        Explanation(
          lifted.verdict, Phrase.exemptedBy.with(.code(other.id)), code: "exempted by \(other.id)",
          citation: other.citation, parts: [lifted]))
    }
    guard parts.count > 1 else { return says }
    // What lifts acts on *holds* only.
    let isLifted = parts.dropFirst().contains { $0.verdict == .holds }
    return Explanation(
      isLifted ? .fails : says.verdict, says.clause, code: says.code, citation: article.citation, parts: parts
    )
  }

  /// Whether an article applies: in force, and its condition. Worked out once for each subject and question.
  func applies(_ article: Article, _ scope: Scope) -> Explanation {
    let key = ArticleQuestion(
      pack: scope.pack.digest, article: article.id, subject: scope.subject, question: scope.question?.place,
      adoption: scope.standing.adoption?.id)
    if let known = articles[key] { return known }
    let result = workedOut(article, scope)
    articles[key] = result
    return result
  }

  private func workedOut(_ article: Article, _ scope: Scope) -> Explanation {
    let clause = Message(article.says)
    if let start = article.inForce, let from = self.start(start, scope) {
      if from > asOf {
        return Explanation(
          .fails, Phrase.notYetInForce.with(.message(clause), .date(.instant(from))),
          code: "article \(article.id)",
          citation: article.citation)
      }
    }
    guard let when = article.when else {
      return Explanation(.holds, clause, code: "article \(article.id)", citation: article.citation)
    }
    let inner = evaluate(when, scope)
    return Explanation(
      inner.verdict, clause, code: "article \(article.id)", citation: article.citation, parts: [inner])
  }

  /// The facts that anything said of a subject can rest on.
  func near(_ subject: GlobalID) -> Facts {
    if let known = closures[subject] { return known }
    let made = facts.closure(of: subject)
    closures[subject] = made
    return made
  }

  /// When an article begins; `nil`: with its pack, or unknown for a proposal that nobody adopted.
  func start(_ start: Article.Start, _ scope: Scope) -> Instant? {
    var from = scope.standing.activation
    if let name = start.from { from = parameter(name, scope).moment }
    guard let from else { return nil }
    guard let after = start.after else { return from.first }
    return parameter(after, scope).period?.after(from)?.first
  }
}
