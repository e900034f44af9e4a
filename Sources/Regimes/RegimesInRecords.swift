import Measures
public import Records

extension RegimeLibrary {
  /// What records say of regimes and their parameters that could have no effect, or not the one that is meant: a name
  /// that no loaded pack has, one that such a record may not change, a value of another sort or against its own word.
  public func problems(in records: [Record], places: Places) -> [Problem] {
    records.filter { !$0.isWithheld }.flatMap { record -> [Problem] in
      let named = self.named(by: record)
      if named.isEmpty, let name = record["regime"]?.text {
        return [unknown(Phrase.unknownRegime.with(.quoted(name)), name, packs.map(\.id), record, "regime")]
      }
      return adopted(record, named, places) + changed(record, named, places)
    } + contradictions(in: records)
  }

  /// The packs that a record speaks of: all, if it names none.
  func named(by record: Record) -> [RegimePack] {
    guard let name = record["regime"]?.text else { return packs }
    return packs.filter { name == $0.id || name == "\($0.id)@\($0.version)" }
  }

  /// The parameters of that name that a record may change.
  func changeable(_ name: String, by record: Record, _ named: [RegimePack]) -> [Parameter] {
    named.compactMap { $0.parameters[name] }.filter { $0.mayChange?.by == record.kind }
  }

  /// The parameters that an adoption sets.
  private func adopted(_ record: Record, _ named: [RegimePack], _ places: Places) -> [Problem] {
    guard case .verbatim(let set)? = record["parameters"] else { return [] }
    guard case .object(let members) = set else {
      return [
        Problem(
          .wrongType, at: record.mark, field: "parameters",
          rule: Phrase.wrongType.with(.message(Phrase.aGroup.message), .quoted(set.canonical)),
          remedy: Phrase.rewriteIt.message)
      ]
    }
    return members.sorted { $0.key < $1.key }.flatMap { name, value -> [Problem] in
      let field = "parameters.\(name)"
      let known = changeable(name, by: record, named)
      guard !known.isEmpty else { return [notChangeable(name, named, record, field)] }
      let text = if case .string(let text) = value { text } else { value.canonical }
      return Self.mistake(text, known, record, field, places, mayLift: false).map { [$0] } ?? []
    }
  }

  /// The parameter that an act changes.
  private func changed(_ record: Record, _ named: [RegimePack], _ places: Places) -> [Problem] {
    guard let name = record["parameter"]?.text else {
      // Only a kind of record that is there to change parameters must name one.
      guard record.kind == "cap-decision" else { return [] }
      let changeable = named.flatMap(\.parameters.values).filter { $0.mayChange?.by == record.kind }
      guard !changeable.isEmpty else { return [] }
      return [
        Problem(
          .missingField, at: record.mark, field: "parameter", rule: Phrase.noParameter.message,
          remedy: Phrase.addParameter.with(
            .code(Set(changeable.map(\.name)).sorted().joined(separator: ", "))))
      ]
    }
    let known = changeable(name, by: record, named)
    guard !known.isEmpty else { return [notChangeable(name, named, record, "parameter")] }
    if !record.references("about").isEmpty, known.allSatisfy({ $0.mayChange?.isForParty == false }) {
      return [
        Problem(
          .contradiction, at: record.mark, field: "about", rule: Phrase.changesForAll.with(.quoted(name)),
          remedy: Phrase.removeIt.message)
      ]
    }
    guard let text = record["value"]?.text else {
      return [
        Problem(
          .missingField, at: record.mark, field: "value", rule: Phrase.noValue.with(.code(name)),
          remedy: Phrase.addValue.with(.code(known[0].example)))
      ]
    }
    if let mistake = Self.mistake(text, known, record, "value", places, mayLift: true) { return [mistake] }
    guard let decision = record["decision"]?.text, (decision == "lifted") != (text == "lifted") else {
      return []
    }
    return [
      Problem(
        .contradiction, at: record.mark, field: "value", rule: Phrase.liftedOrNot.message,
        remedy: Phrase.rewriteIt.message)
    ]
  }

  /// What is wrong with a new value of a parameter, if no version of it can take it.
  private static func mistake(
    _ text: String, _ parameters: [Parameter], _ record: Record, _ field: String, _ places: Places,
    mayLift: Bool
  ) -> Problem? {
    var first: Problem?
    for parameter in parameters {
      let value = ParameterValue(text, like: parameter.content)
      if let value, value.isLifted == false || mayLift {
        if let place = value.place, parameter.content != .required, !places.contains(code: place) {
          first =
            first
            ?? Problem(
              .unknownPlace, at: record.mark, field: field, rule: Phrase.unknownPlace.with(.quoted(place)),
              remedy: Phrase.writePlace.message)
        } else if let floor = parameter.floor, let quantity = value.quantity, quantity < floor.value {
          first =
            first
            ?? Problem(
              .contradiction, at: record.mark, field: field,
              rule: Phrase.belowFloor.with(.quoted(text), .code(floor.written), .code(parameter.name)),
              remedy: Phrase.writeAtLeast.with(.code(floor.written)))
        } else if value.place.map(places.contains(code:)) ?? true {
          return nil
        }
      }
      first =
        first ?? unread(text, like: parameter.content, record, field)
        ?? Problem(
          .wrongType, at: record.mark, field: field,
          rule: Phrase.otherSort.with(.quoted(text), .code(parameter.name), .code(parameter.example)),
          remedy: Phrase.likeThat.with(.code(parameter.example)))
    }
    return first
  }

  /// Why a text is not the number that it should be, in the words of whoever reads numbers.
  private static func unread(
    _ text: String, like content: Parameter.Content, _ record: Record, _ field: String
  ) -> Problem? {
    let units: Units
    switch content {
    case .period: return .period(text, at: record.mark, field: field)
    case .quantity(let quantity): units = .of(quantity.dimension)
    case .required:
      if let problem = Problem.period(text, at: record.mark, field: field) { return problem }
      units = .any
    default: return nil
    }
    // A word is of another sort.
    guard text.contains(where: \.isNumber) else { return nil }
    do {
      _ = try Quantity(text)
      return nil
    } catch {
      let isOfAnotherSort = Period(text) != nil || (try? Moment(text)) != nil
      return isOfAnotherSort ? nil : .number(error, text, units, at: record.mark, field: field)
    }
  }

  /// A parameter that no pack has, or that such a record may not change.
  private func notChangeable(
    _ name: String, _ named: [RegimePack], _ record: Record, _ field: String
  ) -> Problem {
    let names = Set(
      named.flatMap(\.parameters.values).filter { $0.mayChange?.by == record.kind }.map(\.name)
    ).sorted()
    guard named.contains(where: { $0.parameters[name] != nil }) else {
      return unknown(Phrase.unknownParameter.with(.quoted(name)), name, names, record, field)
    }
    return Problem(
      .contradiction, at: record.mark, field: field,
      rule: Phrase.notForThisRecord.with(.quoted(name), .code(record.kind)),
      remedy: names.isEmpty
        ? Phrase.removeIt.message : Phrase.oneOf.with(.code(names.joined(separator: ", "))))
  }

  private func unknown(
    _ rule: Message, _ wrong: String, _ names: [String], _ record: Record, _ field: String
  ) -> Problem {
    let near = NearestNames.of(wrong, among: names)
    return Problem(
      .unknownDefinition, at: record.mark, field: field, rule: rule,
      remedy: names.isEmpty
        ? Phrase.removeIt.message
        : Phrase.oneOf.with(.code((near.isEmpty ? names : near).joined(separator: ", "))))
  }
}

extension Parameter {
  /// A value of its sort, as one writes it.
  fileprivate var example: String { content.written ?? "N FLOP, N days, FR" }
}
