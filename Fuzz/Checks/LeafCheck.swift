import Crypto
import Ledger
import Measures
import Records

/// What leaves of a log are made of, and the files that people hand each other: every reader is given the same bytes.
package enum LeafCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    envelope(bytes)
    statement(bytes)
    opening(bytes)
    seal(bytes)
    statementFile(bytes)
    keys(bytes)
  }

  private static func envelope(_ bytes: [UInt8]) {
    let envelope = Check.settled(
      bytes, "an envelope", { bytes throws(Problems) in try Envelope(bytes, file: "fuzz.json") },
      written: \.bytes)
    guard let envelope else { return }
    for key in Specimens.signers where envelope.isSigned(by: key, keyID: KeyGrant.keyID(key)) {
      Check.that(
        envelope.payloadType == Envelope.inToto && Specimens.payloads.contains(envelope.payload),
        "a key signed what it signed, and nothing else")
    }
    statement(envelope.payload)
  }

  private static func statement(_ bytes: [UInt8]) {
    let statement = Check.exact(
      bytes, "a statement", { bytes throws(Problems) in try Statement(payload: bytes, file: "fuzz.json") },
      written: { Statement($0.head, seal: $0.seal).payload })
    guard let statement else { return }
    Check.same(
      statement.digest, Array(SHA256.hash(data: bytes)), "the digest of a statement is that of its bytes")
    _ = statement.head.mentions
    let reading = { (_: [UInt8]) throws(Problems) in try statement.head.values(Specimens.reader) }
    Check.same(Check.read(bytes, reading), Check.read(bytes, reading), "fields: read twice alike")
  }

  private static func opening(_ bytes: [UInt8]) {
    let opening = Check.settled(
      bytes, "an opening", { bytes throws(Problems) in try Opening(bytes) }, written: \.bytes)
    guard let opening else { return }
    Check.same(
      opening.commitment.hash, Array(SHA256.hash(data: bytes)), "a commitment is the hash of the bytes")
    let made = Opening(field: opening.field, salt: opening.salt, value: opening.value.json)
    Check.same(made.bytes, bytes, "an opening: made of what was read")
  }

  private static func seal(_ bytes: [UInt8]) {
    let reading = { (bytes: [UInt8]) throws(Problems) in try Seal.commitments(bytes) }
    guard let list = Check.settled(bytes, "commitments", reading, written: Seal.list) else { return }
    Check.same(Seal.root(list), Seal.root(list.reversed()), "a seal does not depend on an order")
    Check.same(
      Seal.root(list), Seal.root(Check.read(Seal.list(list), reading) ?? []), "a seal of what was written")
    guard let last = list.last else { return }
    let other = Commitment(field: last.field, hash: last.hash.map { $0 ^ 1 })
    Check.that(Seal.root(list.dropLast() + [other]) != Seal.root(list), "another hash is another seal")
    Check.that(Seal.root(Array(list.dropLast())) != Seal.root(list), "fewer commitments are another seal")
  }

  private static func statementFile(_ bytes: [UInt8]) {
    let file = Check.settled(
      bytes, "a file of statements",
      { bytes throws(Problems) in try StatementFile(bytes, file: "fuzz.json") }, written: \.bytes)
    for submission in file?.submissions ?? [] {
      guard let statement = try? Statement(payload: submission.envelope.payload, file: "fuzz.json"),
        (try? submission.checkedBody(statement)) != nil
      else { continue }
      Check.same(
        Seal.root(submission.commitments ?? []) == statement.seal || submission.openings.isEmpty, true,
        "openings are shown only under the seal")
      for opening in submission.openings {
        Check.that(
          submission.commitments?.contains(opening.commitment) == true, "what is opened is committed to")
      }
    }
  }

  private static func keys(_ bytes: [UInt8]) {
    let grant = Check.settled(
      bytes, "a card", { bytes throws(Problems) in try KeyGrant(card: bytes, file: "fuzz.json") },
      written: \.card)
    if let grant {
      let newline = [UInt8(ascii: "\n")]
      Check.that(grant.card == bytes || grant.card == bytes + newline, "a card: written as it was read")
    }
    let key = Check.settled(
      bytes, "a key", { bytes throws(Problems) in try KeyFile(bytes, file: "fuzz.json") }, written: \.bytes)
    if let key {
      let card = key.grant(roles: [KeyGrant.Role("recorder")]).card
      Check.that(
        key.party == "log" || (try? KeyGrant(card: card, file: "")) != nil, "the card of a key is read")
    }
    let log = Check.settled(
      bytes, "keys of a log", { bytes throws(Problems) in try LogKeyFile(bytes, file: "fuzz.json") },
      written: \.bytes)
    _ = log.flatMap { file in Check.read(bytes) { _ throws(Problems) in try file.keys() } }
  }
}
