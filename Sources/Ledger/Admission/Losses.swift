package import Measures
import Records

extension Admission {
  /// What nobody can do any more once a key does not count.
  package func losses(without key: KeyGrant) -> [Message] {
    let left = ring.all.filter { $0 != key && isValid($0) }
    var losses: [Message] = []
    if !left.contains(where: { $0.party == key.party }) {
      losses.append(Phrase.lastKeyOfParty.with(.code(key.party)))
    }
    if mayIntroduceKeys(key), !left.contains(where: mayIntroduceKeys) {
      losses.append(Phrase.lastKeyForKeys.message)
    }
    if founders.contains(key), !policy.isPossible(with: left.filter(founders.contains)) {
      losses.append(Phrase.policyForever.with(.count(policy.quorum)))
    }
    return losses
  }

  private func mayIntroduceKeys(_ key: KeyGrant) -> Bool {
    policy.rules.contains { rule in
      rule.kinds.contains("key") && (!rule.isSelfHeld || key.custody == .selfHeld)
        && key.roles.contains { $0.name == rule.role }
    }
  }
}
