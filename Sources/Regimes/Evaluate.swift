import Lineage
import Measures
import Records

extension Judge {
  /// Evaluates a condition, with its explanation.
  func evaluate(_ condition: Condition, _ scope: Scope) -> Explanation {
    deeper { evaluated(condition, scope) }
      ?? explain(.cannotBeExcluded, Phrase.tooDeep.message, code: "too deep")
  }

  private func evaluated(_ condition: Condition, _ scope: Scope) -> Explanation {
    switch condition {
    case .all(let parts):
      return explain(.all, parts.map { evaluate($0, scope) }, Phrase.allOf.message, code: "all")
    case .any(let parts):
      return explain(.any, parts.map { evaluate($0, scope) }, Phrase.anyOf.message, code: "any")
    case .not(let part):
      let isOfAll = if case .all = part { true } else { false }
      return explain(
        .not, [evaluate(part, scope)], (isOfAll ? Phrase.notAllOf : Phrase.noneOf).message, code: "not")
    case .quantity(let test): return evaluate(test, scope)
    case .ratio(let test): return evaluate(test, scope)
    case .rating(let path, let axis, let value): return rated(path, axis, value, scope)
    case .attribute(let test): return evaluate(test, scope)
    case .date(let path, let comparison, let operand): return date(path, comparison, operand, scope)
    case .classified(let path, let name):
      guard case .record(let id) = thing(path, scope) else {
        return unknownSubject(
          path, Phrase.classifiedAs.with(.word(name.name), .code(name.pack)), code: "class \(name)")
      }
      return classified(id, name, scope)
    case .tier(let path, let step):
      guard case .record(let id) = thing(path, scope) else {
        return unknownSubject(
          path, Phrase.tierAtLeast.with(.code(step)), code: "tier at least \(step)")
      }
      return tier(id, atLeast: step, scope)
    case .attested(let test): return attested(test, scope)
    case .ordered(let test, let name, let inner): return ordered(test, name, inner, scope)
    case .some(let test): return members(test, scope, isSome: true)
    case .every(let test): return members(test, scope, isSome: false)
    }
  }

  /// A clause whose subject is not known.
  func unknownSubject(_ path: Path, _ clause: @autoclosure () -> Message, code: String) -> Explanation {
    explain(
      .cannotBeExcluded, Phrase.ofUnknown.with(.message(clause()), .message(path.words)), code: code)
  }

  /// What a path stands for, without its fields.
  func thing(_ path: Path, _ scope: Scope) -> Thing {
    if let named = scope.names[path.head] { return named }
    switch path.head {
    case "self": return .record(scope.subject)
    case "developer":
      return (scope.subject.kind == "party" ? scope.subject : developer(of: scope.subject)).map {
        .record($0)
      } ?? .unknown
    case "provider": return provider(of: scope.subject, scope).map { .record($0) } ?? .unknown
    case "model":
      if scope.subject.kind == "artifact" { return .record(scope.subject) }
      // Of several products none decides alone.
      if scope.subject.kind == "activity", products(of: scope.subject).count > 1 { return .unknown }
      return model(of: scope.subject).map { .record($0) } ?? .unknown
    case "country": return question(of: scope)?.country.map { .country($0) } ?? .unknown
    default: return .unknown
    }
  }

  /// Why a condition has its verdict, in as much detail as is wanted.
  func explain(
    _ verdict: Verdict, _ clause: @autoclosure () -> Message, code: @autoclosure () -> String,
    citation: @autoclosure () -> Citation? = nil, facts: @autoclosure () -> [FactUse] = [],
    parts: @autoclosure () -> [Explanation] = [], asking: @autoclosure () -> Asking? = nil
  ) -> Explanation {
    guard detail > .verdicts else { return Self.bare[verdict] ?? Self.unsaid(verdict) }
    return Explanation(
      verdict, clause(), code: code(), citation: citation(), facts: detail == .facts ? facts() : [],
      parts: parts(), asking: verdict == .cannotBeExcluded ? asking() : nil)
  }

  /// Why a clause has the verdict that follows from those below it.
  func explain(
    _ join: Join, _ parts: [Explanation], _ clause: @autoclosure () -> Message,
    code: @autoclosure () -> String, citation: @autoclosure () -> Citation? = nil,
    facts: @autoclosure () -> [FactUse] = []
  ) -> Explanation {
    guard detail > .verdicts else {
      let verdict = join.verdict(parts.map(\.verdict)) ?? .cannotBeExcluded
      return Self.bare[verdict] ?? Self.unsaid(verdict)
    }
    return Explanation(
      join, parts, clause(), code: code(), citation: citation(), facts: detail == .facts ? facts() : [])
  }

  private static func unsaid(_ verdict: Verdict) -> Explanation {
    Explanation(verdict, Phrase.allOf.message, code: "")
  }
  private static let bare = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, unsaid($0)) })

  /// A use of a record as a fact.
  func use(
    _ record: Record, value: @autoclosure () -> String, words: @autoclosure () -> Message? = nil,
    field: String? = nil
  )
    -> FactUse
  {
    guard detail == .facts else { return Self.unnamed }
    let source = (record["sources"]?.elements ?? []).first { source in
      field == nil || source["of"] == nil || source["of"]?.elements.contains { $0.text == field } == true
    }
    var origin = source?["text"]?.text
    if let checked = source?["checked"]?.text { origin = (origin ?? "") + " (\(checked))" }
    return FactUse(
      id: record.id.full, revision: record.revision, value: value(), words: words(), source: origin)
  }

  /// What records state of an attribute: each record once, with all its values.
  func uses(_ stated: [Attribute.Stated]) -> [FactUse] {
    guard detail == .facts else { return [] }
    var order: [GlobalID] = []
    let groups = Dictionary(grouping: stated, by: \.record.id)
    for value in stated where order.last != value.record.id && !order.contains(value.record.id) {
      order.append(value.record.id)
    }
    return order.compactMap { groups[$0] }.map { values in
      let (first, texts) = (values[0], values.map(\.value))
      return use(
        first.record, value: "\(first.key): \(texts.joined(separator: ", "))",
        words: Phrase.factSays.with(.word(first.key), .words(texts)), field: first.field)
    }
  }

  /// What stands for every fact where none is named.
  private static let unnamed = FactUse(id: "", revision: 0, value: "")

  private func evaluate(_ test: AttributeTest, _ scope: Scope) -> Explanation {
    let wanted = test.values.map { text(of: $0, scope) }
    var shown: String { wanted.map { $0 ?? "?" }.joined(separator: ", ") }
    var key: Message.Argument { .message(Path("\(test.of).\(test.key)").words) }
    var values: Message.Argument { .either(wanted.map { $0 ?? "?" }) }
    var clause: Message { Phrase.attributeIn.with(key, values) }
    var code: String { "attribute \(test.of).\(test.key) in [\(shown)]" }
    let stated: Attribute
    let about: String
    switch asked(test.of, scope) {
    case .record(let id):
      about = id.description
      stated = attribute(test.key, of: id, id == scope.subject ? scope : nil)
    case .country(let country):
      about = country
      stated = countryAttribute(test.key, country)
    default: return unknownSubject(test.of, clause, code: code)
    }
    func matching(_ isMatch: (_ wanted: String, _ value: String) -> Bool) -> [Attribute.Stated] {
      stated.values.filter { value in wanted.contains { $0.map { isMatch($0, value.value) } ?? false } }
    }
    // What is available in a whole is available in its parts. A seat in a whole may lie in the part or not.
    let coversParts = ["available-in", "placed-on-market-in"].contains(test.key)
    let overlapping = stated.holdsPlaces ? matching { places.overlap($0, $1, at: asOf) } : []
    let matches =
      !stated.holdsPlaces
      ? matching { $0 == $1 } : coversParts ? overlapping : matching { places.contains($0, $1, at: asOf) }
    // Of what may have several values one answer says nothing of another.
    var asking: Asking { Asking(OpenFact(about: about, "\(test.key) in [\(shown)]"), clause) }
    if !matches.isEmpty {
      return explain(
        matches.allSatisfy(\.isClaimed) ? .cannotBeExcluded : .holds, clause, code: code,
        facts: uses(matches), asking: asking)
    }
    // What another word means than those of the vocabulary is not known: it may mean one of them.
    let isListed = test.listed.isEmpty || stated.values.allSatisfy { test.listed.contains($0.value) }
    let isKnown = stated.isWhole && isListed && overlapping.isEmpty && !wanted.contains { $0 == nil }
    let why = isKnown ? Phrase.attributeIn : Phrase.attributeUnknown
    return explain(
      isKnown ? .fails : .cannotBeExcluded, why.with(key, values), code: code,
      facts: uses(stated.values), asking: asking)
  }

  /// What an attribute is asked of: a thing, or the country that its field names (`self.country`).
  private func asked(_ path: Path, _ scope: Scope) -> Thing {
    let thing = thing(path, scope)
    guard path.names.count > 1 else { return thing }
    guard case .record(let id) = thing else { return .unknown }
    let places = attribute(path.names[1], of: id, nil)
    guard places.isWhole, places.values.count == 1, let place = places.values.first else { return .unknown }
    return .country(place.value)
  }

  /// The text of an operand; `nil` if a parameter is unknown.
  private func text(of operand: Operand, _ scope: Scope) -> String? {
    switch operand {
    case .word(let word): word
    case .jurisdiction: scope.pack.jurisdiction
    case .parameter(let name): parameter(name, scope).place
    case .path: nil
    }
  }

  private func date(_ path: Path, _ comparison: DateComparison, _ operand: Operand, _ scope: Scope)
    -> Explanation
  {
    let left = moment(path, scope)
    var right: Moment?
    var isOfLaw = false
    var citation: Citation?
    var name = ""
    switch operand {
    case .parameter(let parameterName):
      name = parameterName
      right = parameter(parameterName, scope).moment
      isOfLaw = true
      citation = scope.pack.parameters[parameterName]?.citation
    case .path(let other):
      name = other.description
      right = moment(other, scope).moment
      isOfLaw = other.head == "activation"
    default: break
    }
    var code: String { "date \(path) \(comparison.rawValue) \(name)" }
    let phrase = comparison == .before ? Phrase.dateBefore : Phrase.dateFrom
    var clause: Message {
      phrase.with(
        .message(path.words), left.moment.map { .date($0) } ?? .message(Phrase.dateUnknown.message),
        right.map { .date($0) } ?? .message(Phrase.dateUnknown.message)
      )
    }
    guard let first = left.moment, let second = right else {
      return explain(.cannotBeExcluded, clause, code: code, citation: citation, facts: left.facts)
    }
    let isBefore = isBefore(first, second, isOfLaw: isOfLaw)
    return explain(
      comparison == .before ? isBefore : isBefore.negated, clause, code: code, citation: citation,
      facts: left.facts)
  }

  /// Whether one moment is earlier than another. An instant within a day may be earlier or later than what happened on
  /// that day; a day of the law begins with its first instant; two days are compared as days.
  private func isBefore(_ first: Moment, _ second: Moment, isOfLaw: Bool) -> Verdict {
    if case .day = first, case .day = second { return Verdict(first.first < second.first) }
    if first.last < second.first { return .holds }
    return (isOfLaw ? second.first : second.last) <= first.first ? .fails : .cannotBeExcluded
  }

  /// A date that a path names.
  private func moment(_ path: Path, _ scope: Scope) -> (moment: Moment?, facts: [FactUse]) {
    if path.head == "as-of" { return (.instant(asOf), []) }
    if path.head == "activation" { return (scope.standing.activation, []) }
    guard case .record(let id) = thing(path, scope), let record = facts[id], path.names.count == 2 else {
      return (nil, [])
    }
    let field = path.names[1]
    if field == "from", id == scope.subject, question(of: scope)?.startsNow == true {
      return (.instant(asOf), [])
    }
    if field == "placed-on-market" { return placing(of: id, scope) }
    let isAct = Kinds.named(record.kind)?.isAct ?? false
    let moment = isAct && field == "from" ? record.validFrom : record[field]?.moment
    let words = Phrase.factSays.with(
      .word(field), moment.map { .date($0) } ?? .message(Phrase.dateUnknown.message))
    return (
      moment, [use(record, value: "\(field): \(moment?.description ?? "?")", words: words, field: field)]
    )
  }

  /// A tier: the step asked or any above it.
  func tier(_ subject: GlobalID, atLeast step: String, _ scope: Scope) -> Explanation {
    guard let scale = scope.pack.scales.first(where: { $0.steps.contains { $0.name == step } }),
      let index = scale.steps.firstIndex(where: { $0.name == step })
    else {
      return explain(.cannotBeExcluded, Phrase.subjectUnknown.with(.code(step)), code: "tier \(step)")
    }
    let isOwn = model(of: scope.subject) == subject || scope.subject == subject
    let inner = Scope(
      pack: scope.pack, standing: scope.standing, subject: subject, question: isOwn ? scope.question : nil)
    let matter = inner.matter(.tier(step))
    let result = once(tiers, matter, inner.question, passesOn: isOwn) {
      explain(
        .any, scale.steps[index...].map { self.step($0, scale, inner) }, Phrase.tierAtLeast.with(.code(step)),
        code: "tier at least \(step)", citation: scale.citation)
    }
    return seen(result, matter, from: scope)
  }

  /// Whether a step of a scale is reached.
  func step(_ step: Scale.Step, _ scale: Scale, _ scope: Scope) -> Explanation {
    var clause: Message { Phrase.tierStep.with(.code(step.name)) }
    guard let when = step.when else {
      return explain(.holds, clause, code: "step \(step.name)", citation: scale.citation)
    }
    return explain(
      .all, [evaluate(when, scope)], clause, code: "step \(step.name)", citation: scale.citation)
  }
}
