import Lineage
import Measures
import Records

extension Judge {
  /// A fact that somebody must show: absent, it fails.
  func attested(_ test: ActTest, _ scope: Scope) -> Explanation {
    let found = candidates(test, scope, agreedNames)
    let parts = found.map { stands($0, test, scope) }
    let clause = Phrase.attested.with(.code(describe(test, scope)))
    let code = "attested \(describe(test, scope))"
    guard !parts.isEmpty else {
      return Explanation(.fails, Phrase.notShown.with(.code(describe(test, scope))), code: code)
    }
    guard test.quorum > 1 else {
      return Explanation(.any(parts.map(\.verdict)), clause, code: code, parts: parts)
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
    return Explanation(verdict, clause, code: code, parts: parts)
  }

  /// An act that binds: absent, none is known; withheld, it cannot be excluded.
  func ordered(_ test: ActTest, _ name: String?, _ inner: Condition?, _ scope: Scope) -> Explanation {
    let code = "ordered \(describe(test, scope))"
    let parts = candidates(test, scope, names).map { record -> Explanation in
      var part = stands(record, test, scope)
      guard let inner, part.verdict.isPossible else { return part }
      let condition = evaluate(inner, scope.naming(name, .record(record.id)))
      part.parts.append(condition)
      part.verdict = .all([part.verdict, condition.verdict])
      return part
    }
    guard !parts.isEmpty else {
      // Of whom or what it is asked is not known: one that is known may be about that.
      if let path = test.about, case .unknown = thing(path, scope), !facts.records(of: test.kind).isEmpty {
        return unknownSubject(path, code: code)
      }
      return Explanation(.fails, Phrase.noneKnown.with(.code(describe(test, scope))), code: code)
    }
    return Explanation(
      .any(parts.map(\.verdict)), Phrase.ordered.with(.code(describe(test, scope))), code: code, parts: parts)
  }

  /// The acts of that kind about the thing asked.
  private func candidates(_ test: ActTest, _ scope: Scope, _ called: (GlobalID) -> [GlobalID]) -> [Record] {
    guard let path = test.about else { return facts.records(of: test.kind) }
    guard case .record(let id) = thing(path, scope) else { return [] }
    let names = Set(called(id))
    return names.sorted().flatMap { facts.records(of: test.kind, mentioning: $0) }
      .filter { !names.isDisjoint(with: $0.references("about")) }
  }

  private func describe(_ test: ActTest, _ scope: Scope) -> String {
    var words = [test.kind]
    if !test.decisions.isEmpty { words.append(test.decisions.joined(separator: "|")) }
    if !test.covers.isEmpty { words.append("[\(test.covers.joined(separator: ", "))]") }
    let roles = test.issuers.map { issuer in
      switch issuer.jurisdiction {
      case .country where scope.question?.isUnnamed == true: "\(issuer.role) of every other country"
      case .country: "\(issuer.role) \(scope.question?.country ?? "of each country")"
      case .parameter(let name): "\(issuer.role) \(parameter(name, scope).place ?? "?")"
      case .path(let path): "\(issuer.role) of \(path)"
      case .any: issuer.role
      }
    }
    if !roles.isEmpty { words.append("by \(Set(roles).sorted().joined(separator: " or "))") }
    return words.joined(separator: " ")
  }

  /// Whether one act is what is asked for: its decision, what it covers, its issuer, its age, its grounds.
  private func stands(_ record: Record, _ test: ActTest, _ scope: Scope) -> Explanation {
    let said = [record["decision"]?.text].compactMap { $0 } + record.words("covers")
    let fact = use(record, value: record.isWithheld ? "withheld" : said.joined(separator: ", "))
    let clause = Phrase.act.with(.code(record.id.description), .code(record.issuer))
    if record.isWithheld {
      return Explanation(
        .cannotBeExcluded, Phrase.actWithheld.with(.code(record.id.description)), code: "act \(record.id)",
        facts: [fact])
    }
    var parts: [Explanation] = []
    func require(_ verdict: Verdict, _ phrase: Message, _ code: String) {
      parts.append(Explanation(verdict, phrase, code: code))
    }
    if !test.decisions.isEmpty {
      let decision = record["decision"]?.text ?? "-"
      require(
        Verdict(test.decisions.contains(decision)), Phrase.decisionIs.with(.code(decision)),
        "decision \(decision)")
    }
    for item in test.covers {
      require(
        Verdict(record.words("covers").contains(item)), Phrase.coversItem.with(.code(item)), "covers \(item)")
    }
    if !test.issuers.isEmpty { parts.append(issued(test.issuers, record, test.about, scope)) }
    if let path = test.about, case .record(let id) = thing(path, scope), let artifact = facts[id] {
      if artifact.isWithheld {
        require(.cannotBeExcluded, Phrase.namesDigest.message, "digest")
      } else if let digest = artifact["digest"]?.text {
        require(Verdict(record["digest"]?.text == digest), Phrase.namesDigest.message, "digest")
      }
    }
    if let name = test.maxAge { parts.append(age(of: record, name, scope)) }
    parts += grounds(of: record, test, scope)
    return Explanation(
      .all(parts.map(\.verdict)), clause, code: "act \(record.id)", facts: [fact], parts: parts)
  }

  private func age(of record: Record, _ name: String, _ scope: Scope) -> Explanation {
    let clause = Phrase.notOlderThan.with(.code(parameter(name, scope).period?.description ?? name))
    let code = "max-age $\(name)"
    guard let period = parameter(name, scope).period, let from = record.validFrom,
      let end = period.after(from)?.last
    else {
      return Explanation(
        .cannotBeExcluded, clause, code: code, citation: scope.pack.parameters[name]?.citation)
    }
    return Explanation(
      Verdict(asOf <= end), clause, code: code, citation: scope.pack.parameters[name]?.citation)
  }

  /// Everything that an act rests on must stand; what the rule asks for must be among it.
  private func grounds(of record: Record, _ test: ActTest, _ scope: Scope) -> [Explanation] {
    let named = record.references("rests-on")
    var parts = named.filter { facts[$0].map { $0.isWithheld || !stillRests($0) } ?? true }.map {
      Explanation(.fails, Phrase.groundGone.with(.code($0.description)), code: "rests-on \($0)")
    }
    for ground in test.restsOn {
      let about = test.about.flatMap { path -> Set<GlobalID>? in
        if case .record(let id) = thing(path, scope) { Set(agreedNames(of: id)) } else { nil }
      }
      let matching = named.compactMap { facts[$0] }.filter { match in
        match.kind == ground.kind && !match.isWithheld && stillRests(match)
          && (about.map { match["about"] == nil || !$0.isDisjoint(with: match.references("about")) } ?? true)
      }
      let clause = Phrase.restsOn.with(.code(ground.kind))
      let inner = matching.map { match -> Explanation in
        let fact = use(match, value: ground.kind)
        guard let maxAge = ground.maxAge else {
          return Explanation(.holds, clause, code: "ground", facts: [fact])
        }
        var part = age(of: match, maxAge, scope)
        part.facts = [fact]
        return part
      }
      parts.append(
        Explanation(.any(inner.map(\.verdict)), clause, code: "rests-on \(ground.kind)", parts: inner))
    }
    return parts
  }

  /// Whether everything that a record rests on still stands, through all generations.
  private func stillRests(_ record: Record, depth: Int = 0) -> Bool {
    depth < 32
      && record.references("rests-on").allSatisfy { id in
        facts[id].map { !$0.isWithheld && stillRests($0, depth: depth + 1) } ?? false
      }
  }

  private func issued(_ tests: [IssuerTest], _ record: Record, _ about: Path?, _ scope: Scope) -> Explanation
  {
    let parts = tests.map { issues($0, record, about: about, scope) }
    return parts.count == 1
      ? parts[0] : Explanation(.any(parts.map(\.verdict)), Phrase.anyOf.message, code: "any", parts: parts)
  }

  /// Whether the issuer of a record held the role there when it spoke.
  func issues(_ test: IssuerTest, _ record: Record, about: Path?, _ scope: Scope) -> Explanation {
    let party = GlobalID(record.issuer, "party", record.issuer)
    let code = "issuer \(test.role)"
    let place = self.place(test.jurisdiction, scope)
    let clause = Phrase.issuedBy.with(.code(record.issuer), .code(test.role), .code(place.text ?? "*"))
    if let related = related(test.role, scope) {
      let verdict: Verdict =
        related.map { graph.identity.areSame($0, party) } ?? .cannotBeExcluded
      return Explanation(verdict, clause, code: code)
    }
    guard let known = facts[party], !known.isWithheld else {
      return Explanation(.cannotBeExcluded, Phrase.issuerUnknown.with(.code(record.issuer)), code: code)
    }
    // When nothing says when it spoke, that was at any time from the beginning of its validity.
    let spoken = record.stated?.first ?? record.validFrom?.first ?? asOf
    let latest = record.stated == nil ? asOf : spoken
    let held = (known["roles"]?.elements ?? []).filter {
      $0["role"]?.text == test.role && (isHeld($0, at: spoken) || isHeld($0, at: latest))
    }
    let verdicts = held.map { entry -> Verdict in
      var verdict: Verdict =
        isHeld(entry, at: spoken) && isHeld(entry, at: latest) ? .holds : .cannotBeExcluded
      if place.isNeeded {
        verdict =
          place.text.map { wanted in
            // A role without a place is not known to hold there.
            entry["where"].map { stated in
              .all([
                verdict,
                Verdict(stated.elements.contains { places.contains($0.text ?? "", wanted, at: spoken) }),
              ])
            } ?? .cannotBeExcluded
          } ?? .cannotBeExcluded
      }
      guard let accreditor = test.accreditedBy else { return verdict }
      let isAccredited = (entry["accredited-by"]?.references ?? []).contains {
        holds(accreditor, $0, at: spoken)
      }
      return .all([verdict, Verdict(isAccredited)])
    }
    return Explanation(
      .any(verdicts), clause, code: code, facts: [use(known, value: "role: \(test.role)", field: "roles")])
  }

  private func holds(_ role: String, _ party: GlobalID, at instant: Instant) -> Bool {
    (facts[party]?["roles"]?.elements ?? []).contains { $0["role"]?.text == role && isHeld($0, at: instant) }
  }

  /// Roles that are relations to the subject: `.some(nil)` when the party is not known.
  private func related(_ role: String, _ scope: Scope) -> GlobalID?? {
    switch role {
    case "developer": .some(scope.subject.kind == "party" ? scope.subject : developer(of: scope.subject))
    case "provider": .some(provider(of: scope.subject, scope))
    case "custodian", "operator": .some(responsible(scope.subject))
    default: nil
    }
  }

  /// The place where a role must hold; none is needed anywhere, or when no country is asked.
  private func place(_ jurisdiction: IssuerTest.Jurisdiction, _ scope: Scope) -> (
    isNeeded: Bool, text: String?
  ) {
    switch jurisdiction {
    case .any: return (false, nil)
    case .country: return (scope.question?.country != nil, scope.question?.country)
    case .parameter(let name): return (true, parameter(name, scope).place)
    case .path(let path):
      guard case .record(let id) = thing(path, scope), let key = path.names.last, path.names.count > 1 else {
        return (true, nil)
      }
      return (true, attribute(key, of: id, question: scope.question).values.first?.value)
    }
  }
}
