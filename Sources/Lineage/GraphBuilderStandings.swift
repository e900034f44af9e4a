import Measures
import Records

/// How close those who estimate a computation are to it.
extension GraphBuilder {
  /// Who holds the hardware; `nil` where a cluster is not shown.
  func custodians(_ records: [Record]) -> Set<GlobalID>? {
    let clusters = records.flatMap { $0.references("clusters") }.map { facts[$0] }
    guard clusters.allSatisfy({ $0?.isWithheld == false }) else { return nil }
    let holders = records + clusters.compactMap { $0 }
    return Set(holders.flatMap { $0.references("custodian") }.map(identity.callAsFunction))
  }

  /// Whether an estimate comes from neither the public record nor who recorded the activity.
  func isStranger(_ record: Record, _ owners: [Record]) -> Bool {
    record.kind == "estimate" && record.issuer != RecordReader.publicNamespace
      && !owners.contains { $0.issuer == record.issuer }
  }

  /// The actor, its custodian, an evaluator with access and an authority, both for the actor's place, are closer than
  /// anybody else; with whether somebody who seems a third party may be closer: the actor, the custodians or what the
  /// issuer is are not known, or who is who only an owner says.
  func standing(_ record: Record, _ actor: GlobalID?, _ custodians: Set<GlobalID>?)
    -> (standing: Estimate.Standing, mayBeCloser: Bool)
  {
    guard record.issuer != RecordReader.publicNamespace else { return (.thirdParty, false) }
    let party = GlobalID(record.issuer, "party", record.issuer)
    if identity(party) == actor { return (.actor, false) }
    if custodians?.contains(identity(party)) == true { return (.custodian, false) }
    let authority = Authority.isAuthority(record.issuer, over: actor, facts, places)
    if authority == .holds { return (.authority, false) }
    let hadAccess = record["with-access"] == .flag(true)
    let evaluator: Verdict =
      hadAccess ? Authority.holds(["evaluator"], record.issuer, over: actor, facts, places) : .fails
    if evaluator == .holds { return (.evaluator, false) }
    let mayBeActor = actor.map { identity.areSame($0, party).isPossible } ?? true
    return (
      .thirdParty, mayBeActor || custodians == nil || authority.isPossible || evaluator.isPossible
    )
  }

  /// Whether an artifact is of who records an activity that produces it.
  func isOwn(_ artifact: GlobalID, _ activity: Record) -> Bool {
    guard activity.issuer != artifact.namespace else { return true }
    let party = identity(GlobalID(activity.issuer, "party", activity.issuer))
    if party == identity(GlobalID(artifact.namespace, "party", artifact.namespace)) { return true }
    // Of the public record, whose figures name another.
    return artifact.namespace == RecordReader.publicNamespace
      && facts.records(of: "activity", mentioning: artifact).contains { record in
        record.issuer == RecordReader.publicNamespace
          && record["by"]?.reference.map(identity.callAsFunction) == party
      }
  }

  /// Where an activity stands, as a record states it or as its dates say.
  func state(_ stated: String?, _ from: Moment?, _ to: Moment?, hasBudget: Bool) -> Activity.State {
    if let stated = stated.flatMap(Activity.State.init) {
      // What was recorded as done was running while the as-of date fell into it.
      guard stated == .done, let to, today < to.last else { return stated }
    }
    if let from, today < from.first { return .planned }
    if let to, today < to.last { return .running }
    // What began, or has a budget, and has no last day may not be finished.
    return to == nil && (hasBudget || from != nil) ? .running : .done
  }
}

extension Record {
  /// Whether it is the service of a model, as far as its head says.
  package var isServing: Bool { self["uses"]?.elements.contains { $0["as"]?.text == "model" } ?? false }
}
