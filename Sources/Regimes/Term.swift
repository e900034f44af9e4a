public import Measures
public import Records

/// A parameter that a duty names, as it stands for the subject.
public struct Term: Hashable, Sendable {
  /// The parameter.
  public let name: String
  /// The period, where it is one that is known.
  public let period: Period?
  /// The date, where it is one that is known.
  public let moment: Moment?
  /// The amount, where it is one that is known.
  public let amount: Ratio?
  /// The records that set it otherwise than the text.
  public let setBy: [GlobalID]

  /// Creates one.
  public init(name: String, period: Period?, moment: Moment?, amount: Ratio? = nil, setBy: [GlobalID]) {
    (self.name, self.period, self.moment, self.amount) = (name, period, moment, amount)
    self.setBy = setBy
  }
}

extension Term {
  /// The term as JSON; its value is `null` where nobody set it, or where it is not known who did.
  var json: JSON {
    .object([
      "parameter": .string(name),
      "value": .optional(period?.description ?? moment?.description ?? amount?.description),
      "setBy": .strings(setBy.map(\.full)),
    ])
  }
}

extension Judge {
  /// The parameters that a duty’s clock and content name, each once.
  func terms(_ clock: JSON, _ scope: Scope) -> [Term] {
    clock.parameterNames.sorted().map { name in
      let value = parameter(name, scope)
      return Term(
        name: name, period: value.period, moment: value.moment, amount: value.quantity, setBy: value.setBy)
    }
  }
}

extension JSON {
  /// The parameters that are named anywhere in it, as `$name`.
  var parameterNames: Set<String> {
    switch self {
    case .string(let text): text.hasPrefix("$") ? [String(text.dropFirst())] : []
    case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.parameterNames) }
    case .object(let members): members.values.reduce(into: []) { $0.formUnion($1.parameterNames) }
    default: []
    }
  }
}
