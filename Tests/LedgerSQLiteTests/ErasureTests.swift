import Foundation
import GRDB
import Ledger
import LedgerSamples
import Measures
import Records
import StoreConformance
import Testing

@testable import LedgerSQLite

/// What is erased leaves no byte in any file, and what is confidential is in no error.
@Suite struct ErasureTests {
  private static let marker = "marker-of-a-body-8b1e"
  private let scratch: ScratchFolder
  private let store: SQLiteStore
  private var folder: String { scratch.path + "/ledger" }

  init() throws {
    scratch = try ScratchFolder()
    store = try SQLiteStore(folder: scratch.path + "/ledger", mode: .readWrite)
  }

  private func isMarked() throws -> Bool {
    try ScratchFolder.files(folder).contains { file in
      String(decoding: try ScratchFolder.bytes(file), as: UTF8.self).contains(Self.marker)
    }
  }

  private func opening(_ leaf: UInt64, _ length: Int) -> [LedgerChange] {
    let body = Array(String(repeating: "\(Self.marker) ", count: length / 20 + 1).utf8)
    return [
      .opening(.sample(leaf, "f", .parties([]), bytes: body)),
      .mention(MentionRow(id: GlobalID("acme", "person", Self.marker), leaf: leaf, field: "f")),
    ]
  }

  @Test func nothingErasedStays() async throws {
    var log = SampleLog()
    var head = log.head
    // Short bodies lie between others, long ones have pages of their own.
    let lengths = [20, 300, 3_000, 40_000]
    let kept = [UInt8](repeating: 1, count: 200)
    let changes = (UInt64(0)..<40).flatMap { leaf -> [LedgerChange] in
      leaf % 3 == 0
        ? opening(leaf, lengths[Int(leaf) % 4]) : [.opening(.sample(leaf, "f", .everyone, bytes: kept))]
    }
    try await store.append(log.batch(40, changes), after: head)
    #expect(try isMarked())
    head = log.head
    let erasing = (0..<40).filter { $0 % 3 == 0 }.map {
      LedgerChange.erase(leaf: $0, fields: $0 % 2 == 0 ? [] : ["f"])
    }
    try await store.append(log.batch(1, erasing), after: head)
    try await store.compact()
    #expect(try !isMarked())
    #expect(try await store.openings(0..<100, for: .holder).count == 26)
    #expect(try await store.faults() == [])
  }

  /// Another process that still reads keeps the log from being emptied: that is said, and the next time it works.
  @Test func aReaderHoldsCompactingUp() async throws {
    var log = SampleLog()
    var head = log.head
    try await store.append(log.batch(1, opening(0, 300)), after: head)
    head = log.head
    let reader = try SQLiteStore(folder: folder, mode: .readOnly)
    let snapshot = try reader.pool.makeSnapshot()
    try await store.append(log.batch(1, [.erase(leaf: 0, fields: [])]), after: head)
    #expect(await codes { try await store.compact() } == ["store-busy"])
    #expect(try await snapshot.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM opening") } == 1)
    #expect(try isMarked())
    try snapshot.close()
    try await store.compact()
    #expect(try !isMarked())
  }

  /// Whoever is killed between an erasure and the compacting after it leaves bytes in the log: the next writer clears them.
  @Test func theNextWriterClearsWhatAKilledOneLeft() async throws {
    var log = SampleLog()
    var head = log.head
    try await store.append(log.batch(1, opening(0, 300)), after: head)
    head = log.head
    try await store.append(log.batch(1, [.erase(leaf: 0, fields: [])]), after: head)
    // The files as they are now are what a killed process leaves.
    let copy = scratch.path + "/killed"
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    func isMarkedCopy() throws -> Bool {
      try ScratchFolder.files(copy).contains { file in
        String(decoding: try ScratchFolder.bytes(file), as: UTF8.self).contains(Self.marker)
      }
    }
    #expect(try isMarkedCopy())
    let next = try SQLiteStore(folder: copy, mode: .readWrite)
    #expect(try await next.head() == log.head)
    #expect(try !isMarkedCopy())
  }

  @Test func noErrorShowsABody() async throws {
    var log = SampleLog()
    let changes = opening(0, 300)
    try await store.append(log.batch(1, changes), after: nil)
    let head = try #require(log.head)
    for bad in [
      changes, [.statement(.sample(900, Self.marker))], [.statement(.sample(1, Self.marker + "!"))],
    ] {
      do {
        try await store.append(log.proposal(1, bad), after: head)
        Issue.record("appended")
      } catch {
        for problem in error.list {
          #expect(problem.code == .storeFailed)
          #expect(!problem.text(.en).contains(Self.marker) && !"\(error)".contains(Self.marker))
        }
      }
    }
  }
}
