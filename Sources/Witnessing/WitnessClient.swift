import AsyncHTTPClient
package import Ledger
import Measures
import NIOCore
import NIOHTTP1
package import Records

/// Asks a witness to cosign a checkpoint.
package struct WitnessClient: Sendable {
  private let reader: LogReader
  private let note: SignedNote
  private let size: UInt64

  /// Asks for cosignatures of this checkpoint of the log.
  /// - Throws: ``Problems``: it is no checkpoint.
  package init(_ reader: LogReader, checkpoint note: SignedNote) throws(Problems) {
    self.reader = reader
    self.note = note
    size = try Checkpoint(note).size
  }

  /// The cosignatures of a witness, verified.
  /// - Throws: ``Problems``: it cannot be reached, does not cosign, or answers something else.
  package func cosignatures(of witness: TrustPolicy.Witness) async throws(Problems) -> [NoteSignature] {
    guard let url = witness.url else { return [] }
    var answer = try await ask(url, witness, old: 0, proof: [])
    // Whoever has no memory says 0, and learns how far the witness is.
    if case .conflict(let old) = answer {
      guard old <= size else {
        throw refused(witness, .witnessIsAhead, [.count(Int(clamping: old)), .count(Int(size))])
      }
      let proof = try await reader.consistencyProof(from: old, size: size)
      answer = try await ask(url, witness, old: old, proof: proof.hashes)
    }
    switch answer {
    case .cosigned(let signatures):
      _ = try note.cosigned(signatures, by: [witness.verifier])
      return signatures.filter(witness.verifier.isNamed)
    case .conflict(let size): throw refused(witness, .witnessMoved, [.count(Int(clamping: size))])
    case .refused(let refusal): throw refused(witness, .witnessRefused, [.count(refusal.status)])
    }
  }

  private func ask(
    _ url: String, _ witness: TrustPolicy.Witness, old: UInt64, proof: [TreeHash]
  ) async throws(Problems) -> WitnessAnswer {
    let body = try WitnessRequest(old: old, proof: proof, note: note).body
    var request = HTTPClientRequest(
      url: url.hasSuffix("/") ? url + "add-checkpoint" : url + "/add-checkpoint")
    request.method = .POST
    request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
    request.body = .bytes(ByteBuffer(bytes: body))
    let (status, type, bytes): (Int, String?, [UInt8])
    do {
      let response = try await Self.client.execute(request, timeout: Self.patience)
      let buffer = try await response.body.collect(upTo: SignedNote.maximumLength)
      (status, type) = (Int(response.status.code), response.headers.first(name: "content-type"))
      bytes = Array(buffer.readableBytesView)
    } catch {
      throw refused(witness, .witnessUnreachable, [.quoted(String(describing: error))])
    }
    return try WitnessAnswer(status: status, contentType: type, body: bytes, file: url)
  }

  private static let patience = TimeAmount.seconds(10)

  /// A witness answers where it was said to be, at once, or it cannot be reached.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(configuration: configuration)
  }()

  private func refused(
    _ witness: TrustPolicy.Witness, _ rule: Phrase, _ arguments: [Message.Argument]
  ) -> Problems {
    Problems([
      Problem(
        .witnessRefused, at: Mark(file: witness.name.text, line: 0), rule: Message(rule, arguments),
        remedy: Phrase.askWitness.message)
    ])
  }
}
