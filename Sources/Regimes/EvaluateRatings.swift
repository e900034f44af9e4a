import Lineage
import Measures
import Records

extension Judge {
  /// A rating on an axis. A missing one cannot be excluded, nor do ratings decide that disagree, until an authority
  /// rules: what it upholds stands alone, what it sets aside no longer counts.
  func rated(_ path: Path, _ axis: String, _ value: String, _ scope: Scope) -> Explanation {
    var clause: Message { Phrase.ratedAs.with(.word(axis), .word(value)) }
    var code: String { "rating \(axis) \(value)" }
    guard case .record(let id) = thing(path, scope) else { return unknownSubject(path, clause, code: code) }
    let ratings = names(of: id).flatMap { facts.records(of: "rating", mentioning: $0) }
      .filter { $0["axis"]?.text == axis || $0.isWithheld }
    let rulings = ratings.flatMap { facts.records(of: "ruling", mentioning: $0.id) }
    var uses = ratings.map { rating in
      let said = rating["is"]?.text ?? "withheld"
      return use(rating, value: "\(axis): \(said)", words: Phrase.factSays.with(.word(axis), .word(said)))
    }
    uses += rulings.map { ruling in
      let said = ruling["decision"]?.text ?? "withheld"
      return use(ruling, value: said, words: Phrase.listed.with(.word(said)))
    }
    let counted = settled(ratings, by: rulings, scope)
    let said = Set((counted ?? ratings).map { $0["is"]?.text ?? "withheld" })
    // A stranger may contradict a rating, and rates nothing alone.
    let hearings = (counted ?? []).map { hearing($0, of: id, scope) }
    guard hearings.contains(.heard), said.count == 1, let only = said.first, only != "withheld" else {
      // What is in doubt of a rating stands beneath; without one, none is there.
      let isOne = said.count < 2 && !said.contains("withheld")
      let doubts = isOne ? zip(counted ?? [], hearings).flatMap { doubt($0.1, $0.0, scope) } : []
      let why = !isOne ? Phrase.ratingsDisagree : doubts.isEmpty ? .notRated : nil
      return explain(
        .cannotBeExcluded, why?.with(.message(clause)) ?? clause, code: code, facts: uses, parts: doubts,
        asking: Asking(
          OpenFact(about: id.description, "rating \(axis)"), Phrase.listed.with(.word(axis)), .words([value]))
      )
    }
    return explain(Verdict(only == value), clause, code: code, facts: uses)
  }

  /// What a rating is worth without another.
  private enum Hearing { case heard, ofEarlierWeights, ofAnotherName, notEntitled }

  /// It stands if it is by whom the model belongs to, an authority of the place, or an evaluator or auditor whom one
  /// accredited. That a model is weak is said of the name alone for which it was said, and of the weights of that day.
  private func hearing(_ rating: Record, of model: GlobalID, _ scope: Scope) -> Hearing {
    let about = rating.references("about")
    if rating["is"]?.text != "strong" {
      if names(of: model, freedBy: rating, scope).isDisjoint(with: about) { return .ofAnotherName }
      if isOutdated(rating, model, scope) { return .ofEarlierWeights }
    }
    if about.contains(where: { isByMaker(rating, of: $0) }) || isByAuthority(rating, scope) == .holds {
      return .heard
    }
    guard isAccredited(rating.issuer, for: model, scope, since: rating.begun) else { return .notEntitled }
    let isHeard = ["evaluator", "auditor"].contains { role in
      let test = IssuerTest(role: role, jurisdiction: .any, accreditedBy: nil)
      return issues(test, rating, scope, frees: true).verdict == .holds
    }
    return isHeard ? .heard : .notEntitled
  }

  /// Why a rating does not count: it is of earlier weights, or its issuer did not hold, or perhaps did not, an office that
  /// is recorded.
  private func doubt(_ hearing: Hearing, _ rating: Record, _ scope: Scope) -> [Explanation] {
    switch hearing {
    case .heard, .ofAnotherName: return []
    case .ofEarlierWeights:
      let earlier = Phrase.newWeights.with(.code(rating.id.description))
      return [explain(.cannotBeExcluded, earlier, code: "new weights")]
    case .notEntitled:
      let party = GlobalID(rating.issuer, "party", rating.issuer)
      let roles = (facts[party]?["roles"]?.elements ?? []).compactMap { $0["role"]?.text }
      return offices(of: rating, scope).filter { office in
        office.verdict.isPossible || roles.contains { office.code == "issuer \($0)" }
      }.map { office in
        let doubt = Phrase.officeInDoubt.with(.code(rating.id.description), .message(office.clause))
        return explain(.cannotBeExcluded, doubt, code: "in doubt: \(office.code)", facts: office.facts)
      }
    }
  }

  /// Whether an authority for the place of a model's developer accredited a party: another than it and the developer.
  private func isAccredited(
    _ namespace: String, for model: GlobalID, _ scope: Scope, since instant: Instant?
  ) -> Bool {
    let party = GlobalID(namespace, "party", namespace)
    return (facts[party]?["roles"]?.elements ?? []).flatMap { $0["accredited-by"]?.references ?? [] }
      .contains { accreditor in
        isSecondParty(accreditor, to: party, scope, since: instant)
          && Authority.isAuthority(accreditor.namespace, over: developer(of: model), facts, places) == .holds
      }
  }

  /// The ratings that count after what authorities ruled; `nil` where a ruling is withheld, or its issuer may or may
  /// not be such an authority.
  private func settled(_ ratings: [Record], by rulings: [Record], _ scope: Scope) -> [Record]? {
    var upheld: Set<GlobalID> = []
    var setAside: Set<GlobalID> = []
    for ruling in rulings {
      let decision = ruling["decision"]?.text
      guard ruling.isWithheld || decision == "upheld" || decision == "set-aside" else { continue }
      let standing = Verdict.all([
        ruling.isWithheld ? .cannotBeExcluded : .holds, isByAuthority(ruling, scope),
      ])
      if standing == .cannotBeExcluded { return nil }
      guard standing == .holds else { continue }
      if decision == "upheld" {
        upheld.formUnion(ruling.references("about"))
      } else {
        setAside.formUnion(ruling.references("about"))
      }
    }
    return ratings.filter { !setAside.contains($0.id) && (upheld.isEmpty || upheld.contains($0.id)) }
  }

  /// Whether the issuer of a record is a public authority for the country that is asked about, or for the seat of the
  /// developer.
  func isByAuthority(_ record: Record, _ scope: Scope) -> Verdict {
    .any(offices(of: record, scope).map(\.verdict))
  }

  /// Each office of an authority, and whether the issuer of a record held it.
  private func offices(of record: Record, _ scope: Scope) -> [Explanation] {
    var places: [IssuerTest.Jurisdiction] = [.path(Path("developer.seat"))]
    if question(of: scope)?.country != nil { places.append(.country) }
    return Authority.roles.sorted().flatMap { role in
      (role == Authority.international ? [.any] : places).map { place in
        issues(
          IssuerTest(role: role, jurisdiction: place, accreditedBy: nil), record, scope, frees: true)
      }
    }
  }
}
