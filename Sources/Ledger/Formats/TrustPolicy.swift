import Measures
package import Records

/// Whom to believe about a checkpoint (C2SP tlog-policy): logs, witnesses, and how many of which witnesses must have seen it.
package struct TrustPolicy: Hashable, Sendable {
  /// A log, by its key; the key's name is its origin.
  package struct Log: Hashable, Sendable {
    /// Its key.
    package let verifier: NoteVerifier
    /// Where it can be reached, if the policy says.
    package let url: String?
  }

  /// A witness.
  package struct Witness: Hashable, Sendable {
    /// What the policy calls it.
    package let name: LogName
    /// Its key.
    package let verifier: NoteVerifier
    /// Where it can be reached, if the policy says.
    package let url: String?
  }

  /// So many of these must have seen a checkpoint.
  package struct Group: Hashable, Sendable {
    /// Its name.
    package let name: LogName
    /// How many of its members, at least 1.
    package let threshold: Int
    /// Witnesses and groups that stand before it.
    package let members: [LogName]
  }

  /// The logs that are believed.
  package let logs: [Log]
  /// The witnesses that are known.
  package let witnesses: [Witness]
  /// The groups, in an order in which members come first.
  package let groups: [Group]
  /// The witness or group that must have seen a checkpoint; nil asks for none.
  package let quorum: LogName?

  /// One checkpoint, believed.
  package struct Accepted: Hashable, Sendable {
    /// What it says.
    package let checkpoint: Checkpoint
    /// The log that signed it.
    package let log: Log
    /// Every cosignature of a known witness, with its time: a witness may have signed at several.
    package let seen: [Seen]
  }

  /// That a witness saw a checkpoint.
  package struct Seen: Hashable, Sendable {
    /// The witness.
    package let witness: Witness
    /// When: seconds since 1970, by the clock of the witness.
    package let time: UInt64
  }

  /// Whether a note is a checkpoint of a log of the policy that enough witnesses saw.
  /// - Throws: ``Problems`` with the reason, in this order: a signature of a known key that does not hold, a text that is no
  ///   checkpoint, no signature of a log whose name is the origin, too few witnesses.
  package func check(_ note: SignedNote) throws(Problems) -> Accepted {
    let verified = try note.checked(by: logs.map(\.verifier) + witnesses.map(\.verifier))
    let checkpoint = try Checkpoint(note)
    let log = logs.first { log in
      log.verifier.name == checkpoint.origin && verified.contains { $0.verifier == log.verifier }
    }
    guard let log else {
      throw problem(note, .unsigned, .noLog, .quoted(checkpoint.origin.text), .takeTrusted)
    }
    let seen = verified.compactMap { signature in
      witnesses.first { $0.verifier == signature.verifier }.flatMap { witness in
        signature.time.map { Seen(witness: witness, time: $0) }
      }
    }
    guard isQuorum(Set(seen.map(\.witness.name))) else {
      let names =
        seen.isEmpty
        ? Phrase.noWitness.message : Phrase.onlyThese.with(.quoted(LogName.list(Self.distinct(seen))))
      throw problem(note, .noQuorum, .noQuorum, .message(names), .askWitnesses)
    }
    return Accepted(checkpoint: checkpoint, log: log, seen: seen)
  }

  /// Whether these witnesses are enough. One more never makes them too few.
  package func isQuorum(_ witnesses: Set<LogName>) -> Bool {
    guard let quorum else { return true }
    var satisfied = witnesses
    for group in groups where group.members.count(where: { satisfied.contains($0) }) >= group.threshold {
      satisfied.insert(group.name)
    }
    return satisfied.contains(quorum)
  }

  private static func distinct(_ seen: [Seen]) -> [LogName] {
    var names: [LogName] = []
    for name in seen.map(\.witness.name) where !names.contains(name) { names.append(name) }
    return names
  }

  private func problem(
    _ note: SignedNote, _ code: Problem.Code, _ rule: Phrase, _ what: Message.Argument, _ remedy: Phrase
  ) -> Problems {
    let mark = note.file.isEmpty ? nil : Mark(file: note.file, line: note.line)
    return Problems([Problem(code, at: mark, rule: rule.with(what), remedy: remedy.message)])
  }
}
