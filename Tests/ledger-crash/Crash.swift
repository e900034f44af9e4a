import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Measures
import Records

/// Does to a store, in a process of its own, what tests need to end, to limit or to do as another user:
///
///     ledger-crash record FOLDER DRIFT    records signed statements for ever by a clock that is so many milliseconds off,
///                                         and says of each, once it is acknowledged, its place, its time and its digest
///     ledger-crash fill FOLDER BYTES      appends with no file longer than that, until it is refused, and says each size
///     ledger-crash open FOLDER read|write [USER]   opens it, says how long the log is, and waits for its input to end
@main struct Crash {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("record", 3): try await record(arguments[1], Int64(arguments[2]) ?? 0)
      case ("fill", 3): try await fill(arguments[1], Int(arguments[2]) ?? 0)
      case ("open", 3...4):
        if arguments.count == 4 { becomeOther(UInt32(arguments[3]) ?? 65_534) }
        try await show(arguments[1], arguments[2] == "write" ? .readWrite : .readOnly)
      default: exit(64)
      }
    } catch {
      for problem in (error as? Problems)?.list ?? [] { say("\(problem.code.rawValue) \(problem.text(.en))") }
      exit(1)
    }
  }

  private static func record(_ folder: String, _ drift: Int64) async throws {
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    let log = try SignedLog()
    let sequencer = try await log.sequencer(store) { Instant(milliseconds: now() + drift) }
    if await sequencer.head == nil { try await acknowledge([log.genesis()], sequencer) }
    while let size = await sequencer.head?.size {
      try await acknowledge(log.statements(at: size), sequencer)
      if size % 13 == 0 { try await store.compact() }
    }
  }

  private static func acknowledge(_ submissions: [Submission], _ sequencer: Sequencer) async throws {
    for (submission, result) in zip(submissions, await sequencer.submit(submissions)) {
      let receipt = try result.get()
      say("\(receipt.leaf) \(receipt.time) \(Digest.sha256(submission.envelope.bytes))")
    }
  }

  private static func now() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  private static func fill(_ folder: String, _ limit: Int) async throws {
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { exit(71) }
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    var log = SampleLog(size: try await store.head()?.size ?? 0)
    while true {
      let head = log.head
      try await store.append(log.crashBatch(), after: head)
      say("\(log.size)")
      if log.size % 13 == 0 { try await store.compact() }
    }
  }

  private static func show(_ folder: String, _ mode: SQLiteStore.Mode) async throws {
    let store = try SQLiteStore(folder: folder, mode: mode)
    say("\(try await store.head()?.size ?? 0) \(try await store.leaves(0..<UInt64.max).count)")
    var byte: UInt8 = 0
    while read(0, &byte, 1) > 0 {}
    withExtendedLifetime(store) {}
  }

  /// Root may do everything whatever the rights of files are.
  private static func becomeOther(_ user: UInt32) {
    if geteuid() == 0, setgroups(0, nil) != 0 || setgid(user) != 0 || setuid(user) != 0 { exit(77) }
  }

  private static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    if write(1, bytes, bytes.count) != bytes.count { exit(74) }
  }
}
