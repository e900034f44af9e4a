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
    guard counted != nil, said.count == 1, let only = said.first, only != "withheld" else {
      let why = said.isEmpty ? Phrase.notRated : Phrase.ratingsDisagree
      return explain(.cannotBeExcluded, why.with(.message(clause)), code: code, facts: uses)
    }
    return explain(Verdict(only == value), clause, code: code, facts: uses)
  }

  /// The ratings that count after what authorities ruled; `nil` where a ruling is withheld, or its issuer may or may
  /// not be such an authority.
  private func settled(_ ratings: [Record], by rulings: [Record], _ scope: Scope) -> [Record]? {
    var upheld: Set<GlobalID> = []
    var setAside: Set<GlobalID> = []
    for ruling in rulings {
      let decision = ruling["decision"]?.text
      guard ruling.isWithheld || decision == "upheld" || decision == "set-aside" else { continue }
      let standing: Verdict = ruling.isWithheld ? .cannotBeExcluded : mayRule(ruling, scope)
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

  /// Whether the issuer of a ruling is a public authority for the country that is asked about, or else for the seat of
  /// the developer.
  private func mayRule(_ ruling: Record, _ scope: Scope) -> Verdict {
    let place: IssuerTest.Jurisdiction =
      question(of: scope)?.country == nil ? .path(Path("developer.seat")) : .country
    return .any(
      Authority.roles.sorted().map { role in
        let test = IssuerTest(
          role: role, jurisdiction: role == "international-agency" ? .any : place, accreditedBy: nil)
        return issues(test, ruling, about: nil, scope).verdict
      })
  }
}
