import Measures
import Records

extension Judge {
  /// The next instant at which a determination may change by time alone: a date in what it can rest on, in its
  /// regime or in one that the regime uses, or the end of the age that an act may have.
  func nextChange(_ scope: Scope) -> Instant? {
    let near = surroundings(scope.subject)
    let related = ([scope.pack.interprets].compactMap { $0 } + scope.pack.uses).flatMap { id in
      library.packs.filter { $0.id == id }
    }
    var instants = [near.nextChange].compactMap { $0 }
    for pack in [scope.pack] + related {
      instants += [pack.from?.first, pack.to?.last.next].compactMap { $0 }
      let inner = Scope(pack: pack, standing: scope.standing, subject: scope.subject)
      for article in pack.articles {
        if let from = article.inForce.flatMap({ start($0, inner) }) { instants.append(from) }
      }
      for name in pack.testedDates {
        if let moment = parameter(name, inner).moment { instants += [moment.first, moment.last.next] }
      }
      for name in pack.maxAges {
        guard let period = parameter(name, inner).period else { continue }
        for record in near.acts {
          if let end = record.validFrom.flatMap(period.after) { instants.append(end.last.next) }
        }
      }
    }
    return instants.filter { $0 > asOf }.min()
  }

  /// What lies around the subject, worked out once for all packs.
  private func surroundings(_ subject: GlobalID) -> FactLinks.Surroundings {
    if let known = known.surroundings, known.subject == subject { return known.facts }
    let made = links.surroundings(of: subject)
    known.surroundings = (subject, made)
    return made
  }
}

extension Condition {
  /// The parameters that limit the age of acts, here and below.
  var maxAges: [String] {
    leaves.flatMap { leaf -> [String] in
      switch leaf {
      case .attested(let test), .ordered(let test, _, _):
        ([test.maxAge] + test.restsOn.map(\.maxAge)).compactMap { $0 }
      default: []
      }
    }
  }
}
