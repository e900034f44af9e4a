import GRDB
public import Ledger
public import Records

extension SQLiteStore {
  /// Applies a batch in one transaction, durable when it returns.
  /// - Throws: ``Problems``: `store-moved` where the head is not `previous`; `store-full`; `store-failed`. Nothing is kept then.
  public func append(_ batch: Batch, after previous: LogHead?) async throws(Problems) {
    try await write { db in
      try batch.check(after: previous)
      try batch.moveHead(db, from: previous)
      try batch.apply(db)
    }
  }

  /// Adds signatures of witnesses to the checkpoint of the size that they signed.
  public func addCosignatures(_ lines: [String], size: UInt64) async throws(Problems) {
    try await write { db in
      let add = try db.prepared(Queries.addCosignature)
      for line in lines {
        try add.run(.int(try place(size)), .text(line), .text(KeptCosignature.digest(size, line)))
      }
    }
  }
}

extension Batch {
  /// A batch holds exactly the leaves between two heads.
  fileprivate func check(after previous: LogHead?) throws {
    guard first == previous?.size ?? 0, head.size >= first, head.size - first == leaves.count else {
      throw EngineFailure.contradiction("\(first) + \(leaves.count) ≠ \(head.size)")
    }
  }

  /// Compares the head with the one after which to append, and replaces it, in one statement.
  fileprivate func moveHead(_ db: Database, from previous: LogHead?) throws {
    let new: (SQLValue, SQLValue) = (.int(try place(head.size)), .bytes(head.root))
    let rest: (SQLValue, SQLValue) = (.int(head.time), .bytes(head.checkpoint))
    let changed =
      if let previous {
        try db.prepared(Queries.nextHead).run(
          new.0, new.1, rest.0, rest.1, .int(try place(previous.size)), .bytes(previous.root))
      } else { try db.prepared(Queries.firstHead).run(new.0, new.1, rest.0, rest.1) }
    guard changed == 1 else { throw EngineFailure.moved }
  }

  fileprivate func apply(_ db: Database) throws {
    let addLeaf = try db.prepared(Queries.addLeaf)
    for (leaf, bytes) in zip(first..., leaves) { try addLeaf.run(.int(try place(leaf)), .bytes(bytes)) }
    let setTile = try db.prepared(Queries.setTile)
    for tile in tiles {
      try setTile.run(.int(Int64(tile.level)), .int(try place(tile.index)), .bytes(tile.hashes))
    }
    let tables = try TableChanges(db)
    for change in changes { try tables.apply(change) }
  }
}

/// A place in the log, or a size, as SQLite counts.
func place(_ number: UInt64) throws -> Int64 {
  guard let place = Int64(exactly: number) else { throw EngineFailure.contradiction("\(number)") }
  return place
}
