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

  /// The actor, its custodian, an evaluator with access and an authority are closer than anybody else.
  func standing(_ record: Record, _ actor: GlobalID?, _ custodians: Set<GlobalID>?)
    -> Estimate.Standing
  {
    guard record.issuer != RecordReader.publicNamespace else { return .thirdParty }
    let issuer = identity(GlobalID(record.issuer, "party", record.issuer))
    if issuer == actor { return .actor }
    if custodians?.contains(issuer) == true { return .custodian }
    if Authority.isAuthority(record.issuer, facts) { return .authority }
    let hadAccess = record["with-access"] == .flag(true) && Authority.holds("evaluator", record.issuer, facts)
    return hadAccess ? .evaluator : .thirdParty
  }

  /// Whether an issuer that seems a third party may be closer: the actor, the custodians or what the issuer is are
  /// not known, or who is who only an owner says.
  func mayBeCloser(_ record: Record, _ actor: GlobalID?, _ custodians: Set<GlobalID>?) -> Bool {
    guard record.issuer != RecordReader.publicNamespace else { return false }
    let issuer = GlobalID(record.issuer, "party", record.issuer)
    return actor.map { identity.areSame($0, issuer).isPossible } ?? true || custodians == nil
      || Authority.mayBeAnything(record.issuer, facts)
  }
}

extension Record {
  /// Whether it is the service of a model, as far as its head says.
  package var isServing: Bool { self["uses"]?.elements.contains { $0["as"]?.text == "model" } ?? false }
}
