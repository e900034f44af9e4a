import Crypto
import Ledger
import Measures
import Records

/// Makes statements of one party, each with a body of about 1 kB.
struct Maker {
  let key: SigningKey
  let grant: KeyGrant
  private let sealing = SealingKey([UInt8](repeating: 3, count: 32))

  init() {
    guard let key = try? SigningKey(Array(Curve25519.Signing.PrivateKey().rawRepresentation)) else {
      preconditionFailure("a new key is one")
    }
    self.key = key
    grant = KeyGrant(
      party: "acme", person: "p1", publicKey: key.publicKey, custody: .selfHeld,
      roles: [KeyGrant.Role("recorder")])
  }

  func genesis(_ keys: LogKeys) throws -> Submission {
    try Submission.unsealed(
      Genesis.draft(
        origin: keys.origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey, founders: [grant],
        policy: .usual(quorum: 1, distinct: .person)), signedBy: [key])
  }

  func submissions(_ range: Range<Int>) throws -> [Submission] {
    let kind = Kinds.named("activity")!
    let text = String(repeating: "the run log of a day, ", count: 40)
    return try range.map { number in
      let fields: [String: Value] = [
        "kind": .word("pretraining"), "produces": .list([.reference(GlobalID("acme", "artifact", "m\(number)"))]),
        "compute": .list([
          .group([
            "method": .word("reported"), "value": .quantity(try Quantity("3.8e25 FLOP")), "source": .text(text),
          ])
        ]),
      ]
      let draft = Draft(
        kind: kind, id: GlobalID("acme", "activity", "r\(number)"), fields: fields, mark: Mark(file: "", line: 0))
      return try Submission.of(draft, readers: .parties([]), sealing: sealing, signedBy: [key])
    }
  }
}
