package import Records

/// A part of a rule, as it can be shown and compared by itself: when an article applies, who owes something, by when.
package struct RulePart: Sendable {
  /// Where it stands in its article, outermost first: `obliges`, `notify-commission`, `due`.
  package let place: [String]
  /// What it says.
  package let content: Content

  /// What a part says.
  package enum Content: Sendable {
    /// Of what it is asked, who owes, what is given: words of the vocabulary or of the pack.
    case words([String])
    /// Articles, or effects, by their names in the pack.
    case names([String])
    /// A class.
    case classification(ClassName)
    /// A condition.
    case condition(Condition)
    /// Gates, and whether each country has its own.
    case gates([Action], isPerCountry: Bool)
    /// How much later something may be, and under which condition.
    case extended(Duty.Extension)
    /// When something is due, or an event.
    case due(JSON)
    /// To whom, each a word or a role.
    case recipients([JSON])
    /// What something must contain.
    case items([Duty.Item])
    /// What fulfils it.
    case filing(JSON)
    /// The parameter that says how long or until when.
    case parameter(String)
    /// From when an article applies.
    case start(Article.Start)
  }

  init(_ place: String..., content: Content) {
    self.place = place
    self.content = content
  }

  init(_ place: [String], _ content: Content) {
    self.place = place
    self.content = content
  }
}

extension Article {
  /// The parts of the rule, in the order in which they are read.
  package var parts: [RulePart] {
    var parts = [RulePart("applies-to", content: .words([appliesTo.rawValue]))]
    if let inForce { parts.append(RulePart("in-force", content: .start(inForce))) }
    if let antitoneIn { parts.append(RulePart("antitone-in", content: .words([antitoneIn]))) }
    if let when { parts.append(RulePart("when", content: .condition(when))) }
    if let given = effects.classifies {
      parts.append(RulePart("classifies", content: .classification(given.name)))
      parts += Self.lifted(["classifies"], given.unless)
    }
    if let closure = effects.closes {
      parts.append(
        RulePart("closes", content: .gates(closure.actions, isPerCountry: closure.isPerCountry)))
      parts += Self.lifted(["closes"], closure.unless)
    }
    for (name, duty) in Self.named(effects.obliges, \.duty) {
      let place = ["obliges", name]
      parts.append(RulePart(place + ["by"], .words([duty.by])))
      parts.append(RulePart(place + ["to"], .recipients(duty.to)))
      parts.append(RulePart(place + ["due"], .due(duty.due.without("extends"))))
      if let longer = duty.extension { parts.append(RulePart(place + ["extends"], .extended(longer))) }
      if !duty.content.isEmpty { parts.append(RulePart(place + ["content"], .items(duty.content))) }
      parts.append(RulePart(place + ["fulfilled-by"], .filing(duty.fulfilledBy)))
      parts += Self.lifted(place, duty.unless)
    }
    for (name, keeping) in Self.named(effects.retains, \.what) {
      let place = ["retains", name]
      parts.append(RulePart(place + ["by"], .words([keeping.by])))
      parts.append(RulePart(place + ["for"], .parameter(keeping.period)))
      parts.append(RulePart(place + ["from"], .due(keeping.from)))
      parts += Self.lifted(place, keeping.unless)
    }
    for (name, permission) in Self.named(effects.permits, \.act) {
      let place = ["permits", name]
      parts.append(RulePart(place + ["by"], .words([permission.by])))
      if !permission.to.isEmpty { parts.append(RulePart(place + ["to"], .recipients(permission.to))) }
      if let date = permission.notBefore { parts.append(RulePart(place + ["not-before"], .due(date))) }
      parts += Self.lifted(place, permission.unless)
    }
    if let exemption = effects.exempts {
      parts.append(RulePart("exempts", content: .names(exemption.articles)))
      if !exemption.effects.isEmpty {
        parts.append(RulePart("exempts", "effects", content: .words(exemption.effects)))
      }
      parts += Self.lifted(["exempts"], exemption.unless)
    }
    if let deferral = effects.defers {
      parts.append(RulePart("defers", content: .names(deferral.articles)))
      parts.append(RulePart("defers", "until", content: .parameter(deferral.until)))
      parts += Self.lifted(["defers"], deferral.unless)
    }
    return parts
  }

  /// What lifts an effect.
  private static func lifted(_ place: [String], _ condition: Condition?) -> [RulePart] {
    condition.map { [RulePart(place + ["unless"], .condition($0))] } ?? []
  }

  /// Several effects of one name are told apart by their number.
  private static func named<Effect>(_ effects: [Effect], _ name: (Effect) -> String) -> [(String, Effect)] {
    var seen: [String: Int] = [:]
    return effects.map { effect in
      let name = name(effect)
      seen[name, default: 0] += 1
      return (seen[name] == 1 ? name : "\(name) \(seen[name] ?? 1)", effect)
    }
  }
}

extension JSON {
  /// The object without a member.
  fileprivate func without(_ key: String) -> JSON {
    guard case .object(var members) = self else { return self }
    members[key] = nil
    return .object(members)
  }
}
