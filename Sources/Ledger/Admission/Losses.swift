package import Measures
package import Records

extension Admission {
  /// What nobody can do any more once a key does not count.
  package func losses(without key: KeyGrant) -> [Message] {
    let left = ring.all.filter { $0 != key && isValid($0) }
    var losses: [Message] = []
    if !left.contains(where: { $0.party == key.party }) {
      losses.append(Phrase.lastKeyOfParty.with(.code(key.party)))
    }
    if policy.lets(key, say: "key"), !left.contains(where: { policy.lets($0, say: "key") }) {
      losses.append(Phrase.lastKeyForKeys.message)
    }
    if founders.contains(key), !policy.isPossible(with: left.filter(founders.contains)) {
      losses.append(Phrase.policyForever.with(.count(policy.quorum)))
    }
    return losses
  }

  /// What nobody can do under a new policy with the keys that count now.
  package func losses(under new: AdmissionPolicy) -> [Message] {
    let keys = ring.all.filter(isValid)
    return [("key", Phrase.nobodyIntroduces), ("revocation", .nobodyRevokes)].compactMap { kind, phrase in
      keys.contains { new.lets($0, say: kind) } ? nil : phrase.message
    }
  }

  /// The roles that a policy asks for and no key has that counts.
  package func vacant(in new: AdmissionPolicy) -> [String] {
    let held = Set(ring.all.filter(isValid).flatMap(\.roles).map(\.name))
    return Set(new.rules.map(\.role)).subtracting(held).sorted()
  }

  /// Checks that the founders can ever change a policy again.
  /// - Throws: ``Problems`` (`not-admitted`).
  package func check(_ new: AdmissionPolicy) throws(Problems) {
    guard new.isPossible(with: founders.filter(isValid)) else {
      throw .refused(.notAdmitted, .quorumTooLarge, [.count(new.quorum)], remedy: .rewriteIt)
    }
  }
}

extension AdmissionPolicy {
  /// Whether a key is one of those that may say a kind, perhaps with others.
  fileprivate func lets(_ key: KeyGrant, say kind: String) -> Bool {
    rules.contains { rule in
      rule.kinds.contains(kind) && (!rule.isSelfHeld || key.custody == .selfHeld)
        && key.roles.contains { $0.name == rule.role }
    }
  }
}
