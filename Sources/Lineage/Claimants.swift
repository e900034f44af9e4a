import Measures
import Records

/// Whose claims about an activity take compute out of a total: anybody may claim, not everybody is believed.
enum Claimants {
  /// Whether a claim about an activity comes from who did it or recorded it, or from an authority or an evaluator for
  /// the place of who did it.
  static func speaks(
    _ claim: Record, for activity: GlobalID, _ records: [Record], _ facts: Facts, _ identity: Identity,
    _ places: Places
  ) -> Bool {
    let issuer = identity(GlobalID(claim.issuer, "party", claim.issuer))
    let actors = records.compactMap { $0["by"]?.reference }
    if actors.map(identity.callAsFunction).contains(issuer) || claim.issuer == activity.namespace {
      return true
    }
    let roles = Authority.roles.union(["evaluator"])
    return !actors.isEmpty
      && actors.allSatisfy { Authority.holds(roles, claim.issuer, over: $0, facts, places) == .holds }
  }
}
