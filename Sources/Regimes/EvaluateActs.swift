import Lineage
import Measures
import Records

extension Judge {
  /// A fact that somebody must show: absent, it fails.
  func attested(_ test: ActTest, _ scope: Scope) -> Explanation {
    let found = candidates(test, scope, frees: true)
    let parts = found.map { stands($0, test, scope, frees: true) }
    var clause: Message { Phrase.attested.with(.message(words(for: test, scope))) }
    var code: String { "attested \(describe(test, scope))" }
    guard !parts.isEmpty else {
      return explain(.fails, clause, code: code)
    }
    guard test.quorum > 1 else {
      return explain(.any, parts, clause, code: code)
    }
    // Distinct issuers are distinct organisations; of two that may be one, one counts.
    func issuers(_ isCounted: (Verdict) -> Bool) -> Int {
      let counted = zip(found, parts).filter { isCounted($0.1.verdict) }
      return counted.map { GlobalID($0.0.issuer, "party", $0.0.issuer) }.reduce(into: [GlobalID]()) {
        distinct, party in
        if distinct.allSatisfy({ graph.identity.areSame($0, party) == .fails }) { distinct.append(party) }
      }.count
    }
    let verdict: Verdict =
      issuers { $0 == .holds } >= test.quorum
      ? .holds : issuers(\.isPossible) >= test.quorum ? .cannotBeExcluded : .fails
    return explain(verdict, clause, code: code, parts: parts)
  }

  /// An act that binds: absent, none is known; withheld, it cannot be excluded.
  func ordered(_ test: ActTest, _ name: String?, _ inner: Condition?, _ scope: Scope) -> Explanation {
    var clause: Message { Phrase.ordered.with(.message(words(for: test, scope))) }
    var code: String { "ordered \(describe(test, scope))" }
    let direct = candidates(test, scope, frees: false)
    let parts = (direct + perhapsMeant(test, scope, direct)).enumerated().map {
      index, record -> Explanation in
      var part = stands(record, test, scope, frees: false)
      if index >= direct.count {
        part = part.and(explain(.cannotBeExcluded, Phrase.mayBeAboutThis.message, code: "about this"))
      }
      guard let inner, part.verdict.isPossible else { return part }
      return part.and(evaluate(inner, scope.naming(name, .record(record.id))))
    }
    guard !parts.isEmpty else {
      // Of whom or what it is asked is not known: one that is known may be about that.
      if let path = test.about, case .unknown = thing(path, scope), !facts.records(of: test.kind).isEmpty {
        return unknownSubject(path, clause, code: code)
      }
      return explain(.fails, clause, code: code)
    }
    return explain(.any, parts, clause, code: code)
  }

  /// The acts of that kind about the thing asked: what binds, under any of its names; what frees, under the name for
  /// which it was given.
  private func candidates(_ test: ActTest, _ scope: Scope, frees: Bool) -> [Record] {
    guard let path = test.about else { return facts.records(of: test.kind) }
    guard case .record(let id) = thing(path, scope) else { return [] }
    var seen: Set<GlobalID> = []
    return Set(names(of: id)).sorted().flatMap { facts.records(of: test.kind, mentioning: $0) }
      .filter { record in
        let names = frees ? names(of: id, freedBy: record, scope) : Set(names(of: id))
        return !names.isDisjoint(with: record.references("about")) && seen.insert(record.id).inserted
      }
  }

  /// Orders that may be about the thing asked: they do not say about what, or are about a run, a deployment or a
  /// rate of the model, past ones included, or whoever made, operates or owns it.
  private func perhapsMeant(_ test: ActTest, _ scope: Scope, _ direct: [Record]) -> [Record] {
    guard let path = test.about, !facts.records(of: test.kind).isEmpty else { return [] }
    var near: [GlobalID] = []
    if case .record(let id) = thing(path, scope), id.kind == "artifact" {
      let deployed = everyDeployment(of: id)
      let runs =
        names(of: id).flatMap { facts.records(of: "activity", mentioning: $0) }
        + deployed.flatMap { facts.records(of: "activity", mentioning: $0.id) }
      near = graph.sources(of: id).flatMap { graph.activities[$0].records }
      near += (deployed + runs.filter { $0["kind"]?.text == "inference" }).flatMap { record in
        [record.id] + record.references("by")
      }
      near += [developer(of: id)].compactMap { $0 } + [GlobalID(id.namespace, "party", id.namespace)]
    }
    near = near.flatMap(names(of:))
    let meant = near.flatMap { facts.records(of: test.kind, mentioning: $0) }.filter {
      !Set($0.references("about")).isDisjoint(with: near)
    }
    var seen = Set(direct.map(\.id))
    return (facts.records(of: test.kind).filter { $0.references("about").isEmpty } + meant).filter {
      seen.insert($0.id).inserted
    }
  }

  /// Whether one act is what is asked for: its decision, what it covers, its issuer, its age; of what frees also that it
  /// names the bytes and that its grounds stand, which nobody may take from under an order.
  private func stands(_ record: Record, _ test: ActTest, _ scope: Scope, frees: Bool) -> Explanation {
    let said = [record["decision"]?.text].compactMap { $0 } + record.words("covers")
    let shown = record.isWithheld ? ["withheld"] : said
    let fact = use(
      record, value: shown.joined(separator: ", "), words: Phrase.listed.with(.words(shown)))
    var clause: Message { Phrase.act.with(.code(record.id.description), .code(record.issuer)) }
    if record.isWithheld {
      // Who said it is shown all the same.
      let issuer = test.issuers.isEmpty ? [] : [issued(test.issuers, record, scope, frees: frees)]
      let hidden = explain(
        .cannotBeExcluded, Phrase.actWithheld.with(.code(record.id.description)), code: "body")
      return explain(.all, [hidden] + issuer, clause, code: "act \(record.id.full)", facts: [fact])
    }
    var parts: [Explanation] = []
    func require(_ verdict: Verdict, _ phrase: Message, _ code: String) {
      parts.append(explain(verdict, phrase, code: code))
    }
    if !test.decisions.isEmpty { parts.append(decided(test.decisions, record, frees: frees)) }
    for item in test.covers {
      require(
        Verdict(record.words("covers").contains(item)), Phrase.coversItem.with(.word(item)), "covers \(item)")
    }
    if !test.issuers.isEmpty { parts.append(issued(test.issuers, record, scope, frees: frees)) }
    if frees, let path = test.about, case .record(let id) = thing(path, scope), let artifact = facts[id] {
      if artifact.isWithheld {
        require(.cannotBeExcluded, Phrase.namesDigest.message, "digest")
      } else if let digest = artifact["digest"]?.text {
        require(Verdict(record["digest"]?.text == digest), Phrase.namesDigest.message, "digest")
      }
    }
    if frees, let path = test.about, case .record(let id) = thing(path, scope), isOutdated(record, id, scope)
    {
      require(.cannotBeExcluded, Phrase.currentWeights.with(.code(record.id.description)), "new weights")
    }
    if frees, let other = overruling(record, test.decisions, test.covers, subject(of: test, scope)) {
      parts.append(overruled(by: other))
    }
    if let name = test.maxAge { parts.append(age(of: record, name, scope)) }
    if frees || !test.restsOn.isEmpty { parts += grounds(of: record, test, scope) }
    return explain(.all, parts, clause, code: "act \(record.id.full)", facts: [fact])
  }

  /// Whether the decision is one of these. An order that does not say what it orders may order this.
  func decided(_ decisions: [String], _ record: Record, frees: Bool) -> Explanation {
    let decision = record["decision"]?.text ?? "-"
    let isSilent = record["decision"] == nil && !frees
    return explain(
      isSilent ? .cannotBeExcluded : Verdict(decisions.contains(decision)),
      Phrase.decisionIs.with(.word(decision)),
      code: "decision \(decision)")
  }

  func age(of record: Record, _ name: String, _ scope: Scope) -> Explanation {
    var clause: Message {
      Phrase.notOlderThan.with(age(name, scope))
    }
    var code: String { "max-age $\(name)" }
    guard let period = parameter(name, scope).period, let from = record.validFrom,
      let end = period.after(from)?.last
    else {
      return explain(
        .cannotBeExcluded, clause, code: code, citation: scope.pack.parameters[name]?.citation)
    }
    return explain(
      Verdict(asOf <= end), clause, code: code, citation: scope.pack.parameters[name]?.citation)
  }

  func issued(
    _ tests: [IssuerTest], _ record: Record, _ scope: Scope, frees: Bool
  ) -> Explanation {
    let parts = tests.map { issues($0, record, scope, frees: frees) }
    return parts.count == 1 ? parts[0] : explain(.any, parts, Phrase.anyOf.message, code: "any")
  }
}
