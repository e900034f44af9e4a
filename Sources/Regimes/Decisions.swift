import Lineage
import Measures
import Records

// What a decision on a limit says that it does, beside what it does: who writes `lowered` means no higher limit.

extension ParameterValue {
  /// Whether setting this after `before` is what the word of a decision says; `nil`: the two cannot be compared.
  func does(_ decision: String?, after before: ParameterValue) -> Bool? {
    switch decision {
    case "lifted": return isLifted
    case "raised", "lowered":
      if isLifted { return false }
      if before.isLifted { return decision == "lowered" }
      guard let quantity, let other = before.quantity, dimension == before.dimension else { return nil }
      return decision == "raised" ? quantity >= other : quantity <= other
    default: return true
    }
  }

  /// Those of several values that a word must be true after, to be true after all of them.
  static func extremes(_ values: [ParameterValue]) -> [ParameterValue] {
    let figures = values.filter { $0.quantity != nil }.sorted {
      ($0.quantity ?? .zero) < ($1.quantity ?? .zero)
    }
    let isOneUnit = Set(figures.map(\.dimension)).count < 2
    let others = values.filter { $0.quantity == nil && !$0.isLifted }.prefix(1)
    return values.filter(\.isLifted).prefix(1) + others
      + (isOneUnit ? [figures.first, figures.count > 1 ? figures.last : nil].compactMap { $0 } : figures)
  }
}

extension RegimeLibrary {
  /// Decisions whose word is not true of what they set, whatever stood before: the text, or any earlier decision.
  func contradictions(in records: [Record]) -> [Problem] {
    // A withheld one may have set anything.
    let hidden = Set(records.filter(\.isWithheld).map(\.kind))
    let decisions = records.filter {
      !$0.isWithheld && !hidden.contains($0.kind) && $0["parameter"] != nil && $0["value"] != nil
    }
    let byName = Dictionary(grouping: decisions) { "\($0.kind) \($0["parameter"]?.text ?? "")" }
    return byName.keys.sorted().flatMap { name -> [Problem] in
      var earlier: [ParameterValue] = []
      var stood: String?
      return (byName[name] ?? []).sorted(by: Self.isEarlier).compactMap { record in
        let text = record["value"]?.text ?? ""
        let known = changeable(record["parameter"]?.text ?? "", by: record, named(by: record))
        guard let parameter = known.first,
          let value = known.lazy.compactMap({ ParameterValue(text, like: $0.content) }).first
        else { return nil }
        let before = known.map { ParameterValue($0.content) } + earlier
        let was = stood ?? parameter.content.written
        earlier = ParameterValue.extremes(earlier + [value])
        stood = text
        let decision = record["decision"]?.text
        // Whether a limit is lifted is looked at by itself.
        guard let decision, ["raised", "lowered"].contains(decision), !value.isLifted,
          before.allSatisfy({ value.does(decision, after: $0) == false })
        else { return nil }
        return Problem(
          .contradiction, at: record.mark, field: "value",
          rule: Phrase.decisionContradicts.with(.code(decision), .code(text), .code(was ?? "")),
          remedy: Phrase.correctDecision.message)
      }
    }
  }

  private static func isEarlier(_ left: Record, _ right: Record) -> Bool {
    (left.validFrom?.first.milliseconds ?? .min, left.id) < (
      right.validFrom?.first.milliseconds ?? .min, right.id
    )
  }
}

extension Judge {
  /// What decisions that count leave standing of a parameter, in the order of their dates: unknown where one does not
  /// say to what, where two of one moment disagree, and where one is not seen to do what its word says.
  func standing(after decisions: [Record], _ parameter: Parameter) -> ParameterValue {
    let moments = Dictionary(grouping: decisions) { $0.validFrom?.first.milliseconds ?? .min }
    var possible = [ParameterValue(parameter.content)]
    var disputed: [GlobalID] = []
    for moment in moments.keys.sorted() {
      let said = (moments[moment] ?? []).sorted { $0.id < $1.id }
      guard Set(said.map { $0["value"]?.text }).count == 1, let text = said[0]["value"]?.text,
        var value = ParameterValue(text, like: parameter.content)
      else {
        possible = [ParameterValue()]
        continue
      }
      let wrong = said.filter { record in
        possible.contains { value.does(record["decision"]?.text, after: $0) != true }
      }
      guard wrong.isEmpty else {
        disputed += wrong.map(\.id)
        possible = ParameterValue.extremes(possible + [value])
        continue
      }
      value.facts = [
        use(
          said[said.count - 1], value: "\(parameter.name): \(text)", words: value.words(parameter.name, text))
      ]
      value.setBy = said.map(\.id)
      (possible, disputed) = ([value], [])
    }
    if disputed.isEmpty, possible.count == 1 { return possible[0] }
    var unknown = ParameterValue()
    unknown.disputed = disputed
    return unknown
  }

  /// A finding for each parameter of which a decision says one thing and does another.
  func disputes(_ scope: Scope) -> [Finding] {
    let decided = scope.pack.parameters.values.filter { $0.mayChange != nil }
    return decided.sorted { $0.name < $1.name }.compactMap { parameter in
      let disputed = self.parameter(parameter.name, scope).disputed
      guard !disputed.isEmpty else { return nil }
      return Finding(
        "decision-disputed", Phrase.decisionDisputed.with(.text(Words.parameter(parameter.name))),
        about: disputed.map(\.description), citation: parameter.citation)
    }
  }
}
