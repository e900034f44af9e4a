import GRDB
import GRDBSQLite
import Glibc
import Measures
import Records
import RecordsIO

/// Why SQLite did not do something. Never holds what was bound to a statement: that may be confidential.
enum EngineFailure: Error {
  /// What the engine said, and the reason that the system gave it.
  case engine(code: Int32, message: String, reason: Int32)
  /// A column holds what it cannot hold.
  case damaged(String)
  /// The head is not the one after which was to be appended.
  case moved
  /// The batch is not one.
  case contradiction(String)

  /// What the engine last said on this connection.
  init(_ connection: OpaquePointer) {
    let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
    self = .engine(
      code: sqlite3_extended_errcode(connection), message: message, reason: Self.reason(connection))
  }

  /// What the system said last of the database, or of its log; SQLite itself does not pass on why a write failed.
  private static func reason(_ connection: OpaquePointer) -> Int32 {
    var reason = sqlite3_system_errno(connection)
    if reason == 0 { sqlite3_file_control(connection, nil, SQLITE_FCNTL_LAST_ERRNO, &reason) }
    var log: UnsafeMutablePointer<sqlite3_file>?
    guard reason == 0,
      sqlite3_file_control(connection, nil, SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK,
      let log, let methods = log.pointee.pMethods
    else { return reason }
    _ = methods.pointee.xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &reason)
    return reason
  }

  /// What GRDB or we ourselves threw, with what the system said on this connection.
  init(_ error: any Error, on connection: OpaquePointer? = nil) {
    switch error {
    case let failure as EngineFailure: self = failure
    case let error as DatabaseError:
      self = .engine(
        code: error.extendedResultCode.rawValue, message: error.message ?? "",
        reason: connection.map(Self.reason) ?? 0)
    default: self = .engine(code: SQLITE_ERROR, message: "\(type(of: error))", reason: 0)
    }
  }

  /// The problem that a user sees.
  func problems(_ file: String) -> Problems {
    switch self {
    case .damaged(let column):
      return .store(
        .storeDamaged, file, .storeDamaged, [.message(Phrase.storeDamagedValue.with(.code(column)))],
        remedy: .fsckLedger)
    case .moved: return .store(.storeMoved, file, .storeMoved, remedy: .storeOneWriter)
    case .contradiction(let text):
      return .store(.storeFailed, file, .storeBatchDiffers, [.code(text)], remedy: .storeReport)
    case .engine(let code, let message, let reason):
      return Self.problems(code, message, reason, file)
    }
  }

  private static func problems(_ code: Int32, _ message: String, _ reason: Int32, _ file: String) -> Problems
  {
    let said = Message.Argument.code("\(message) (\(code))")
    // SQLite knows a full disk only by ENOSPC; quotas and limits of files are as full.
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(reason)
    let kind = isFull && code & 0xFF == SQLITE_IOERR ? SQLITE_FULL : code & 0xFF
    switch kind {
    case SQLITE_FULL: return .store(.storeFull, file, .storeFull, remedy: .makeRoom)
    case SQLITE_READONLY:
      return .store(.storeReadOnly, file, .storeReadOnly, [said], remedy: .storeWhereWritable)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      let why = reason == 0 ? said : .message(SystemReason.message(reason))
      return .store(.unreadable, file, .unreadable, [why], remedy: .checkPermissions)
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      return .store(.storeDamaged, file, .storeDamaged, [said], remedy: .fsckLedger)
    case SQLITE_BUSY, SQLITE_LOCKED:
      return .store(.storeBusy, file, .storeInUse, remedy: .storeLetUsersEnd)
    case SQLITE_CONSTRAINT:
      return .store(.storeFailed, file, .storeBatchDiffers, [said], remedy: .storeReport)
    default: return .store(.storeFailed, file, .storeFailed, [said], remedy: .storeTryAgain)
    }
  }
}

extension Problems {
  /// One problem of a file of a store.
  static func store(
    _ code: Problem.Code, _ file: String, _ rule: Phrase, _ arguments: [Message.Argument] = [],
    remedy: Phrase, _ remedyArguments: [Message.Argument] = []
  ) -> Problems {
    Problems([
      Problem(
        code, at: Mark(file: file, line: 0), rule: Message(rule, arguments),
        remedy: Message(remedy, remedyArguments))
    ])
  }
}
