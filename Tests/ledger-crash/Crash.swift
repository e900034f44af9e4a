import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Measures
import Records

/// Does to a store, in a process of its own, what tests need to end, to limit or to do as another user:
///
///     ledger-crash append FOLDER          appends for ever, and says each size once it is acknowledged
///     ledger-crash fill FOLDER BYTES      the same with no file longer than that, until it is refused
///     ledger-crash open FOLDER read|write [USER]   opens it, says how long the log is, and waits for its input to end
@main struct Crash {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("append", 2): try await append(arguments[1])
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

  private static func append(_ folder: String) async throws {
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    var log = SampleLog(size: try await store.head()?.size ?? 0)
    while true {
      let head = log.head
      try await store.append(log.crashBatch(), after: head)
      say("\(log.size)")
      if log.size % 13 == 0 { try await store.compact() }
    }
  }

  private static func fill(_ folder: String, _ limit: Int) async throws {
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { exit(71) }
    try await append(folder)
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
