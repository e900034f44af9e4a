import Measures
package import Records

extension Problem.Code {
  /// Bytes that are no signed note.
  package static let badNote = Self(rawValue: "bad-note")
  /// A verifier key that is none, or several that cannot stand together.
  package static let badKey = Self(rawValue: "bad-key")
  /// A signature of a known key that does not hold.
  package static let badSignature = Self(rawValue: "bad-signature")
  /// No signature of a key that is trusted for this.
  package static let unsigned = Self(rawValue: "unsigned")
  /// A text that is no checkpoint.
  package static let badCheckpoint = Self(rawValue: "bad-checkpoint")
  /// A file that is no proof of a log.
  package static let badProof = Self(rawValue: "bad-proof")
  /// A proof that does not lead to the root.
  package static let proofFails = Self(rawValue: "proof-fails")
  /// A tile or a bundle of entries of another form than the tree asks for.
  package static let badTile = Self(rawValue: "bad-tile")
  /// A trust policy that cannot be read.
  package static let badPolicy = Self(rawValue: "bad-policy")
  /// Too few witnesses for the quorum of the policy.
  package static let noQuorum = Self(rawValue: "no-quorum")
  /// A request to a witness, or its answer, that is none.
  package static let badWitnessMessage = Self(rawValue: "bad-witness-message")
}

extension Problems {
  /// One problem of a format: the kind of thing, why this is none, what to do.
  init(
    _ code: Problem.Code, _ file: String, _ line: Int = 0, _ rule: Phrase, _ reason: Message, _ remedy: Phrase
  ) {
    let mark = file.isEmpty ? nil : Mark(file: file, line: line)
    self.init([Problem(code, at: mark, rule: rule.with(.message(reason)), remedy: remedy.message)])
  }
}
