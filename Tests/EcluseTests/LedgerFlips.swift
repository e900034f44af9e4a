import Foundation
import Ledger
import LedgerSQLite
import TestSupport
import Testing

/// One bit of what a ledger keeps or hands out is another.
@Suite struct LedgerFlips {
  private func flipped(_ bytes: Data, _ random: inout SeededGenerator) -> (Data, Int) {
    var changed = bytes
    let place = Int.random(in: 0..<bytes.count, using: &random)
    changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    return (changed, place)
  }

  /// Every file of the tiles; each byte of them counts.
  @Test func othersFindEveryBitOfTheTiles() throws {
    let program = try LedgerCommands().recorded()
    let run = try program.ecluse("ledger", "tiles", "--ledger", "l", "--out", "t")
    let key = String(try #require(run.output.firstMatch(of: /log\.example\/acme\+\S+/)).output)
    let files = try FileManager.default.subpathsOfDirectory(atPath: program.path("t"))
      .map { URL(filePath: program.path("t/" + $0)) }.filter { !$0.hasDirectoryPath }
      .filter { (try? Data(contentsOf: $0)) != nil }
    #expect(files.count == 3)
    var random = SeededGenerator(seed: 31)
    for file in files {
      let bytes = try Data(contentsOf: file)
      for _ in 0..<70 {
        let (changed, place) = flipped(bytes, &random)
        try changed.write(to: file)
        let answer = try Verifiers.go(["tree", program.path("t"), key])
        #expect(answer.status != 0, "\(file.lastPathComponent), byte \(place) of \(bytes.count)")
      }
      try bytes.write(to: file)
    }
    #expect(try Verifiers.go(["tree", program.path("t"), key]).status == 0)
  }

  @Test func everyBitOfAProofIsFound() throws {
    let program = try LedgerCommands().recorded()
    try program.ecluse("ledger", "prove", "acme:big/training", "--ledger", "l", "--out", "x")
    let key = try #require(
      try program.ecluse("ledger", "show", "--ledger", "l").output.firstMatch(of: /log\.example\/acme\+\S+/))
    try Scratch.write(Array("log \(key.output)\nquorum none\n".utf8), to: program.path("trust"))
    #expect(try program.ecluse("verify", "x", "--policy", "trust").status == 0)
    let bytes = try Data(contentsOf: URL(filePath: program.path("x")))
    var random = SeededGenerator(seed: 32)
    for _ in 0..<60 {
      let (changed, place) = flipped(bytes, &random)
      try changed.write(to: URL(filePath: program.path("y")))
      let run = try program.ecluse("verify", "y", "--policy", "trust")
      #expect(run.status == 65 || run.status == 1, "byte \(place) of \(bytes.count): \(run.output)")
    }
  }

  /// The command says by its exit code what the audit finds.
  @Test func theCommandFindsTheBitsThatSaySomething() async throws {
    let program = try LedgerCommands().recorded()
    let file = URL(filePath: program.path("l/ledger.sqlite"))
    let bytes = try Data(contentsOf: file)
    let store = try SQLiteStore(folder: program.path("l"), mode: .readOnly)
    let leaf = try #require(try await store.leaves(6..<7).first)
    let body = try #require(try await store.openings(0..<UInt64.max, for: .holder).last?.bytes)
    for part in [leaf, body, Array("acme/activity/big/training".utf8)] {
      let place = try #require(bytes.range(of: Data(part)))
      for offset in [0, part.count / 2, part.count - 1] {
        var changed = bytes
        changed[place.lowerBound + offset] ^= 4
        try changed.write(to: file)
        chmod(file.path(), 0o600)
        for rest in ["-wal", "-shm"] { unlink(file.path() + rest) }
        let run = try program.ecluse("ledger", "fsck", "--ledger", "l")
        #expect(run.status == 1 || run.status == 65, "\(offset) of \(part.count): \(run.output)")
      }
    }
  }
}
