import Glibc
import Ledger
import Measures
import Records
import RecordsIO

/// The newest checkpoint of each log that this user has seen: an older copy of the log, or another past, is refused.
enum SeenCheckpoint {
  /// Compares a log with what was seen of it, and remembers it if it is newer.
  /// - Throws: ``Problems``: it is older, or does not begin with what was seen.
  static func check(_ head: LogHead, _ reader: LogReader) async throws(Problems) {
    let note = try SignedNote(head.checkpoint, file: "checkpoint")
    let checkpoint = try Checkpoint(note)
    let path = try file(of: checkpoint.origin.text)
    if let seen = try remembered(path) {
      guard seen.size <= checkpoint.size else {
        return try await check(head, comesBefore: seen, reader)
      }
      try await check(head, continues: seen, reader)
      if seen.size == checkpoint.size { return }
    }
    try remember(head.checkpoint, checkpoint.size, path)
  }

  /// Who appends meanwhile is ahead of who reads: then the log as it is by now goes on from both.
  private static func check(
    _ head: LogHead, comesBefore seen: Checkpoint, _ reader: LogReader
  ) async throws(Problems) {
    guard let now = try await reader.store.head(), now.size > head.size else {
      return try await check(head, continues: seen, reader)
    }
    try await check(now, continues: seen, reader)
    try await check(now, continues: Checkpoint(SignedNote(head.checkpoint, file: "checkpoint")), reader)
  }

  /// Of two that remember at once, the newer checkpoint stays.
  private static func remember(_ note: [UInt8], _ size: UInt64, _ path: String) throws(Problems) {
    let lock = open(path + ".lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw WholeFile.failure(path) }
    defer { close(lock) }
    if let seen = try remembered(path), seen.size > size { return }
    try WholeFile.write(note, to: path)
  }

  /// Checks that a log goes on where a checkpoint of it ended.
  /// - Throws: ``Problems``: it is older, or has another past.
  static func check(
    _ head: LogHead, continues seen: Checkpoint, _ reader: LogReader
  ) async throws(Problems) {
    let checkpoint = try Checkpoint(SignedNote(head.checkpoint, file: "checkpoint"))
    guard seen.origin == checkpoint.origin else {
      throw refused(.otherLog, [.code(checkpoint.origin.text), .code(seen.origin.text)], .takeKeysOfLog)
    }
    guard seen.size <= checkpoint.size else {
      throw refused(.logIsOlder, [.count(Int(checkpoint.size)), .count(Int(seen.size))], .restoreNewer)
    }
    let proof = try await reader.consistencyProof(from: seen.size, size: checkpoint.size)
    do { try proof.verify(oldRoot: seen.root, newRoot: checkpoint.root) } catch {
      throw refused(.logForked, [.count(Int(seen.size))], .keepEvidence)
    }
  }

  /// Checks that no log of that name was seen: whoever founds it anew has another past.
  /// - Throws: ``Problems``: one was.
  static func checkUnseen(_ origin: String) throws(Problems) {
    let path = try file(of: origin)
    guard access(path, F_OK) != 0 else {
      throw Problems([
        Problem(
          .logMoved, at: nil, field: "--origin", rule: Phrase.logSeenBefore.message,
          remedy: Phrase.chooseOrigin.with(.code(path)))
      ])
    }
  }

  private static func remembered(_ path: String) throws(Problems) -> Checkpoint? {
    guard access(path, F_OK) == 0 else { return nil }
    return try Checkpoint(SignedNote(TextFile.bytes(path, atMost: 1 << 20), file: path))
  }

  /// Where the checkpoint of a log is remembered: `$XDG_STATE_HOME/ecluse`, else `~/.local/state/ecluse`.
  private static func file(of origin: String) throws(Problems) -> String {
    let base =
      getenv("XDG_STATE_HOME").map { String(cString: $0) }
      ?? (getenv("HOME").map { String(cString: $0) } ?? "/") + "/.local/state"
    let folder = base + "/ecluse"
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw WholeFile.failure(path) }
    }
    return "\(folder)/\(Digest.sha256(Array(origin.utf8))).checkpoint"
  }

  private static func refused(_ rule: Phrase, _ arguments: [Message.Argument], _ remedy: Phrase) -> Problems {
    Problems([
      Problem(
        .logMoved, at: Mark(file: "checkpoint", line: 0), rule: Message(rule, arguments),
        remedy: remedy.message)
    ])
  }
}
