import GRDB
import GRDBSQLite
import Glibc
import Measures
import Records

/// Opens the database of a store with every setting that its promises rest on, and looks whether they are in force.
enum DatabaseFile {
  // A log that a long read kept long is cut to this when it begins anew.
  private static let largestIdleLog = 64 << 20

  /// Opens it.
  /// - Throws: ``Problems``: it is another program's, of a later form, damaged, or not to be opened.
  static func open(_ folder: StoreFolder, _ mode: SQLiteStore.Mode) throws(Problems) -> DatabasePool {
    try checkBeginning(folder, isAlone: mode == .readWrite)
    // Without a log, SQLite would have to make one to read; where it cannot, nobody who writes is there now, and the lock
    // keeps it so.
    let isFrozen = mode == .readOnly && !folder.hasLog && !folder.isWritable
    let name = isFrozen ? "file:\(escaped(folder.database))?immutable=1" : folder.database
    do {
      let pool = try DatabasePool(path: name, configuration: configuration(mode))
      switch mode {
      case .readOnly: try pool.read { try check($0) }
      case .readWrite: try pool.writeWithoutTransaction { try prepareToWrite($0) }
      }
      return pool
    } catch {
      // What SQLite does not understand while it opens a database is the database, not the question.
      guard case .engine(SQLITE_ERROR, let message, let reason) = EngineFailure(error) else {
        throw EngineFailure(error).problems(folder.database)
      }
      throw EngineFailure.engine(code: SQLITE_NOTADB, message: message, reason: reason)
        .problems(folder.database)
    }
  }

  /// How many seconds a write waits for another one.
  static let patience = 5

  private static func configuration(_ mode: SQLiteStore.Mode) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(Double(patience))
    configuration.label = "ledger"
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON;
          PRAGMA recursive_triggers = ON; PRAGMA journal_size_limit = \(largestIdleLog);
          """)
      // The log stays when the last one closes, so that a folder that cannot be written can still be read.
      var stays: Int32 = 1
      sqlite3_file_control(db.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &stays)
    }
    return configuration
  }

  /// GRDB lets commits be less than durable when it turns the log on; they are made durable after that.
  private static func prepareToWrite(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    let wanted: [(String, Int64)] = [
      ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0),
      ("cell_size_check", 1), ("recursive_triggers", 1),
    ]
    for (setting, value) in wanted where try number(db, setting) != value {
      throw EngineFailure.engine(code: SQLITE_MISUSE, message: "PRAGMA \(setting)", reason: 0)
    }
    try check(db)
  }

  /// The tables and what guards them are exactly those that the program makes.
  private static func check(_ db: Database) throws {
    guard try number(db, "application_id") == Schema.application,
      try number(db, "user_version") == Schema.version
    else { throw EngineFailure.damaged("user_version") }
    guard try tables(db) == emptyTables.get() else { throw EngineFailure.damaged("sqlite_schema") }
  }

  private static let emptyTables = Result {
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: Schema.tables + Schema.guards)
      return try tables(db)
    }
  }

  private static func tables(_ db: Database) throws -> [[String]] {
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    return try PreparedStatement(db.makeStatement(sql: sql)).rows([]) { columns in
      try (0..<3).map { try columns.text($0) }
    }
  }

  /// What a setting of the connection is.
  static func number(_ db: Database, _ setting: String) throws -> Int64? {
    try PreparedStatement(db.makeStatement(sql: "PRAGMA \(setting)")).rows([]) { try $0.int(0) }.first
  }

  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      let digits = String(byte, radix: 16)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}

extension DatabaseFile {
  /// Looks at the first bytes of the file before SQLite does, which changes a database when it turns the log on.
  private static func checkBeginning(_ folder: StoreFolder, isAlone: Bool) throws(Problems) {
    let file = folder.database
    let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw StoreFolder.failure(file, .readOnly) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw StoreFolder.failure(file, .readOnly) }
    func number(at place: Int) -> Int64 { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int64($1) } }
    func refuse(_ why: String) -> Problems {
      EngineFailure.engine(code: SQLITE_NOTADB, message: why, reason: 0).problems(file)
    }
    guard count == bytes.count, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw refuse("file is not a database")
    }
    guard number(at: 68) == Schema.application else {
      throw .store(.storeDamaged, file, .storeOfOther, remedy: .storeNameFolder)
    }
    let form = number(at: 60)
    guard form <= Schema.version else {
      throw .store(
        .newerVersion, file, .storeNewer, [.count(Int(form)), .count(Int(Schema.version))],
        remedy: .updateProgram)
    }
    // What the log holds may make the file longer; with nothing in it, the file has all its pages.
    guard isAlone, folder.logSize == 0 else { return }
    let page = number(at: 16) >> 16
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw StoreFolder.failure(file, .readOnly) }
    guard Int64(found.st_size) == number(at: 28) * (page == 1 ? 65_536 : page) else {
      throw refuse("file is cut or lengthened")
    }
  }
}
