import Foundation
import GRDB
import Ledger

/// The least that keeping statements takes: their leaves and bodies in one table, in batches, each durable.
struct BareInserts {
  private let pool: DatabasePool
  private let rows: [(Data, Data)]

  init(_ submissions: [Submission], folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    pool = try DatabasePool(path: folder + "/raw.sqlite")
    rows = submissions.map { (Data($0.envelope.bytes), Data($0.openings.flatMap(\.bytes))) }
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "CREATE TABLE entry(idx INTEGER PRIMARY KEY, leaf BLOB, body BLOB) STRICT")
    }
  }

  /// Appends every row once more.
  func run() throws {
    for start in stride(from: 0, to: rows.count, by: 1000) {
      try pool.write { database in
        let insert = try database.makeStatement(sql: "INSERT INTO entry (leaf, body) VALUES (?, ?)")
        for (leaf, body) in rows[start..<min(start + 1000, rows.count)] {
          try insert.execute(arguments: [leaf, body])
        }
      }
    }
  }
}
