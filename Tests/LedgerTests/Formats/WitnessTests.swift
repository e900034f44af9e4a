import Ledger
import Records
import Testing

@Suite struct WitnessTests {
  private func request(old: UInt64 = 200, size: UInt64 = 300) throws -> WitnessRequest {
    let log = try WrittenLog(size: size)
    return try WitnessRequest(old: old, proof: log.reader.consistencyProof(from: old).hashes, note: log.note)
  }

  @Test func requestsComeBack() throws {
    for (old, size) in [(0, 0), (0, 1), (5, 5), (200, 300), (256, 257)] as [(UInt64, UInt64)] {
      let request = try request(old: old, size: size)
      let read = try WitnessRequest(body: request.body, file: "body")
      #expect(read == request && read.body == request.body && read.old == old)
      #expect(String(decoding: request.body, as: UTF8.self).hasPrefix("old \(old)\n"))
    }
  }

  private static let sixtyFour = String(repeating: "\(TreeHash.empty.base64)\n", count: 64)

  @Test(
    arguments: [
      ("old 200\n", "", "bad-witness-message", 1), ("old 200\n", "old 0200\n", "bad-witness-message", 1),
      ("old 200\n", "old -1\n", "bad-witness-message", 1), ("old 200\n", "old\n", "bad-witness-message", 1),
      ("old 200\n", "old 9223372036854775808\n", "bad-witness-message", 1),
      ("old 200\n", "old 200\r\n", "bad-witness-message", 1),
      ("old 200\n", "old  200\n", "bad-witness-message", 1),
      ("old 200\n", "old 200\nAAAA\n", "bad-witness-message", 2),
      ("old 200\n", "old 200\n\n", "bad-note", 0),
      ("old 200\n", "old 200\nnew 300\n", "bad-witness-message", 2),
      ("— log", "- log", "bad-note", 0),
      (
        "old 200\n", "old 200\n\(sixtyFour)",
        "bad-witness-message", 65
      ),
    ] as [(String, String, String, Int)])
  func refusesOtherBodies(_ part: String, _ other: String, _ code: String, _ line: Int) throws {
    let text = String(decoding: try request().body, as: UTF8.self)
    let changed = text.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != text)
    let refused = refusal { _ = try WitnessRequest(body: Array(changed.utf8), file: "body") }
    if other == "old 200\n\n" {
      // The proof then is empty and its hashes stand before the checkpoint: a note still, and no checkpoint.
      #expect(refused == nil)
      let read = try WitnessRequest(body: Array(changed.utf8), file: "body")
      #expect(refusal { _ = try Checkpoint(read.note) }?.code == "bad-checkpoint")
    } else {
      #expect(refused?.code == code)
      #expect(line == 0 || refused?.line == line, "\(other)")
    }
  }

  /// A cosignature without a time holds, and no witness may answer it.
  @Test func aCosignatureMustBearATime() throws {
    let log = try WrittenLog(size: 3)
    let bare = try SignedNote(text: log.note.text, signatures: [log.note.signatures[0]])
    let witness = try Logs.witness()
    let signature = try witness.signature(of: Cosignature.message(bare.text, at: 0)).bytes
    let known = [witness.verifier(.cosignature)]
    let timeless = NoteSignature(
      name: witness.name, keyID: known[0].keyID, bytes: Cosignature(time: 0, signature: signature).bytes)
    #expect(try bare.adding([timeless], by: known).verified(by: known).first?.time == 0)
    #expect(refusal { _ = try bare.cosigned([timeless], by: known) }?.code == "bad-witness-message")
  }

  @Test func sizesOfBodies() {
    let large = [UInt8](repeating: 0x61, count: 1_010_001)
    #expect(refusal { _ = try WitnessRequest(body: large, file: "") }?.code == "too-large")
    #expect(refusal { _ = try WitnessRequest(body: [], file: "") }?.code == "bad-witness-message")
    let long = refusal { _ = try WitnessAnswer(status: 200, contentType: nil, body: large, file: "") }
    #expect(long?.code == "too-large")
    let lines = Array(String(repeating: "— a AAAAAAA=\n", count: 65).utf8)
    let refused = refusal { _ = try WitnessAnswer(status: 200, contentType: nil, body: lines, file: "") }
    #expect(refused?.code == "bad-witness-message")
  }

  /// Every row of the table of tlog-witness, both ways.
  @Test func answersComeBack() throws {
    let text = try Checkpoint(origin: "log.example", size: 0, root: .empty).text
    let signature = try Logs.witness().cosignature(of: text, at: 5)
    for answer: WitnessAnswer in [
      .cosigned([signature]), .conflict(size: 0), .conflict(size: 20_852_014), .refused(.malformed),
      .refused(.untrusted),
      .refused(.unknownLog), .refused(.inconsistent), .refused(.status(500)), .refused(.status(429)),
    ] {
      let read = try WitnessAnswer(
        status: answer.status, contentType: answer.contentType, body: answer.body, file: "answer")
      #expect(read == answer)
    }
    #expect(WitnessAnswer.conflict(size: 7).contentType == "text/x.tlog.size")
    #expect(WitnessAnswer.conflict(size: 7).body == Array("7\n".utf8))
    #expect(
      [WitnessAnswer.Refusal.malformed, .untrusted, .unknownLog, .inconsistent].map(\.status) == [
        400, 403, 404, 422,
      ])
  }

  @Test(
    arguments: [
      (200, nil, ""), (200, nil, "\n"), (200, nil, "ok\n"), (200, nil, "— a AAAAAAA="),
      (200, nil, "— a AAAAAAA=\n— b AAAAAAA="), (409, nil, "5\n"),
      (409, "text/plain", "5\n"), (409, "text/x.tlog.size", "5"), (409, "text/x.tlog.size", ""),
      (409, "text/x.tlog.size", "05\n"), (409, "text/x.tlog.size", "5\n\n"),
      (409, "text/x.tlog.size", "-5\n"),
      (409, "text/x.tlog.size", "5\r\n"), (409, "text/x.tlog.size", "99999999999999999999\n"),
    ] as [(Int, String?, String)])
  func refusesOtherAnswers(_ status: Int, _ type: String?, _ body: String) {
    let refused = refusal {
      _ = try WitnessAnswer(status: status, contentType: type, body: Array(body.utf8), file: "answer")
    }
    #expect(refused?.code == "bad-witness-message" || refused?.code == "bad-note")
  }

  @Test func typesOfContentMayBearParameters() throws {
    let answer = try WitnessAnswer(
      status: 409, contentType: "Text/X.tlog.size; charset=utf-8", body: Array("5\n".utf8), file: "")
    #expect(answer == .conflict(size: 5))
  }

  @Test func cosignaturesAreTakenOver() throws {
    let log = try WrittenLog(size: 3)
    let bare = try SignedNote(text: log.note.text, signatures: [log.note.signatures[0]])
    let witness = try Logs.witness()
    let known = [witness.verifier(.cosignature)]
    let good = try witness.cosignature(of: bare.text, at: 1_800_000_000)
    let stranger = try Logs.signer("stranger.example", from: 77).cosignature(of: bare.text, at: 7)
    let taken = try bare.cosigned([stranger, good, good], by: known)
    #expect(taken.signatures == bare.signatures + [good])
    #expect(try taken.cosigned([good], by: known) == taken)
    #expect(refusal { _ = try bare.cosigned([stranger], by: known) }?.code == "bad-witness-message")
    let wrong = try witness.cosignature(of: Array("x\n".utf8), at: 7)
    #expect(refusal { _ = try bare.cosigned([good, wrong], by: known) }?.code == "bad-signature")
    // A plain signature of the witness is no cosignature.
    let plain = try witness.signature(of: bare.text)
    #expect(
      refusal { _ = try bare.cosigned([plain], by: known + [witness.verifier()]) }?.code
        == "bad-witness-message")
  }
}
