import Measures
import Records

/// Whether the policy admits what somebody says.
extension Admission {
  /// Whether a rule admits a statement of these signers.
  func check(_ head: Head, _ fields: [String: Value], _ signers: [KeyGrant]) throws(Problems) {
    guard let issuer = signers.first(where: { $0.party == head.issuer }) else {
      throw .refused(.notAdmitted, .notOfIssuer, [.code(head.issuer)], remedy: .signAsIssuer)
    }
    let rules = policy.rules.filter { $0.kinds.contains(head.kind) }
    guard !rules.isEmpty else {
      throw .refused(.notAdmitted, .noRuleForKind, [.code(head.kind)], remedy: .showPolicy)
    }
    var reasons: [Phrase] = []
    for rule in rules {
      if let reason = refusal(of: rule, head, fields, signers, issuer: issuer) {
        reasons.append(reason)
      } else {
        return
      }
    }
    // The reason that went furthest through the checks is the one to mend.
    let reason = reasons.max { Self.order.firstIndex(of: $0) ?? 0 < Self.order.firstIndex(of: $1) ?? 0 }
    throw .refused(
      .notAdmitted, reason ?? .roleMissing,
      [.code(head.kind), .code(rules.map(\.role).joined(separator: ", "))], remedy: .showPolicy)
  }

  private static let order: [Phrase] = [.roleMissing, .mustBeSelfHeld, .tooFewSigners, .notAboutOwn]

  /// Why a rule does not admit it; `nil`: it does.
  private func refusal(
    of rule: AdmissionPolicy.Rule, _ head: Head, _ fields: [String: Value], _ signers: [KeyGrant],
    issuer: KeyGrant
  ) -> Phrase? {
    let now = Instant(milliseconds: time)
    let ofRole = signers.filter { grant in
      grant.roles.contains { role in
        role.name == rule.role
          && rule.jurisdiction.map { wanted in
            role.place.map { places.contains($0, wanted, at: now) } ?? false
          } ?? true
      }
    }
    guard ofRole.contains(where: { $0.party == issuer.party }) else { return .roleMissing }
    let counted = ofRole.filter { !rule.isSelfHeld || $0.custody == .selfHeld }
    guard counted.contains(where: { $0.party == issuer.party }) else { return .mustBeSelfHeld }
    guard Self.count(counted, rule.distinct) >= rule.signers else { return .tooFewSigners }
    let isWithin = Self.subjects(head, fields).allSatisfy { id in
      switch rule.about {
      case .any: true
      case .own: id.namespace == head.issuer
      case .delegated: id.namespace == head.issuer || isDelegated(id.namespace, to: head.issuer, head.kind)
      }
    }
    return isWithin ? nil : .notAboutOwn
  }

  /// What is said last of a kind counts for it.
  mutating func delegate(_ delegation: Delegation?) {
    guard let delegation else { return }
    delegations = delegations.compactMap { $0.without(delegation) } + [delegation]
  }

  private func isDelegated(_ owner: String, to party: String, _ kind: String) -> Bool {
    delegations.contains {
      $0.from == owner && $0.to == party && $0.kinds.contains(kind)
        && $0.until.map { time <= $0.last.milliseconds } ?? true
    }
  }

  /// About whose things a statement speaks.
  private static func subjects(_ head: Head, _ fields: [String: Value]) -> [GlobalID] {
    let names = head.kind == "key" ? ["party"] : ["about", "of"]
    return names.flatMap { fields[$0]?.references ?? [] }
  }

  static func count(_ signers: [KeyGrant], _ distinct: AdmissionPolicy.Distinct) -> Int {
    switch distinct {
    case .person: Set(signers.map { [$0.party, $0.person] }).count
    case .organisation: Set(signers.map(\.party)).count
    }
  }
}
