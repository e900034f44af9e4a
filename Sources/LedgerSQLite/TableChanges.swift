import GRDB
import Ledger
import Records

/// Applies changes of the tables within a transaction.
struct TableChanges {
  private let db: Database
  private let addStatement: PreparedStatement
  private let addMention: PreparedStatement
  private let addOpening: PreparedStatement

  init(_ db: Database) throws {
    self.db = db
    addStatement = try db.prepared(Queries.addStatement)
    addMention = try db.prepared(Queries.addMention)
    addOpening = try db.prepared(Queries.addOpening)
  }

  func apply(_ change: LedgerChange) throws {
    switch change {
    case .statement(let row):
      try addStatement.run(
        .int(try place(row.leaf)), .text(row.kind), .text(try name(row.id)), .int(Int64(row.revision)),
        .text(row.issuer), .int(row.time), .bytes(row.payload))
    case .mention(let row):
      guard row.field != "" else { throw EngineFailure.contradiction("mention") }
      try addMention.run(.int(try place(row.leaf)), .text(row.field ?? ""), .text(try name(row.id)))
    case .opening(let row):
      guard GlobalID.isNamespace(row.issuer) else { throw EngineFailure.contradiction("issuer") }
      try addOpening.run(
        .int(try place(row.leaf)), .text(row.field), .text(row.issuer), .text(try text(row.readers)),
        .bytes(row.bytes))
    case .readers(let leaf, let fields, let readers):
      try restrict(.int(try place(leaf)), fields, to: .text(try text(readers)))
    case .erase(let leaf, let fields): try erase(.int(try place(leaf)), fields)
    }
  }

  private func restrict(_ leaf: SQLValue, _ fields: [String], to readers: SQLValue) throws {
    if fields.isEmpty { try db.prepared(Queries.setReaders).run(readers, leaf) }
    for field in fields { try db.prepared(Queries.setReadersOfField).run(readers, leaf, .text(field)) }
  }

  private func erase(_ leaf: SQLValue, _ fields: [String]) throws {
    if fields.isEmpty {
      try db.prepared(Queries.eraseOpenings).run(leaf)
      try db.prepared(Queries.eraseMentions).run(leaf)
    }
    for field in fields {
      try db.prepared(Queries.eraseOpening).run(leaf, .text(field))
      try db.prepared(Queries.eraseMentionsOfField).run(leaf, .text(field))
    }
  }

  // The spelling of a name or of readers is looked for as text: a sign that does not belong there would widen who may read.
  private func name(_ id: GlobalID) throws -> String {
    guard id.isWellFormed else { throw EngineFailure.contradiction("id") }
    return id.full
  }

  private func text(_ readers: Readers) throws -> String {
    if case .parties(let names) = readers, !names.allSatisfy(GlobalID.isNamespace) {
      throw EngineFailure.contradiction("readers")
    }
    return readers.text
  }
}
