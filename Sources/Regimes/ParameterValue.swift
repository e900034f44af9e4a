import Lineage
import Measures
import Records

/// A parameter as it stands for a subject at the as-of date.
struct ParameterValue: Equatable {
  var quantity: Ratio?
  var dimension: Dimension = .share
  var period: Period?
  var moment: Moment?
  var place: String?
  /// A limit that was lifted: nothing is above it.
  var isLifted = false
  /// The records that changed it.
  var facts: [FactUse] = []
  /// Their ids, whatever the detail.
  var setBy: [GlobalID] = []
  /// Decisions that are not seen to do what their word says: it is unknown.
  var disputed: [GlobalID] = []

  init() {}

  /// Reads the content of a parameter that is not derived.
  init(_ content: Parameter.Content) {
    switch content {
    case .quantity(let quantity): (self.quantity, dimension) = (quantity.value, quantity.dimension)
    case .period(let period): self.period = period
    case .moment(let moment): self.moment = moment
    case .place(let place): self.place = place
    case .derived, .required: break
    }
  }

  /// Reads a new value as its author wrote it, of the same sort as `content`.
  init?(_ text: String, like content: Parameter.Content) {
    if text == "lifted" {
      isLifted = true
      return
    }
    if let period = Period(text) {
      self.period = period
    } else if let moment = try? Moment(text) {
      self.moment = moment
    } else if let quantity = try? Quantity(text) {
      (self.quantity, dimension) = (quantity.value, quantity.dimension)
    } else {
      place = text
    }
    let sort = ParameterValue(content)
    let isSame =
      content == .required || (sort.quantity != nil && quantity != nil && sort.dimension == dimension)
      || (sort.period != nil && period != nil) || (sort.moment != nil && moment != nil)
      || (sort.place != nil && place != nil)
    guard isSame else { return nil }
  }
}

extension ParameterValue {
  /// What a record sets, for people: the parameter and its value, which the record writes as `text`.
  func words(_ name: String, _ text: String) -> Message {
    let value: Message.Argument =
      if let quantity {
        .amount(quantity, dimension)
      } else if let period {
        .period(period)
      } else if let moment {
        .date(moment)
      } else {
        .word(text)
      }
    return Phrase.factSays.with(.text(Words.parameter(name)), value)
  }
}

extension Judge {
  /// The value of a parameter for `scope`: as the text has it, or as whoever may change it has set it.
  func parameter(_ name: String, _ scope: Scope) -> ParameterValue {
    guard let parameter = scope.pack.parameters[name] else { return ParameterValue() }
    if case .derived(let of, let divisor) = parameter.content {
      var value = self.parameter(of, scope)
      let by = self.parameter(divisor, scope)
      value.facts += by.facts
      value.quantity = value.quantity.flatMap { quantity in
        by.quantity.flatMap { try? quantity.divided(by: $0) }
      }
      return value
    }
    if let change = parameter.mayChange, let changed = self.changed(parameter, change, scope) {
      return changed
    }
    return ParameterValue(parameter.content)
  }

  private func changed(_ parameter: Parameter, _ change: Parameter.Change, _ scope: Scope) -> ParameterValue?
  {
    if change.by == "adoption" { return adopted(parameter, change, scope) }
    let decisions = decisions(on: parameter, change, scope)
    // The latest counts; one that is withheld, or whose issuer is not known, might be that one.
    let verdicts = decisions.map { record -> Verdict in
      .all([
        record.isWithheld ? .cannotBeExcluded : .holds,
        change.issuer.map { issues($0, record, scope, frees: true).verdict } ?? .holds,
        change.isForParty
          ? concerns(record, scope) : record.references("about").isEmpty ? .holds : .cannotBeExcluded,
      ])
    }
    guard !verdicts.contains(.cannotBeExcluded) else { return ParameterValue() }
    let valid = zip(decisions, verdicts).filter { $0.1 == .holds }.map(\.0)
    return valid.isEmpty ? nil : standing(after: valid, parameter)
  }

  /// What is said of a parameter, by whomever. One that is withheld may be.
  func decisions(on parameter: Parameter, _ change: Parameter.Change, _ scope: Scope) -> [Record] {
    facts.records(of: change.by).filter { record in
      record.isWithheld
        || (record["parameter"]?.text == parameter.name
          && (record["regime"] == nil || record["regime"]?.text == scope.pack.id))
    }
  }

  /// Whether a change for one party is for the one that answers for the subject: the party that it is about, or
  /// else its issuer.
  private func concerns(_ record: Record, _ scope: Scope) -> Verdict {
    guard let party = responsible(scope.subject) else { return .cannotBeExcluded }
    let named = record.references("about")
    let parties = named.isEmpty ? [GlobalID(record.issuer, "party", record.issuer)] : named
    return .any(parties.map { graph.identity.areSame($0, party) })
  }

  /// What the adopter set, not below the floor of the text.
  private func adopted(_ parameter: Parameter, _ change: Parameter.Change, _ scope: Scope) -> ParameterValue?
  {
    // What a withheld adoption sets is unknown.
    if scope.standing.adoption?.isWithheld == true { return ParameterValue() }
    guard let adoption = scope.standing.adoption, let text = adoption.adopted(parameter.name),
      var value = ParameterValue(text, like: parameter.content), !value.isLifted
    else { return nil }
    switch change.issuer.map({ issues($0, adoption, scope, frees: true).verdict }) {
    case .fails: return nil
    case .cannotBeExcluded: return ParameterValue()
    case .holds, nil: break
    }
    if let place = value.place, !places.contains(code: place) { return ParameterValue() }
    if let floor = parameter.floor, let quantity = value.quantity, quantity < floor.value { return nil }
    value.setBy = [adoption.id]
    value.facts = [
      use(adoption, value: "\(parameter.name): \(text)", words: value.words(parameter.name, text))
    ]
    return value
  }
}

extension Record {
  /// To what an adoption sets a parameter.
  func adopted(_ parameter: String) -> String? {
    guard case .verbatim(.object(let set))? = self["parameters"], case .string(let text)? = set[parameter]
    else { return nil }
    return text
  }
}
