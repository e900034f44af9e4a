import Measures
package import Records

/// What a witness answers to `add-checkpoint` (C2SP tlog-witness).
package enum WitnessAnswer: Hashable, Sendable {
  /// 200: cosignatures, not yet verified.
  case cosigned([NoteSignature])
  /// 409: it cosigned a checkpoint of this size last; ask again from there.
  case conflict(size: UInt64)
  /// Anything else.
  case refused(Refusal)

  /// Why a witness does not cosign.
  package enum Refusal: Hashable, Sendable {
    /// 400: it could not read the request, or the old size is above the new one.
    case malformed
    /// 403: no valid signature of a key that it trusts for the origin.
    case untrusted
    /// 404: it does not know the origin.
    case unknownLog
    /// 422: the proof does not hold. Evidence of a fork, if both checkpoints are the log's.
    case inconsistent
    /// Any other status.
    case status(Int)

    /// The status of HTTP.
    package var status: Int {
      switch self {
      case .malformed: 400
      case .untrusted: 403
      case .unknownLog: 404
      case .inconsistent: 422
      case .status(let status): status
      }
    }
  }

  /// The type of the body of a conflict.
  package static let sizeType = "text/x.tlog.size"

  /// Reads an answer.
  /// - Throws: ``Problems`` for a 200 or a 409 whose body is not as specified; other bodies are not looked at.
  package init(status: Int, contentType: String?, body: [UInt8], file: String) throws(Problems) {
    switch status {
    case 200: self = .cosigned(try Self.cosignatures(body, file))
    case 409:
      let type = contentType?.prefix { $0 != ";" }.lowercased()
      guard type.map({ $0.utf8.elementsEqual(Self.sizeType.utf8) }) == true else {
        throw Self.refusal(.sizeTypeMissing, file, 0)
      }
      guard body.count <= 20, body.last == UInt8(ascii: "\n"), let size = LogNumber.read(body.dropLast())
      else {
        throw Self.refusal(.badSize, file, 1)
      }
      self = .conflict(size: size)
    case 400: self = .refused(.malformed)
    case 403: self = .refused(.untrusted)
    case 404: self = .refused(.unknownLog)
    case 422: self = .refused(.inconsistent)
    default: self = .refused(.status(status))
    }
  }

  private static func cosignatures(_ body: [UInt8], _ file: String) throws(Problems) -> [NoteSignature] {
    guard body.count <= SignedNote.maximumLength else {
      throw Problems(
        .tooLarge, file, 0, .notAWitnessAnswer, Phrase.moreBytesThan.with(.count(SignedNote.maximumLength)),
        .askWitness)
    }
    var lines = LineCursor(body[...], file: file)
    var signatures: [NoteSignature] = []
    while let line = lines.next() {
      guard signatures.count < SignedNote.maximumSignatures else {
        throw Problems(
          .badWitnessMessage, file, lines.lastLine, .notAWitnessAnswer,
          Phrase.tooManySignatures.with(.count(SignedNote.maximumSignatures)), .askWitness)
      }
      signatures.append(try NoteSignature(line: line, file: file, line: lines.lastLine))
    }
    guard lines.isAtEnd else { throw refusal(.noLastNewline, file, lines.line) }
    guard !signatures.isEmpty else { throw refusal(.noSignatureLine, file, 1) }
    return signatures
  }

  private static func refusal(_ reason: Phrase, _ file: String, _ line: Int) -> Problems {
    Problems(.badWitnessMessage, file, line, .notAWitnessAnswer, reason.message, .askWitness)
  }

  /// The status of HTTP.
  package var status: Int {
    switch self {
    case .cosigned: 200
    case .conflict: 409
    case .refused(let refusal): refusal.status
    }
  }

  /// The type of the body.
  package var contentType: String {
    if case .conflict = self { Self.sizeType } else { "text/plain; charset=utf-8" }
  }

  /// The body; of a refusal, empty: whoever sends it may say more.
  package var body: [UInt8] {
    switch self {
    case .cosigned(let signatures): signatures.flatMap(\.line)
    case .conflict(let size): Array("\(size)\n".utf8)
    case .refused: []
    }
  }
}

extension SignedNote {
  /// The checkpoint with the cosignatures that a witness answered. Those of unknown keys are ignored.
  /// - Throws: ``Problems`` if one of a known key does not hold or bears no time, or if none is from these witnesses.
  package func cosigned(_ answer: [NoteSignature], by witnesses: [NoteVerifier]) throws(Problems)
    -> SignedNote
  {
    let note = try adding(answer, by: witnesses.filter { $0.type == .cosignature })
    let known = answer.filter { signature in
      witnesses.contains { $0.type == .cosignature && $0.isNamed(by: signature) }
    }
    guard !known.isEmpty else {
      throw Problems(
        .badWitnessMessage, file, 0, .notAWitnessAnswer,
        Phrase.noCosignature.with(.quoted(LogName.list(witnesses.map(\.name)))), .askWitness)
    }
    guard known.allSatisfy({ Cosignature($0.bytes)?.time != 0 }) else {
      throw Problems(.badWitnessMessage, file, 0, .notAWitnessAnswer, Phrase.timeMissing.message, .askWitness)
    }
    return note
  }
}
