import Glibc
import Ledger
import LedgerSQLite
import Measures
import Records
import RecordsIO

/// A ledger as a folder: the store, and the keys that its log signs with.
struct LedgerFolder {
  let path: String

  private var keyFile: String { path + "/log.key" }

  /// The store, to be read.
  func reading() throws(Problems) -> any Store { try SQLiteStore(folder: path, mode: .readOnly) }

  /// The store, to be appended to by this process alone.
  func writing() throws(Problems) -> any Store { try SQLiteStore(folder: path, mode: .readWrite) }

  /// The keys of the log.
  func keys() throws(Problems) -> LogKeys {
    try LogKeyFile(SecretFile.read(keyFile), file: keyFile).keys()
  }

  /// Makes the folder and the keys of a new log.
  /// - Throws: ``Problems``: something is there already.
  func create(origin: String) throws(Problems) -> LogKeys {
    let file = LogKeyFile(origin: origin)
    let keys = try file.keys()
    guard mkdir(path, 0o700) == 0 else {
      guard errno == EEXIST else { throw WholeFile.failure(path) }
      throw Problems([
        Problem(
          .unreadable, at: Mark(file: path, line: 0), rule: Phrase.ledgerExists.message,
          remedy: Phrase.chooseFolder.message)
      ])
    }
    do throws(Problems) { try SecretFile.create(keyFile, file.bytes) } catch {
      discard()
      throw error
    }
    return keys
  }

  /// Removes a folder that this process made, since nothing was founded in it: the same name can be taken again.
  func discard() {
    let database = path + "/ledger.sqlite"
    let files = ["", "-wal", "-shm", ".new", ".new-journal", ".new-wal", ".new-shm"].map { database + $0 }
    for file in files + [path + "/ledger.lock", keyFile] { unlink(file) }
    rmdir(path)
  }

  /// Who appends to the log. A clock that is behind the log's time is told: keys may have ended at that time.
  func sequencer(_ language: Language) async throws(Problems) -> Sequencer {
    let sequencer = try await Sequencer(
      try writing(), keys: try keys(), places: try Workspace.places(), clock: { SystemClock.now })
    if let head = await sequencer.head {
      try await SeenCheckpoint.check(head, LogReader(try reading()))
      let (now, time) = (SystemClock.now, Instant(milliseconds: head.time))
      if now.milliseconds + Self.clockTolerance < head.time {
        let rule = Phrase.clockBehind.with(.code(now.description), .code(time.description))
        Exit.print([Problem(.clockBehind, at: nil, rule: rule, remedy: Phrase.checkClock.message)], language)
      }
    }
    return sequencer
  }

  // Clocks that are set by others step back by less.
  private static let clockTolerance: Int64 = 60_000

  /// What verifies the log's checkpoints: how what is said in the log about itself names it.
  func logKey() throws(Problems) -> String {
    let key = try awaiting { () throws(Problems) in
      try await AdmissionState.read(reading(), places: Workspace.places()).logKey
    }
    guard let key else { throw noGenesis }
    return key
  }

  private var noGenesis: Problems {
    Problems([
      Problem(
        .notAdmitted, at: Mark(file: path, line: 0), rule: Phrase.noGenesis.message,
        remedy: Phrase.initLedger.message)
    ])
  }

  /// The revision that a name would have next.
  func nextRevision(of id: GlobalID) throws(Problems) -> Int {
    let row = try awaiting { () throws(Problems) in try await reading().latest([id])[id] }
    return (row?.revision ?? 0) + 1
  }

  /// Appends what is admitted, each by itself, and remembers where the log stands then.
  func submit(
    _ submissions: [Submission], _ language: Language
  ) async throws(Problems) -> (results: [Result<Receipt, Problems>], size: UInt64) {
    let sequencer = try await sequencer(language)
    let results = await sequencer.submit(submissions)
    let erases = zip(submissions, results).contains { submission, result in
      submission.erases && (try? result.get()) != nil
    }
    if erases { try await sequencer.compact() }
    guard let head = await sequencer.head else { return (results, 0) }
    try await SeenCheckpoint.check(head, LogReader(try reading()))
    return (results, head.size)
  }

  /// Appends one statement.
  func submit(_ submission: Submission, _ language: Language) async throws(Problems) -> Receipt {
    guard let result = try await submit([submission], language).results.first else { throw Problems([]) }
    return try result.get()
  }

  /// Trust in this log alone, which must go on where a checkpoint of it ends.
  func trust(in note: SignedNote) async throws(Problems) -> TrustPolicy {
    let store = try reading()
    let admission = try await AdmissionState.read(store, places: Workspace.places())
    guard let key = admission.logKey, let head = try await store.head() else { throw noGenesis }
    let trust = try TrustPolicy(Array("log \(key)\nquorum none\n".utf8), file: path)
    try await SeenCheckpoint.check(head, continues: trust.check(note).checkpoint, LogReader(store))
    return trust
  }

  /// The records that a viewer may see, once the log is found no older than what was seen of it before.
  func records(
    for viewer: Viewer, knownAt: Instant? = nil, size: UInt64? = nil
  ) async throws(Problems) -> LedgerReading {
    let store = try reading()
    let reading = try await LedgerReading(
      store, for: viewer, places: try Workspace.places(), knownAt: knownAt?.milliseconds, size: size)
    try await SeenCheckpoint.check(reading.head, LogReader(store))
    return reading
  }
}

/// What time it is.
enum SystemClock {
  static var now: Instant {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }
}
