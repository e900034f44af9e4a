import Foundation
import GRDB
import Ledger

/// The least that keeping statements takes: their leaves and bodies in one table, in batches, each durable.
enum RawInserts {
  static func rate(_ submissions: [Submission], folder: String, rounds: Int) throws -> Double {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pool = try DatabasePool(path: folder + "/raw.sqlite")
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "CREATE TABLE entry(idx INTEGER PRIMARY KEY, leaf BLOB, body BLOB) STRICT")
    }
    let rows = submissions.map { submission in
      (Data(submission.envelope.bytes), Data(submission.openings.flatMap(\.bytes)))
    }
    let time = try seconds {
      for round in 0..<rounds {
        for start in stride(from: 0, to: rows.count, by: 1000) {
          try pool.write { database in
            let insert = try database.makeStatement(sql: "INSERT INTO entry VALUES (?, ?, ?)")
            for index in start..<min(start + 1000, rows.count) {
              try insert.execute(arguments: [round * rows.count + index, rows[index].0, rows[index].1])
            }
          }
        }
      }
    }
    return Double(rounds * rows.count) / time
  }
}
