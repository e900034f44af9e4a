import Lineage
import Measures
import Records

extension Record {
  /// Since when what it says may have been said; `nil`: nothing tells.
  var begun: Instant? { [stated?.first, validFrom?.first].compactMap { $0 }.min() }
}

extension Facts {
  /// When a record was said, at the earliest and at the latest. When nothing says when, that was at any time from the
  /// beginning of its validity.
  func times(ofSaying record: Record) -> (first: Instant, last: Instant) {
    let spoken = record.stated?.first ?? record.validFrom?.first ?? asOf
    return (spoken, record.stated == nil ? asOf : spoken)
  }

  /// The entries of a role that a party held at any time between two instants.
  func offices(_ role: String, of party: GlobalID, _ first: Instant, _ last: Instant) -> [Value] {
    (self[party]?["roles"]?.elements ?? []).filter { entry in
      entry["role"]?.text == role && (entry["from"]?.moment.map { $0.first <= last } ?? true)
        && (entry["to"]?.moment.map { first <= $0.last } ?? true)
    }
  }

  /// Whether a party held the role somewhere when a record may have been said, accredited by somebody in office where that
  /// is asked.
  func holds(_ test: IssuerTest, _ party: GlobalID, whenSaying record: Record) -> Bool {
    let (first, last) = times(ofSaying: record)
    return offices(test.role, of: party, first, last).contains { entry in
      guard let accreditor = test.accreditedBy else { return true }
      return (entry["accredited-by"]?.references ?? []).contains {
        !offices(accreditor, of: $0, first, last).isEmpty
      }
    }
  }
}

/// Who may issue an act.
extension Judge {
  /// Whether the issuer of a record held the role there when it spoke.
  func issues(_ test: IssuerTest, _ record: Record, _ scope: Scope, frees: Bool) -> Explanation {
    let party = GlobalID(record.issuer, "party", record.issuer)
    var code: String { "issuer \(test.role)" }
    let place = self.place(test.jurisdiction, scope)
    var clause: Message {
      Phrase.issuedBy.with(.code(record.issuer), .message(words(for: test, scope)))
    }
    if let related = related(test.role, scope) {
      let verdict: Verdict =
        related.map { graph.identity.areSame($0, party) } ?? .cannotBeExcluded
      var clause: Message {
        Phrase.issuedBy.with(.code(record.issuer), .message(test.words(of: scope.subject)))
      }
      return explain(verdict, clause, code: code)
    }
    guard let known = facts[party], !known.isWithheld else {
      return explain(.cannotBeExcluded, Phrase.issuerUnknown.with(.code(record.issuer)), code: code)
    }
    let (spoken, latest) = facts.times(ofSaying: record)
    let held = facts.offices(test.role, of: party, spoken, latest)
    let verdicts = held.map { entry -> Verdict in
      var verdict = Verdict.holds
      if place.isNeeded {
        verdict =
          place.text.map { wanted in
            // A role without a place is not known to hold there.
            entry["where"].map { stated in
              Verdict(stated.elements.contains { places.contains($0.text ?? "", wanted, at: spoken) })
            } ?? .cannotBeExcluded
          } ?? .cannotBeExcluded
      }
      guard let accreditor = test.accreditedBy else { return verdict }
      let accredited = (entry["accredited-by"]?.references ?? []).filter {
        isSecondParty($0, to: party, scope, since: record.begun)
      }.map { office in
        let its = facts.offices(accreditor, of: office, spoken, latest)
        return its.isEmpty ? Verdict.fails : Self.cover(its, spoken, latest) ? .holds : .cannotBeExcluded
      }
      return .all([verdict, .any(accredited)])
    }
    let sure = zip(held, verdicts).filter { $1 == .holds }.map(\.0)
    let office: Verdict =
      Self.cover(sure, spoken, latest)
      ? .holds : verdicts.contains(where: \.isPossible) ? .cannotBeExcluded : .fails
    // Nobody frees what is its own, whatever office it says to hold.
    let isAnother =
      frees && office.isPossible ? isOwn(party, scope, since: record.begun).negated : .holds
    let lacksDay = record.stated == nil && office == .cannotBeExcluded && !Self.cover(held, spoken, latest)
    return explain(
      .all([office, isAnother]), lacksDay ? Phrase.saidUnknown.with(.message(clause)) : clause, code: code,
      facts: [
        use(
          known, value: "role: \(test.role)", words: Phrase.factSays.with(.word("role"), .word(test.role)),
          field: "roles")
      ])
  }

  /// Whether a role was held through all of that time, one entry after another.
  private static func cover(_ entries: [Value], _ first: Instant, _ last: Instant) -> Bool {
    var covered = first
    let starts = { (entry: Value) in entry["from"]?.moment?.first ?? Instant(milliseconds: .min) }
    for entry in entries.sorted(by: { starts($0) < starts($1) }) where starts(entry) <= covered {
      guard let end = entry["to"]?.moment?.last, end < last else { return true }
      covered = max(covered, end.next)
    }
    return false
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

  /// Whether the subject is of `party`, or was at any time since `instant`: it lies in the party's namespace, or the party
  /// answers for it, or is of one house with whoever does.
  private func isOwn(_ party: GlobalID, _ scope: Scope, since instant: Instant?) -> Verdict {
    let name = scope.subject.namespace
    let answers =
      responsible(scope.subject).map { isOneHouse($0, party, since: instant) } ?? .cannotBeExcluded
    return .any([
      Verdict(name == party.namespace), isOneHouse(GlobalID(name, "party", name), party, since: instant),
      answers,
    ])
  }

  /// Whether two parties are one, or affiliates, by what either of them and their affiliates in turn say. What one of
  /// them does not show may be that.
  private func isOneHouse(_ party: GlobalID, _ other: GlobalID, since instant: Instant?) -> Verdict {
    let (mine, theirs) = (house(of: party, since: instant), house(of: other, since: instant))
    guard mine.members.isDisjoint(with: theirs.members) else { return .holds }
    let areSame = Verdict.any(
      mine.members.flatMap { one in theirs.members.map { graph.identity.areSame(one, $0) } })
    return .any([areSame, mine.isWhole && theirs.isWhole ? .fails : .cannotBeExcluded])
  }

  private func house(of party: GlobalID, since instant: Instant?) -> House {
    House(
      of: party, { facts.party($0, since: instant) },
      joined: { name in
        facts.records(of: "same-as", mentioning: name).filter { $0.issuer == name.namespace }
          .flatMap { $0.references("names") }
      })
  }

  /// Whether an accreditor speaks for itself, and is neither whom it accredits nor whose thing it is about: a party that
  /// lies in another's namespace is only what that other says of it.
  func isSecondParty(
    _ accreditor: GlobalID, to party: GlobalID, _ scope: Scope, since instant: Instant?
  ) -> Bool {
    accreditor.local == accreditor.namespace
      && isOneHouse(accreditor, party, since: instant) == .fails
      && isOwn(accreditor, scope, since: instant) != .holds
  }

  /// The place where a role must hold; none is needed anywhere, or when no country is asked.
  func place(_ jurisdiction: IssuerTest.Jurisdiction, _ scope: Scope) -> (
    isNeeded: Bool, text: String?
  ) {
    switch jurisdiction {
    case .any: return (false, nil)
    case .country:
      let country = question(of: scope)?.country
      return (country != nil, country)
    case .parameter(let name): return (true, parameter(name, scope).place)
    case .path(let path):
      guard case .record(let id) = thing(path, scope), let key = path.names.last, path.names.count > 1 else {
        return (true, nil)
      }
      // Of several, or one that somebody else claims, none is known to be the place.
      let stated = attribute(key, of: id, scope).values
      let values = Set(stated.map(\.value))
      return (true, values.count == 1 && !stated.contains(where: \.isClaimed) ? values.first : nil)
    }
  }
}
