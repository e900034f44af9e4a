import Records

/// Human breaks and discards that take compute out of totals: reviewed or decided, by somebody who may say so. Each
/// claim is read once, whatever the number of links.
struct AcceptedClaims {
  private struct Cut: Hashable {
    let artifact: GlobalID
    let activity: GlobalID
  }

  private var cuts: Set<Cut> = []
  private var discarded: Set<GlobalID> = []

  /// `records` are those of each activity.
  init(_ facts: Facts, _ identity: Identity, _ places: Places, records: (GlobalID) -> [Record]) {
    func speaks(_ claim: Record, _ activity: GlobalID) -> Bool {
      Claimants.speaks(claim, for: activity, records(activity), facts, identity, places)
    }
    for claim in facts.records(of: "human-break") where PresumedLinks.isReviewed(claim) {
      for activity in claim.references("activity").map(identity.callAsFunction) {
        let new = claim.references("artifact").map { Cut(artifact: identity($0), activity: activity) }
          .filter { !cuts.contains($0) }
        if !new.isEmpty, speaks(claim, activity) { cuts.formUnion(new) }
      }
    }
    for claim in facts.records(of: "discard") where !claim.isWithheld {
      for trial in claim.references("trials").map(identity.callAsFunction)
      where !discarded.contains(trial) && speaks(claim, trial) {
        discarded.insert(trial)
      }
    }
  }

  /// Whether a person other than its author has reviewed a human break on this link.
  func isCut(_ artifact: GlobalID, _ activity: GlobalID) -> Bool {
    cuts.contains(Cut(artifact: artifact, activity: activity))
  }

  /// A trial counts as discarded by a person only if that decision is on record (A07).
  func confirmed(_ role: String, _ trial: GlobalID) -> String {
    role == "discarded-by-human" && !discarded.contains(trial) ? "discarded-automatically" : role
  }
}
