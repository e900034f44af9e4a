import Ledger
import Measures
import Records
import TestSupport
import Testing

@Suite struct StatementTests {
  private let key = SealingKey([UInt8](repeating: 7, count: 32))

  @Test(arguments: Kinds.all)
  func everyKindComesBackAsItWasSigned(_ kind: Kind) throws {
    let draft = try MarkedDraft.of(kind)
    let (statement, openings) = Statement.of(draft, readers: .everyone, sealing: key)
    let read = try Statement(payload: statement.payload, file: "leaf")
    #expect(read == statement)
    let reader = SignedFields(places: try Dossier.places())
    let head = try #require(try read.head.values(reader))
    var body: [String: Value] = [:]
    for opening in openings {
      let again = try Opening(opening.bytes)
      #expect(again.commitment == opening.commitment)
      body[opening.field] = try reader.field(opening.field, again.value, of: kind)
    }
    let back = try reader.draft(draft.id, kind, head: head, body: body, at: draft.mark)
    var expected = draft.fields
    expected["revision"] = .integer(1)
    expected["readers"] = .list([.word("public")])
    #expect(back.fields == expected)
    #expect(back.record == draft.record)
    #expect(Seal.root(openings.map(\.commitment)) == statement.seal)
  }

  @Test(arguments: Kinds.all)
  func nothingOfTheBodyIsInTheLeaf(_ kind: Kind) throws {
    let (statement, openings) = Statement.of(try MarkedDraft.of(kind), readers: .everyone, sealing: key)
    #expect(!String(decoding: statement.payload, as: UTF8.self).contains("zqmark"))
    let shown = Set(statement.head.fields.keys)
    for field in kind.fields where !field.isHead { #expect(!shown.contains(field.name)) }
    let isAllHead = (Kinds.commonFields + kind.fields).ofBodies.isEmpty
    #expect(openings.isEmpty == isAllHead)
  }

  @Test func equalFieldsHaveOtherCommitments() throws {
    let kind = try #require(Kinds.named("rating"))
    let one = try Statement.of(MarkedDraft.of(kind, named: "one"), readers: .everyone, sealing: key)
    let two = try Statement.of(MarkedDraft.of(kind, named: "two"), readers: .everyone, sealing: key)
    for opening in one.openings {
      let other = try #require(two.openings.first { $0.field == opening.field })
      #expect(opening.value.json == other.value.json)
      #expect(opening.commitment.hash != other.commitment.hash)
    }
    #expect(one.statement.seal != two.statement.seal)
    // The same record has the same statement, whoever of the party makes it.
    let again = try Statement.of(MarkedDraft.of(kind, named: "one"), readers: .everyone, sealing: key)
    #expect(again.statement == one.statement)
  }

  @Test func aValueOfFewPossibilitiesCannotBeTried() throws {
    let kind = try #require(Kinds.named("rating"))
    let (_, openings) = try Statement.of(MarkedDraft.of(kind), readers: .everyone, sealing: key)
    let opening = try #require(openings.first { $0.field == "is" })
    // Without the salt the two values that there are lead nowhere.
    for word in ["strong", "weak"] {
      let guess = Opening(field: "is", salt: [UInt8](repeating: 0, count: 32), value: .string(word))
      #expect(guess.commitment.hash != opening.commitment.hash)
    }
    #expect(opening.salt.count == 32 && Set(openings.map(\.salt)).count == openings.count)
  }

  @Test func onlyOneSpelling() throws {
    let kind = try #require(Kinds.named("rating"))
    let (statement, _) = try Statement.of(MarkedDraft.of(kind), readers: .everyone, sealing: key)
    let text = String(decoding: statement.payload, as: UTF8.self)
    for other in [
      text + " ", text.replacing("\"revision\":1", with: "\"revision\":01"),
      text.replacing("\"revision\":1", with: "\"revision\":\"1\""),
      text.replacing("{\"_type\"", with: "{\"more\":\"x\",\"_type\""),
      text.replacing("\"issuer\":\"acme\"", with: "\"issuer\":\"meta\""),
      text.replacing("urn:ecluse:record:rating:v1", with: "urn:ecluse:record:rating:v2"),
      text.replacing("acme/rating/thing", with: "acme/rating/Thing"),
    ] {
      #expect(other != text)
      #expect(throws: Problems.self) { try Statement(payload: Array(other.utf8), file: "leaf") }
    }
  }
}
