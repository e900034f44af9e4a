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

  /// How much explanations say.
  let detail: Detail

  /// How much explanations say. Verdicts do not depend on it.
  package enum Detail: Int, Comparable, Sendable {
    /// The verdict alone.
    case verdicts
    /// What is asked, clause by clause.
    case clauses
    /// Also the facts that each clause rests on.
    case facts

    package static func < (left: Detail, right: Detail) -> Bool { left.rawValue < right.rawValue }
  }

  private var accountants: [String: Accountant] = [:]
  private let classes = Memory<Matter, Explanation>()
  private let articles = Memory<Matter, Explanation>()
  private let closing = Memory<Matter, Closing>()
  private let briefs = Memory<Matter, Explanation>()
  private let lines = Explanation.Lines()
  let tiers = Memory<Matter, Explanation>()
  let bindings = Memory<Matter, [Standing]>()
  /// What is asked again and again of one thing.
  var known = Known()
  /// Whether what is being worked out has looked at the question.
  var hasLooked = false
  /// The names that anybody joins, by what they stand for.
  lazy var joinedNames = Dictionary(
    grouping: facts.records(of: "same-as").flatMap { $0.references("names") },
    by: graph.identity.callAsFunction)
  /// Countries that any fact names, with what was asked.
  lazy var namedCountries: Set<String> = countriesNamedByFacts()
  /// Activities of which only the head is known.
  lazy var hiddenActivities = facts.records(of: "activity").filter(\.isWithheld)
  lazy var links = FactLinks(facts, throughParties: library.asksForModels)
  /// The same before the corrections that nobody countersigned.
  lazy var linksBeforeCorrections = FactLinks(
    facts.without(corrections: facts.uncorrected.keys.sorted()), throughParties: library.asksForModels)
  private var open: Set<Matter.Asked> = []

  /// Whether an article closes a gate there, and what would lift it.
  struct Closing {
    let why: Explanation
    let unless: Explanation?
  }

  /// Whether an article closes gates for a subject in a place. Worked out once for all its actions.
  func closing(_ article: Article, _ unless: Condition?, _ scope: Scope) -> Closing {
    once(closing, scope.matter(.article(ObjectIdentifier(article))), scope.question) {
      let why = effective(article, "closes", nil, scope)
      return Closing(why: why, unless: why.verdict.isPossible ? unless.map { evaluate($0, scope) } : nil)
    }
  }

  package init(
    facts: Facts, graph: ComputeGraph, library: RegimeLibrary, places: Places, estimator: Estimator,
    detail: Detail = .facts
  ) {
    self.facts = facts
    self.detail = detail
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
    let meant = Known.Meant(name: name, by: ObjectIdentifier(reader))
    if let known = known.accountants[meant] { return known }
    let made = convention(name, meantBy: reader).map(accountant)
    known.accountants[meant] = .some(made)
    return made
  }

  /// The convention that a pack means by `pack:name`.
  func convention(_ name: String, meantBy reader: RegimePack) -> CountingConvention? {
    let meant = Known.Meant(name: name, by: ObjectIdentifier(reader))
    if let known = known.conventions[meant] { return known }
    let id = String(name.prefix { $0 != ":" })
    let made = library.pack(id, meantBy: reader, at: asOf).flatMap {
      library.convention(String(name.dropFirst(id.count + 1)), of: $0)
    }
    known.conventions[meant] = .some(made)
    return made
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
    let standing = standings(pack, subject)[0]
    return classified(subject, name, Scope(pack: pack, standing: standing, subject: subject)).verdict
  }

  /// How deep conditions are followed into each other; what lies deeper cannot be excluded.
  private static let greatestDepth = 256
  private var depth = 0
  private var walking: Set<ClassName> = []

  /// Does `work` one level deeper, or gives `nil` where that is too deep.
  func deeper(_ work: () -> Explanation) -> Explanation? {
    guard depth < Self.greatestDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    return work()
  }

  /// Whether `subject` is of a class: the union of the articles that give it.
  func classified(_ subject: GlobalID, _ name: ClassName, _ scope: Scope) -> Explanation {
    let isOwn = subject == scope.subject
    let question = isOwn ? scope.question : nil
    guard let meant = library.pack(name.pack, meantBy: scope.pack, at: asOf) else {
      return explain(
        .cannotBeExcluded, Phrase.packNotLoaded.with(.code(name.pack)), code: "class \(name)")
    }
    let matter = Matter(meant, .class(name.name), subject, scope.standing)
    guard open.insert(matter.asked(question)).inserted else {
      return explain(.cannotBeExcluded, Phrase.classLoop.with(.word(name.name)), code: "class \(name)")
    }
    defer { open.remove(matter.asked(question)) }
    let result = once(classes, matter, question, passesOn: isOwn) {
      if !isOwn { judgeOriginalsFirst(subject, name, scope) }
      let givers = library.articles(giving: name, meantBy: scope.pack, at: asOf)
        .filter { $0.article.appliesTo.recordKind == subject.kind }
      guard !givers.isEmpty else {
        return explain(
          .cannotBeExcluded, Phrase.classNotGiven.with(.word(name.name)), code: "class \(name)")
      }
      let parts = givers.compactMap { pack, article -> Explanation? in
        guard isAsked(article.appliesTo, of: subject) else { return nil }
        let inner = Scope(
          pack: pack, standing: pack.id == scope.pack.id ? scope.standing : .assumed(pack), subject: subject,
          question: question)
        return effective(article, "classifies", article.effects.classifies?.unless, inner)
      }
      var clause: Message { Phrase.classifiedAs.with(.word(name.name), .code(name.pack)) }
      return explain(.any, parts, clause, code: "class \(name)")
    }
    return seen(result, matter, from: scope)
  }

  /// What another subject's explanation says of `matter`: whole, but brief on what lies behind it.
  func seen(_ whole: Explanation, _ matter: Matter, from scope: Scope) -> Explanation {
    guard detail > .verdicts, matter.subject != scope.subject, matter.subject.kind == scope.subject.kind
    else {
      return whole
    }
    return once(briefs, matter, nil, passesOn: false) {
      var brief = whole.brief(lines)
      brief.isElsewhere = true
      return brief
    }
  }

  /// Where conditions are already deep, asks for the class of everything behind `model` by weights, sources
  /// first: a long lineage is then many short ways and not one deep one.
  private func judgeOriginalsFirst(_ model: GlobalID, _ name: ClassName, _ scope: Scope) {
    guard depth >= Self.greatestDepth / 4, walking.insert(name).inserted else { return }
    defer { walking.remove(name) }
    var seen: Set<GlobalID> = [model]
    var path = [(model: model, originals: originalIDs(of: model))]
    while let top = path.indices.last {
      if let next = path[top].originals.popLast() {
        if seen.insert(next).inserted { path.append((next, originalIDs(of: next))) }
      } else {
        let done = path.removeLast().model
        if done != model { _ = classified(done, name, scope) }
      }
    }
  }

  /// The verdict of an article for one of its effects: what it says, unless that is lifted or exempted.
  func effective(_ article: Article, _ effect: String, _ unless: Condition?, _ scope: Scope) -> Explanation {
    let says = applies(article, scope)
    var parts = [says]
    if let unless {
      parts.append(explain(.all, [evaluate(unless, scope)], Phrase.unlessLifted.message, code: "unless"))
    }
    for other in scope.pack.articles(exempting: article.id) {
      guard let exemption = other.effects.exempts,
        exemption.effects.isEmpty || exemption.effects.contains(effect),
        isAsked(other.appliesTo, of: scope.subject)
      else { continue }
      parts.append(
        explain(
          .all, [effective(other, "exempts", exemption.unless, scope)],
          Phrase.exemptedBy.with(.code(other.id)),
          code: "exempted by \(other.id)", citation: other.citation))
    }
    guard parts.count > 1 else { return says }
    // What lifts acts on *holds* only; what takes a freedom back binds, and already acts when it cannot be excluded.
    let join: Join = Effects.freeing.contains(effect) ? .onlyWithout : .unless
    return explain(join, parts, says.clause, code: says.code, citation: article.citation)
  }

  /// Whether an article applies: in force, and its condition. Worked out once for each subject and question.
  func applies(_ article: Article, _ scope: Scope) -> Explanation {
    once(articles, scope.matter(.article(ObjectIdentifier(article))), scope.question) {
      workedOut(article, scope)
    }
  }

  private func workedOut(_ article: Article, _ scope: Scope) -> Explanation {
    var clause: Message { Message(article.says) }
    let start = beginning(article, scope)
    if let start, start.verdict == .fails { return start }
    var parts = [start].compactMap { $0 }
    if let when = article.when { parts.append(evaluate(when, scope)) }
    return explain(.all, parts, clause, code: "article \(article.id)", citation: article.citation)
  }

  /// Why an article has not begun, or may not have; `nil`: it has.
  func beginning(_ article: Article, _ scope: Scope) -> Explanation? {
    guard let start = article.inForce else { return nil }
    guard let from = self.start(start, scope) else {
      return isSupposed(start, of: article, scope)
        ? nil : explain(.cannotBeExcluded, Phrase.startUnknown.message, code: "start")
    }
    guard from > asOf else { return nil }
    return explain(
      .fails, Phrase.notYetInForce.with(.message(Message(article.says)), .date(.instant(from))),
      code: "article \(article.id)", citation: article.citation)
  }

  /// Whether an article that begins with an adoption is looked at as if there were one, in a pack that nobody adopted.
  /// One that gives a class or frees is not: a pack that binds may ask for what it says.
  private func isSupposed(_ start: Article.Start, of article: Article, _ scope: Scope) -> Bool {
    let effects = article.effects
    return start.from == nil && scope.standing.adoption == nil && scope.pack.needsAdoption
      && effects.classifies == nil && effects.exempts == nil && effects.defers == nil
      && effects.permits.isEmpty
  }

  /// When an article begins; `nil`: it is not known.
  func start(_ start: Article.Start, _ scope: Scope) -> Instant? {
    var from = scope.standing.activation
    if let name = start.from { from = parameter(name, scope).moment }
    guard let from else { return nil }
    guard let after = start.after else { return from.first }
    return parameter(after, scope).period?.after(from)?.first
  }
}
