import Records

/// Whose claims about an activity take compute out of a total: anybody may claim, not everybody is believed.
enum Claimants {
  /// Whether a claim about an activity comes from who did it or recorded it, an authority or an evaluator.
  static func speaks(
    _ claim: Record, for activity: GlobalID, _ records: [Record], _ facts: Facts, _ identity: Identity
  ) -> Bool {
    let issuer = identity(GlobalID(claim.issuer, "party", claim.issuer))
    let actors = records.compactMap { $0["by"]?.reference }.map(identity.callAsFunction)
    return actors.contains(issuer) || claim.issuer == activity.namespace
      || Authority.isAuthority(claim.issuer, facts)
      || Authority.holds("evaluator", claim.issuer, facts)
  }
}
