import Foundation
import Ledger
import Measures
import Records
import TestSupport
import Testing

/// Statements of ours before other people's packages, and theirs before us.
@Suite struct StatementInteropTests {
  private func scratch(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try Data(text.utf8).write(to: file)
    return file
  }

  @Test func othersVerifyWhatWeSign() throws {
    let party = try TestParty("acme")
    var submissions: [Submission] = []
    for kind in Kinds.all { submissions.append(try party.says(MarkedDraft.of(kind, in: "acme"))) }
    let file = try scratch(String(decoding: StatementFile(submissions).bytes, as: UTF8.self))
    defer { try? FileManager.default.removeItem(at: file) }
    let key = Data(party.key.publicKey).base64EncodedString()
    let answer = try Verifiers.python(["statements", file.path(), key])
    #expect(answer.errors == "")
    #expect(
      answer.lines
        == zip(Kinds.all, submissions).map { "acme/\($0.name)/thing 1 \($1.openings.count)" })
  }

  @Test func othersRefuseWhatWasChanged() throws {
    let party = try TestParty("acme")
    let whole = try party.says(party.draft("rating"))
    let key = Data(party.key.publicKey).base64EncodedString()
    var payload = whole.envelope.payload
    payload[payload.count / 2] ^= 1
    let envelope = Envelope(payload: payload, signatures: whole.envelope.signatures)
    let opening = Opening(field: "is", salt: [UInt8](repeating: 1, count: 32), value: .string("weak"))
    for changed in [
      Submission(envelope: envelope, commitments: whole.commitments, openings: whole.openings),
      Submission(envelope: whole.envelope, commitments: whole.commitments?.dropLast(), openings: []),
      Submission(envelope: whole.envelope, commitments: whole.commitments, openings: [opening]),
    ] {
      let file = try scratch(String(decoding: StatementFile([changed]).bytes, as: UTF8.self))
      defer { try? FileManager.default.removeItem(at: file) }
      #expect(try Verifiers.python(["statements", file.path(), key]).status == 1)
    }
  }

  @Test func weTakeWhatOthersSign() throws {
    let seed = [UInt8](repeating: 5, count: 32)
    let key = try SigningKey(seed)
    let other = TestParty(key: key, name: "acme")
    let asked = """
      {"head":{"kind":"rating","version":1,"id":"acme/rating/r","revision":1,"issuer":"acme","readers":["public"],
      "fields":{"about":"acme/artifact/m"}},"body":{"axis":"autonomy","is":"strong"}}
      """
    let file = try scratch(asked)
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = try Verifiers.python(
      ["sign", file.path(), seed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()])
    #expect(answer.errors == "")
    let submission = try #require(
      try StatementFile(Array(answer.output.utf8), file: "theirs").submissions.first)
    var log = try TestLog([other])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(log.refusal(submission) == nil)
    // The same with one byte of the payload changed at a time is refused.
    for index in stride(from: 0, to: submission.envelope.payload.count, by: 7) {
      var payload = submission.envelope.payload
      payload[index] ^= 4
      let envelope = Envelope(payload: payload, signatures: submission.envelope.signatures)
      var copy = try TestLog([other])
      #expect(
        copy.refusal(Submission(envelope: envelope, commitments: nil, openings: [])) != nil, "byte \(index)")
    }
  }
}
