import Measures
import Records

/// Of what something is asked that only another sort of thing has: the answer would never be known.
extension RegimePack {
  func wrongSubjects(_ vocabulary: Vocabulary, _ library: RegimeLibrary) -> [Problem] {
    let ofArticles = articles.flatMap { article -> [Problem] in
      let context = FormulaReader.Context(pack: self, kind: article.appliesTo)
      let asked = article.conditions.flatMap { $0.wrongSubjects(context, vocabulary, library) }
      let closed = (article.effects.closes?.actions ?? []).filter { !$0.isClosed(by: article.appliesTo) }.map
      {
        Phrase.gateOfAnother.with(
          .code($0.rawValue), .code($0.subject.rawValue), .code(article.appliesTo.rawValue))
      }
      return (asked + closed).map { wrongSubject(article.id, article.mark, $0) }
    }
    let ofSteps = scales.flatMap { scale in
      scale.steps.flatMap { step -> [Problem] in
        let context = FormulaReader.Context(pack: self, kind: scale.appliesTo)
        return (step.when?.wrongSubjects(context, vocabulary, library) ?? []).map {
          wrongSubject(step.name, step.mark, $0)
        }
      }
    }
    let ofNexus = nexus.map { nexus in
      let context = FormulaReader.Context(pack: self, kind: nexus.appliesTo)
      return nexus.when.wrongSubjects(context, vocabulary, library).map {
        wrongSubject("nexus", nexus.mark, $0)
      }
    }
    return ofArticles + ofSteps + (ofNexus ?? [])
  }

  private func wrongSubject(_ field: String, _ mark: Mark, _ rule: Message) -> Problem {
    problem(.wrongSubject, field, at: mark, rule, Phrase.askAnother.message)
  }
}

extension Action {
  /// Whether an article on such things closes this gate. Training of a model is asked of what its run produces too.
  fileprivate func isClosed(by kind: SubjectKind) -> Bool {
    subject.recordKind == kind.recordKind || (subject == .run && kind == .model)
  }
}

extension Condition {
  /// The clauses that are asked of the wrong sort of thing, in words.
  fileprivate func wrongSubjects(
    _ context: FormulaReader.Context, _ vocabulary: Vocabulary, _ library: RegimeLibrary
  ) -> [Message] {
    func inside(_ parts: [Condition], _ context: FormulaReader.Context) -> [Message] {
      parts.flatMap { $0.wrongSubjects(context, vocabulary, library) }
    }
    /// `name` of `section` must be asked of one of its owners.
    func asked(_ section: String, _ name: String, _ kind: String?) -> [Message] {
      guard let kind, let owners = vocabulary.owners["\(section).\(name)"], !owners.contains(kind) else {
        return []
      }
      return [
        Phrase.askedOfAnother.with(
          .code(name), .code(owners.filter { !$0.isEmpty }.sorted().joined(separator: ", ")), .code(kind))
      ]
    }
    func kind(_ path: Path) -> String? {
      // The field of a path is a place.
      if path.names.count > 1 || path.head == "country" { return "country" }
      let kind = context.thing(path).kind
      return kind == .agent ? SubjectKind.party.rawValue : kind?.rawValue
    }
    func quantity(_ reference: QuantityReference) -> [Message] {
      asked("quantities", reference.name, kind(reference.of))
    }
    switch self {
    case .all(let parts), .any(let parts): return inside(parts, context)
    case .not(let part): return inside([part], context)
    case .quantity(let test): return quantity(test.quantity)
    case .ratio(let test):
      return quantity(test.of) + quantity(test.over) + inside(test.fallback?.conditions ?? [], context)
    case .attribute(let test): return asked("attributes", test.key, kind(test.of))
    case .tier(let path, let step):
      guard let scale = context.pack.scales.first(where: { $0.steps.contains { $0.name == step } }),
        let kind = context.thing(path).kind, kind.recordKind != scale.appliesTo.recordKind
      else { return [] }
      return [Phrase.askedOfAnother.with(.code(step), .code(scale.appliesTo.rawValue), .code(kind.rawValue))]
    case .classified(let path, let name):
      let kinds = Set(library.articles(giving: name).map(\.appliesTo))
      guard let kind = context.thing(path).kind, !kinds.isEmpty,
        !kinds.contains(where: { $0.recordKind == kind.recordKind })
      else { return [] }
      let owners = kinds.map(\.rawValue).sorted().joined(separator: ", ")
      return [Phrase.askedOfAnother.with(.code("\(name)"), .code(owners), .code(kind.rawValue))]
    case .ordered(_, let name, let inner):
      return inside([inner].compactMap { $0 }, name.map { context.naming($0, $0, nil) } ?? context)
    case .some(let test), .every(let test):
      let owners = vocabulary.owners["sets.\(test.set)"] ?? []
      // What runs and deployments are of is known; a deployment has clusters as a run has.
      let isOfModel = owners.contains("model") && [.run, .deployment].contains(context.kind)
      let hasClusters = test.set == "clusters" && context.kind == .deployment
      let here = isOfModel || hasClusters ? [] : asked("sets", test.set, kind(.subject))
      let inner = context.naming(test.name, test.name, FormulaReader.kinds[test.set])
      return here + inside([test.suchThat].compactMap { $0 }, inner)
    case .rating(let path, _, _):
      guard let kind = context.thing(path).kind, kind != .model else { return [] }
      return [Phrase.askedOfAnother.with(.code("rating"), .code("model"), .code(kind.rawValue))]
    case .date, .attested: return []
    }
  }
}

extension Problem.Code {
  /// Something is asked of what does not have it.
  static let wrongSubject = Self(rawValue: "wrong-subject")
}
