import Ledger
import Measures
import Records

/// Signed notes, checkpoints and the keys that verify them.
package enum NoteCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    let note = Check.exact(
      bytes, "a note", { bytes throws(Problems) in try SignedNote(bytes, file: "fuzz.note") },
      written: \.bytes)
    if let note {
      signatures(note, bytes)
      if let checkpoint = Check.read(bytes, { _ throws(Problems) in try Checkpoint(note) }) {
        Check.same(checkpoint.text, note.text, "a checkpoint: written as it was read")
      }
    }
    let checkpoint = Check.exact(
      bytes, "a checkpoint", { bytes throws(Problems) in try Checkpoint(bytes, file: "fuzz.note") },
      written: \.text)
    if let checkpoint { Check.that(checkpoint.size <= LogNumber.maximum, "a size is below 2^63") }
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let verifier = Check.exact(
      bytes, "a key", { _ throws(Problems) in try NoteVerifier(vkey: text) }, written: { Array($0.vkey.utf8) }
    )
    if let verifier { Check.that(verifier.name.isKeyName, "a key has a name that keys may have") }
  }

  /// A note of a known key holds what that key signed.
  private static func signatures(_ note: SignedNote, _ bytes: [UInt8]) {
    let verifiers = Specimens.verifiers
    let reading = { (_: [UInt8]) throws(Problems) in try note.verified(by: verifiers) }
    let verified = Check.read(bytes, reading)
    Check.same(Check.read(bytes, reading), verified, "signatures: verified twice alike")
    guard let verified else { return }
    Check.that(!verified.isEmpty, "a note is verified by somebody")
    Check.that(Specimens.texts.contains(note.text), "a key signed what it signed, and nothing else")
    for signature in verified {
      Check.that(verifiers.contains(signature.verifier), "by a key that was asked for")
    }
    guard let more = try? note.adding(note.signatures, by: verifiers) else {
      fatalError("does not hold: its own signatures add nothing to a note")
    }
    Check.same(more, note, "its own signatures add nothing to a note")
  }
}
