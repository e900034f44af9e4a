import Measures

/// What an act must be, said whole: whoever reads it knows what to bring.
extension Judge {
  /// What is asked of an act, as data.
  func describe(_ test: ActTest, _ scope: Scope) -> String {
    var words = [test.kind] + described(test.decisions, test.issuers, test.maxAge, covers: test.covers, scope)
    if test.quorum > 1 { words.append("quorum \(test.quorum)") }
    words += test.restsOn.enumerated().map { index, ground in
      let ground = [ground.kind] + described(ground.decisions, ground.issuers, ground.maxAge, scope)
      return (index == 0 ? "rests-on " : "and ") + ground.joined(separator: " ")
    }
    return words.joined(separator: " ")
  }

  private func described(
    _ decisions: [String], _ issuers: [IssuerTest], _ maxAge: String?, covers: [String] = [], _ scope: Scope
  ) -> [String] {
    var words: [String] = []
    if !decisions.isEmpty { words.append(decisions.joined(separator: "|")) }
    if !covers.isEmpty { words.append("[\(covers.joined(separator: ", "))]") }
    if !issuers.isEmpty {
      words.append("by \(Set(issuers.map { describe($0, scope) }).sorted().joined(separator: " or "))")
    }
    if let maxAge { words.append("max-age $\(maxAge)") }
    return words
  }

  private func describe(_ issuer: IssuerTest, _ scope: Scope) -> String {
    let role = issuer.accreditedBy.map { "\(issuer.role) accredited-by \($0)" } ?? issuer.role
    return switch issuer.jurisdiction {
    case .country where question(of: scope)?.isUnnamed == true:
      "\(role) of \(question(of: scope)?.isOfAll == true ? "each" : "every other") country"
    case .country: "\(role) \(question(of: scope)?.country ?? "of each country")"
    case .parameter(let name): "\(role) \(parameter(name, scope).place ?? "?")"
    case .path(let path): "\(role) of \(path)"
    case .any: role
    }
  }

  /// What is asked of an act, for people.
  func words(for test: ActTest, _ scope: Scope) -> Message {
    var words = Phrase.listed.with(.word(test.kind))
    if !test.decisions.isEmpty { words = Phrase.actDecided.with(.message(words), .either(test.decisions)) }
    if !test.covers.isEmpty { words = Phrase.actCovering.with(.message(words), .words(test.covers)) }
    let issuers = self.words(for: test.issuers, scope)
    if test.quorum > 1 {
      let several = Phrase.actBySeveral.with(.message(words), .count(test.quorum))
      words = issuers.map { Phrase.labelled.with(.message(several), $0) } ?? several
    } else if let issuers {
      words = Phrase.actBy.with(.message(words), issuers)
    }
    if let name = test.maxAge { words = Phrase.actNotOlder.with(.message(words), age(name, scope)) }
    guard !test.restsOn.isEmpty else { return words }
    return Phrase.actRestingOn.with(.message(words), .list(test.restsOn.map { self.words(for: $0, scope) }))
  }

  /// In brackets what is asked of what an act rests on: it stands in a list.
  private func words(for ground: ActTest.Ground, _ scope: Scope) -> Message {
    var asked: [Message] = []
    if !ground.decisions.isEmpty { asked.append(Phrase.ofDecision.with(.either(ground.decisions))) }
    if let issuers = words(for: ground.issuers, scope) { asked.append(Phrase.ofIssuers.with(issuers)) }
    if let name = ground.maxAge { asked.append(Phrase.ofAge.with(age(name, scope))) }
    return asked.isEmpty
      ? Phrase.listed.with(.word(ground.kind)) : Phrase.roleIn.with(.word(ground.kind), .list(asked))
  }

  /// Any of these, each once; `nil`: anybody.
  private func words(for issuers: [IssuerTest], _ scope: Scope) -> Message.Argument? {
    var said: [Message] = []
    for issuer in issuers {
      let message = words(for: issuer, scope)
      if !said.contains(message) { said.append(message) }
    }
    return said.isEmpty ? nil : .list(said)
  }

  func age(_ name: String, _ scope: Scope) -> Message.Argument {
    parameter(name, scope).period.map { .period($0) } ?? .code(name)
  }

  func words(for issuer: IssuerTest, _ scope: Scope) -> Message {
    let role = Message.Argument.word(issuer.role)
    switch issuer.jurisdiction {
    case .country where question(of: scope)?.isUnnamed == true:
      let isOfAll = question(of: scope)?.isOfAll == true
      return Phrase.roleIn.with(
        role, .message((isOfAll ? Phrase.ofEachCountry : .ofEveryOtherCountry).message))
    case .country:
      return Phrase.roleIn.with(
        role, question(of: scope)?.country.map { .word($0) } ?? .message(Phrase.ofEachCountry.message))
    case .parameter(let name): return Phrase.roleIn.with(role, .word(parameter(name, scope).place ?? "?"))
    case .path(let path):
      // Of the subject itself the place says more than that it has one.
      let place = path.names.first == "self" ? self.place(issuer.jurisdiction, scope).text : nil
      return Phrase.roleIn.with(role, place.map { .word($0) } ?? .message(path.words))
    case .any: return issuer.words
    }
  }
}
