import Crypto
import Foundation
import Ledger
import Measures
import Records
import TestSupport
import Testing

/// A leaf of every released kind, as it was written when the kind was released: a released kind is frozen, and its leaves are read
/// for ever.
@Suite struct GoldenLeaves {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/leaves.json")

  /// The leaves in the order of their kinds, one a line.
  private static func made() throws -> [(kind: String, submission: Submission)] {
    let key = try SigningKey([UInt8](repeating: 6, count: 32))
    let sealing = SealingKey([UInt8](repeating: 8, count: 32))
    let grant = KeyGrant(
      party: "acme", person: "p1", publicKey: key.publicKey, custody: .selfHeld,
      roles: [KeyGrant.Role("authority", place: "EU"), KeyGrant.Role("recorder")],
      from: try Moment("2026-11-22"))
    var leaves: [(String, Submission)] = []
    for kind in Kinds.all {
      let draft = try MarkedDraft.of(kind)
      leaves.append(
        (kind.name, try .of(draft, readers: .parties(["other"]), sealing: sealing, signedBy: [key])))
    }
    let policy = AdmissionPolicy(
      rules: [
        .init(
          ["rating"], by: "authority", about: .delegated, jurisdiction: "EU", signers: 2,
          distinct: .organisation, isSelfHeld: true)
      ], quorum: 2, quorumDistinct: .organisation)
    let thing = GlobalID("acme", "rating", "thing")
    let ofLedger = [
      Genesis.draft(
        origin: "log.example/golden", logKey: "log.example/golden+00000000+AQ==", clockKey: grant.publicKey,
        founders: [grant], policy: policy), policy.draft(revision: 1), grant.draft(by: "acme"),
      grant.revocation(by: "acme", ground: "rotation"),
      Draft(
        ofLedger: "delegation", "acme", "d",
        ["to": .reference(GlobalID("other", "party", "other")), "kinds": .list([.word("rating")])]),
      AudienceChange(of: thing, revision: 1, fields: ["is"], readers: .everyone, ground: "published").draft(
        named: "a"),
      AudienceChange(of: thing, revision: 1, fields: [], readers: nil, ground: "erased").draft(named: "b"),
      Draft(
        ofLedger: "tick", "log", "7",
        ["time": .moment(.instant(try Moment("2026-11-22T10:00:00.123Z").first))]),
    ]
    for draft in ofLedger {
      let log = ["genesis", "tick"].contains(draft.kind.name) ? nil : "log.example/golden+00000000+AQ=="
      leaves.append((draft.kind.name, try .unsealed(draft, in: log, signedBy: [key])))
    }
    return leaves
  }

  @Test func everyKindIsWrittenAsItWas() throws {
    let made = try Self.made()
    let text = String(decoding: StatementFile(made.map(\.submission)).bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["ECLUSE_WRITE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: Self.file)
    }
    let kept = try StatementFile(Array(try Data(contentsOf: Self.file)), file: "leaves.json").submissions
    #expect(Set(made.map(\.kind)) == Set((Kinds.all + Kinds.ofLedger).map(\.name)))
    try #require(kept.count == made.count)
    for (old, new) in zip(kept, made) {
      #expect(
        old.envelope.bytes == new.submission.envelope.bytes,
        "\(new.kind) is written otherwise than when it was released")
      #expect(
        old.openings.map(\.bytes) == new.submission.openings.sorted { $0.field < $1.field }.map(\.bytes))
    }
  }

  @Test func everyKindIsReadAsItWas() throws {
    let reader = SignedFields(places: try Dossier.places())
    for submission in try StatementFile(Array(try Data(contentsOf: Self.file)), file: "leaves.json")
      .submissions
    {
      let statement = try Statement(payload: submission.envelope.payload, file: "golden")
      let head = try #require(try statement.head.values(reader))
      #expect(try submission.checkedBody(statement) == [])
      let kind = try #require(Kinds.inLedger(statement.head.kind))
      var body: [String: Value] = [:]
      for opening in submission.openings {
        body[opening.field] = try reader.field(opening.field, opening.value, of: kind)
      }
      _ = try reader.draft(statement.head.id, kind, head: head, body: body, at: Mark(file: "golden", line: 0))
      #expect(
        submission.envelope.isSigned(
          by: try SigningKey([UInt8](repeating: 6, count: 32)).publicKey,
          keyID: submission.envelope.signatures[0].keyID))
    }
  }
}
