package import Measures
package import Regimes

extension Determination {
  /// Why the regime binds the subject, in each way in which it does, or why not. What does not hold is said with its verdict; an adoption that is good
  /// and yet binds others only says so.
  /// - Parameter developer: who develops the subject, if that is known and is to be named.
  package func why(naming developer: String? = nil, subject: String? = nil) -> Message {
    guard standing.verdict == .fails else {
      return otherStandings.isEmpty
        ? standing.clause : Phrase.listed.with(.list(standings.map(\.clause)))
    }
    let clause = Message.Argument.message(standing.clause)
    switch standing.clause.phrase {
    case .adoptedByParty where developer != nil:
      return Phrase.adoptionOfAnother.with(clause, .code(developer ?? ""))
    case .adoptedByParty, .adoptedByAuthority:
      return Phrase.adoptionElsewhere.with(
        clause, subject.map { .code($0) } ?? .message(Phrase.thisSubject.message))
    default: return standing.code == "nexus" ? Phrase.ruledOut.with(clause) : standing.clause
    }
  }
}
