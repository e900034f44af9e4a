import Crypto
import Ledger

/// The least that believing statements takes: each signature verified once, on every core.
enum BareVerification {
  static func run(_ submissions: [Submission], key bytes: [UInt8], cores: Int) async {
    let work = submissions.map { ($0.envelope.signatures[0].bytes, $0.envelope.signedBytes) }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<cores {
        group.addTask {
          let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
          for (signature, signed) in work {
            precondition(key?.isValidSignature(signature, for: signed) == true)
          }
        }
      }
    }
  }
}
