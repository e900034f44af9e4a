import Lineage
import Measures
import Records

/// What the party that owes set itself: a pack may leave a number of its law to a declaration of one party.
extension Judge {
  /// A finding for each parameter that is another than in the text because the party that answers for the subject,
  /// or who may be that party, declared so.
  func declarations(_ scope: Scope, _ dues: Dues) -> [Finding] {
    guard let party = responsible(scope.subject) else { return [] }
    let silent = scope.pack.clockParameters.subtracting(dues.parameters)
    // What the text leaves to an adopter is its to set, and that it puts its own country loosens no figure.
    let own = scope.pack.parameters.values.filter { parameter in
      guard let change = parameter.mayChange, !silent.contains(parameter.name) else { return false }
      let isFigure = parameter.content != .required && ParameterValue(parameter.content).place == nil
      return change.isForParty || change.by == "adoption" && isFigure
    }
    return own.sorted { $0.name < $1.name }.compactMap { parameter in
      let value = self.parameter(parameter.name, scope)
      let said = value.setBy.filter { id in
        graph.identity.areSame(GlobalID(id.namespace, "party", id.namespace), party).isPossible
      }
      guard let record = said.first.flatMap({ facts[$0] }), value.isOther(than: parameter.content)
      else { return nil }
      let text = record["value"]?.text ?? record.adopted(parameter.name) ?? "?"
      return Finding(
        "loosened-by-declaration",
        Phrase.loosenedByDeclaration.with(
          .text(Words.parameter(parameter.name)), value.period.map { .period($0) } ?? .code(text)),
        about: said.map(\.description), citation: parameter.citation)
    }
  }
}

extension RegimePack {
  /// The parameters by which only duties are reckoned: they bear on nothing where no duty uses them.
  fileprivate var clockParameters: Set<String> {
    let effects = articles.map(\.effects)
    let clocks =
      effects.flatMap(\.obliges).map(\.due) + effects.flatMap(\.permits).compactMap(\.notBefore)
    return Set(clocks.flatMap(\.parameterNames) + effects.flatMap(\.retains).map(\.period))
      .subtracting(maxAges + articles.compactMap(\.inForce?.after))
  }
}

extension ParameterValue {
  /// Whether it is not what the text says.
  fileprivate func isOther(than content: Parameter.Content) -> Bool {
    var value = self
    (value.facts, value.setBy) = ([], [])
    return value != ParameterValue(content)
  }
}
