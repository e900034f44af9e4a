import Measures
package import Records

extension SignedNote {
  /// A signature that holds.
  package struct Verified: Hashable, Sendable {
    /// The key that made it.
    package let verifier: NoteVerifier
    /// When, of a cosignature: seconds since 1970.
    package let time: UInt64?
  }

  /// The signatures of these keys, in the order of the note. Those of unknown keys are passed over, also where the name or
  /// the identifier alone is a known one.
  /// - Throws: ``Problems`` if one signature of a known key does not hold, whatever the others say, if there is none that
  ///   holds, or if two of the keys cannot be told apart.
  package func verified(by verifiers: [NoteVerifier]) throws(Problems) -> [Verified] {
    let found = try checked(by: verifiers)
    guard !found.isEmpty else {
      throw problem(.unsigned, .unsigned, LogName.list(verifiers.map(\.name)), .giveKey)
    }
    return found
  }

  /// The same, and none at all is no mistake.
  func checked(by verifiers: [NoteVerifier]) throws(Problems) -> [Verified] {
    let known = try Self.known(verifiers)
    var found: [Verified] = []
    for signature in signatures {
      guard let verifier = known[signature.identity], verifier.type.isUnderstood else { continue }
      guard let verified = verifier.verified(signature, of: text) else {
        throw problem(.badSignature, .badSignature, verifier.name.text, .distrustNote)
      }
      // The same line twice is one signature; a witness may have signed at two times.
      if !found.contains(verified) { found.append(verified) }
    }
    return found
  }

  /// The note with those of the signatures that these keys made and that it does not bear yet: what a log does with the
  /// answers of its witnesses.
  /// - Throws: ``Problems`` if a signature of one of the keys does not hold, or if there would be too many.
  package func adding(_ more: [NoteSignature], by verifiers: [NoteVerifier]) throws(Problems) -> SignedNote {
    let known = try Self.known(verifiers)
    var all = signatures
    for signature in more where !all.contains(signature) {
      guard let verifier = known[signature.identity], verifier.type.isUnderstood else { continue }
      guard verifier.verified(signature, of: text) != nil else {
        throw problem(.badSignature, .badSignature, verifier.name.text, .distrustNote)
      }
      all.append(signature)
    }
    return try SignedNote(text: text, signatures: all, file: file)
  }

  /// The keys by what signature lines say of them.
  private static func known(
    _ verifiers: [NoteVerifier]
  ) throws(Problems) -> [NoteSignature.Identity: NoteVerifier] {
    var known: [NoteSignature.Identity: NoteVerifier] = [:]
    for verifier in verifiers {
      if let other = known.updateValue(verifier, forKey: verifier.identity), other != verifier {
        throw Problems([
          Problem(
            .badKey, at: nil, rule: Phrase.ambiguousKeys.with(.quoted(verifier.name.text)),
            remedy: Phrase.giveOneKey.message)
        ])
      }
    }
    return known
  }

  private func problem(_ code: Problem.Code, _ rule: Phrase, _ name: String, _ remedy: Phrase) -> Problems {
    let mark = file.isEmpty ? nil : Mark(file: file, line: 0)
    return Problems([
      Problem(code, at: mark, rule: rule.with(.quoted(name)), remedy: remedy.message)
    ])
  }
}

extension LogName {
  /// Names for a message.
  static func list(_ names: [LogName]) -> String { names.map(\.text).joined(separator: ", ") }
}
