import Foundation
import Ledger
import Records
import TestSupport
import Testing

/// What we write, programs on other people's packages accept; what those write, we accept. And neither accepts it changed.
@Suite struct InteropTests {
  static let sizes: [UInt64] = [1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000]

  private func keys() throws -> [String] {
    [try Logs.log().verifier().vkey, try Logs.witness().verifier(.cosignature).vkey]
  }

  @Test(arguments: sizes)
  func ourLogsAreVerified(_ size: UInt64) throws {
    try Verifiers.withFolder { folder in
      let log = try WrittenLog(size: size)
      try log.write(to: folder)
      let go = try Verifiers.go(["tree", folder.path()] + keys())
      #expect(go.status == 0 && go.output.hasPrefix("\(size) entries, "), "\(go)")
      let python = try Verifiers.python(["tree", folder.path()])
      #expect(python.lines == ["\(size) entries, root \(log.root.base64)"], "\(python)")
      let note = try Verifiers.python(["note", folder.appending(path: "checkpoint").path()] + keys())
      #expect(
        note.lines == ["signed by log.example/ecluse", "signed by witness.example/w1 at 1800000000"],
        "\(note)")
      for index in Set([0, size / 2, size - 1]) {
        let proof = try ProofFile(
          index: index, hashes: log.reader.inclusionProof(of: index).hashes, note: log.note, extra: [1])
        let files = (folder.appending(path: "a.tlog-proof"), folder.appending(path: "entry"))
        try Data(proof.bytes).write(to: files.0)
        try Data(Logs.entry(index)).write(to: files.1)
        let answer = try Verifiers.go(["proof", files.0.path(), files.1.path()] + keys())
        #expect(answer.lines == ["entry \(index) of \(size) of log.example/ecluse"], "\(answer)")
        try Data(Logs.entry(index) + [0]).write(to: files.1)
        #expect(try Verifiers.go(["proof", files.0.path(), files.1.path()] + keys()).status == 1)
      }
    }
  }

  @Test(
    arguments: [(1, 2), (255, 257), (256, 65_537), (65_536, 70_000), (69_999, 70_000)] as [(UInt64, UInt64)])
  func ourConsistencyProofsAreVerified(_ old: UInt64, _ new: UInt64) throws {
    try Verifiers.withFolder { folder in
      let (before, after) = (try WrittenLog(size: old), try WrittenLog(size: new))
      let files = (folder.appending(path: "old").path(), folder.appending(path: "new").path())
      try Data(before.note.bytes).write(to: URL(filePath: files.0))
      try Data(after.note.bytes).write(to: URL(filePath: files.1))
      var hashes = try after.reader.consistencyProof(from: old).hashes.map(\.base64)
      #expect(try Verifiers.go(["consistency", files.0, files.1] + hashes).status == 0)
      hashes[0] = TreeHash.empty.base64
      #expect(try Verifiers.go(["consistency", files.0, files.1] + hashes).status == 1)
    }
  }

  /// One bit in any file of a log is noticed by both.
  @Test(arguments: [61] as [UInt64])
  func changedLogsAreRefused(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = try WrittenLog(size: 600)
    for _ in 0..<12 {
      try Verifiers.withFolder { folder in
        var changed = log
        let path = try #require(changed.files.keys.sorted().randomElement(using: &random))
        var bytes = try #require(changed.files[path])
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        changed.files[path] = bytes
        try changed.write(to: folder)
        let answer = try Verifiers.go(["tree", folder.path()] + keys())
        #expect(answer.status == 1, "seed \(seed): \(path) at \(index): \(answer)")
      }
    }
  }

  /// Logs that the program in Go made: every byte of a tile is ours, and its checkpoint and receipts hold.
  @Test(arguments: sizes)
  func logsOfOthersAreRead(_ size: UInt64) throws {
    try Verifiers.withFolder { folder in
      let made = try Verifiers.go([
        "make-tree", folder.path(), "\(size)", "log.example/go", "witness.example/go",
      ])
      #expect(made.status == 0 && made.lines.count == 2, "\(made)")
      let policy = try TrustPolicy(
        Array("log \(made.lines[0])\nwitness w \(made.lines[1])\nquorum w\n".utf8), file: "policy")
      func file(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
      }
      let accepted = try policy.check(SignedNote(file("checkpoint"), file: "checkpoint"))
      #expect(accepted.checkpoint.size == size && accepted.seen.map(\.time) == [1_800_000_000])
      var growth = TreeGrowth()
      var leaves: [TreeHash] = []
      for tile in Tile.all(size: size) where tile.kind == .entries {
        let bytes = try file(tile.path)
        for range in try EntryBundle.ranges(bytes, width: tile.width, file: tile.path) {
          leaves.append(.leaf(bytes[range]))
        }
      }
      let grown = try growth.append(leaves)
      #expect(grown.root == accepted.checkpoint.root)
      for written in grown.tiles { #expect(try file(written.tile.path) == written.bytes, "\(written.tile)") }
      try receipts(of: size, in: folder, leaves, policy)
    }
  }

  private func receipts(of size: UInt64, in folder: URL, _ leaves: [TreeHash], _ policy: TrustPolicy) throws {
    var random = SeededGenerator(seed: size)
    for index in Set([0, size / 3, size - 1]) {
      let path = folder.appending(path: "\(index).tlog-proof")
      #expect(try Verifiers.go(["make-proof", folder.path(), "\(index)", path.path()]).status == 0)
      let bytes = Array(try Data(contentsOf: path))
      let proof = try ProofFile(bytes, file: "a.tlog-proof")
      #expect(proof.index == index && proof.bytes == bytes)
      #expect(try proof.verify(leaf: leaves[Int(index)], by: policy).checkpoint.size == size)
      for _ in 0..<40 {
        var changed = bytes
        changed[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        let refused = refusal {
          _ = try ProofFile(changed, file: "p").verify(leaf: leaves[Int(index)], by: policy)
        }
        #expect(refused != nil, "seed \(size)")
      }
    }
  }

  @Test(arguments: ["one line\n", "two\nlines\n", "\n", "a\n\n— b AAAAAAA=\n", "é 水\n", "a\n\n\n\n"])
  func notesGoBothWays(_ text: String) throws {
    try Verifiers.withFolder { folder in
      let (note, file) = (folder.appending(path: "note"), folder.appending(path: "text"))
      try Data(text.utf8).write(to: file)
      let made = try Verifiers.go(["make-note", note.path(), file.path(), "a.example", "b.example/é"])
      #expect(made.status == 0, "\(made)")
      let verifiers = try made.lines.map { try NoteVerifier(vkey: $0) }
      let bytes = Array(try Data(contentsOf: note))
      let read = try SignedNote(bytes, file: "note")
      #expect(read.bytes == bytes && read.text == Array(text.utf8))
      #expect(try read.verified(by: verifiers).map(\.verifier) == verifiers)
      var random = SeededGenerator(seed: 71)
      for _ in 0..<200 {
        var changed = bytes
        changed[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        let found = try? SignedNote(changed, file: "note").verified(by: verifiers)
        // A changed name is that of an unknown key, and the other signature still holds.
        #expect(found?.count != 2, "\(String(decoding: changed, as: UTF8.self))")
      }

      let ours = try SignedNote.signed(Array(text.utf8), by: [Logs.log()])
      try Data(ours.bytes).write(to: note)
      let key = try Logs.log().verifier().vkey
      #expect(try Verifiers.go(["note", note.path(), key]).lines == ["signed by log.example/ecluse"])
      #expect(try Verifiers.python(["note", note.path(), key]).lines == ["signed by log.example/ecluse"])
      var wrong = ours.bytes
      wrong[wrong.count - 4] = wrong[wrong.count - 4] == 0x41 ? 0x42 : 0x41
      try Data(wrong).write(to: note)
      #expect(try Verifiers.go(["note", note.path(), key]).status == 1)
      #expect(try Verifiers.python(["note", note.path(), key]).status == 1)
    }
  }

  /// The root of any entries, by hashlib and by pymerkle.
  @Test(arguments: [0, 1, 2, 3, 5, 8, 100, 1000])
  func rootsOfFiles(_ count: Int) throws {
    try Verifiers.withFolder { folder in
      let entries = (0..<count).map { Logs.entry(UInt64($0)) }
      let file = folder.appending(path: "leaves")
      try Data(entries.map { Hex.encode($0) + "\n" }.joined().utf8).write(to: file)
      var growth = TreeGrowth()
      let root = try growth.append(entries.map { .leaf($0) }).root
      let answer = try Verifiers.python(["root", file.path()])
      #expect(answer.lines == [root.hex], "\(answer)")
    }
  }
}
