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
    var uses = ratings.map { use($0, value: "\(axis): \($0["is"]?.text ?? "withheld")") }
    uses += rulings.map { use($0, value: $0["decision"]?.text ?? "withheld") }
    let counted = settled(ratings, by: rulings, scope)
    let said = Set((counted ?? ratings).map { $0["is"]?.text ?? "withheld" })
    // A stranger may contradict a rating, and rates nothing alone.
    let isRated = counted?.contains { isHeard($0, of: id, scope) } ?? false
    guard isRated, said.count == 1, let only = said.first, only != "withheld" else {
      let why = said.count < 2 && !said.contains("withheld") ? Phrase.notRated : Phrase.ratingsDisagree
      return explain(.cannotBeExcluded, why.with(.message(clause)), code: code, facts: uses)
    }
    return explain(Verdict(only == value), clause, code: code, facts: uses)
  }

  /// Whether a rating stands without another: it is by whom the model belongs to, an authority of the place, or an
  /// evaluator or auditor whom one accredited. That a model is weak is said of the name alone for which it was said.
  private func isHeard(_ rating: Record, of model: GlobalID, _ scope: Scope) -> Bool {
    let about = rating.references("about")
    let closes = rating["is"]?.text == "strong"
    guard
      closes
        || !names(of: model, freedBy: rating, scope).isDisjoint(with: about)
          && !isOutdated(rating, model, scope)
    else { return false }
    if about.contains(where: { isByMaker(rating, of: $0) }) || isByAuthority(rating, scope) == .holds {
      return true
    }
    guard isAccredited(rating.issuer, for: model, scope, since: rating.begun) else { return false }
    return ["evaluator", "auditor"].contains { role in
      let test = IssuerTest(role: role, jurisdiction: .any, accreditedBy: nil)
      return issues(test, rating, scope, frees: true).verdict == .holds
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
    var places: [IssuerTest.Jurisdiction] = [.path(Path("developer.seat"))]
    if question(of: scope)?.country != nil { places.append(.country) }
    return .any(
      Authority.roles.sorted().flatMap { role in
        (role == Authority.international ? [.any] : places).map { place in
          let test = IssuerTest(role: role, jurisdiction: place, accreditedBy: nil)
          return issues(test, record, scope, frees: true).verdict
        }
      })
  }
}
