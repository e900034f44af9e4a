import Crypto
import Foundation
import Ledger
import Measures
import Records
import Testing

/// Keys, trees and folders of logs for tests.
enum Logs {
  /// The key whose seed counts up from a byte, as in the worked example of the reference.
  static func signer(_ name: LogName, from first: UInt8) throws -> NoteSigner {
    let seed = (first..<first + 32).map { $0 }
    return try NoteSigner(name: name, key: Curve25519.Signing.PrivateKey(rawRepresentation: seed))
  }

  static let origin: LogName = "log.example/ecluse"
  static func log() throws -> NoteSigner { try signer(origin, from: 0) }
  static func witness() throws -> NoteSigner { try signer("witness.example/w1", from: 0x20) }

  /// Entries of many lengths, from none at all.
  static func entry(_ index: UInt64) -> [UInt8] {
    Array(String(repeating: "\(index)/", count: Int(index % 7)).utf8)
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// A whole log in memory: what TreeGrowth and EntryBundle write, and a checkpoint with a cosignature.
struct WrittenLog {
  var files: [String: [UInt8]] = [:]
  let size: UInt64
  let root: TreeHash
  let note: SignedNote

  /// - Parameter batch: how many entries are appended at once.
  init(size: UInt64, batch: Int = 1000, origin: LogName = Logs.origin) throws {
    var growth = TreeGrowth()
    var index: UInt64 = 0
    while index < size {
      let leaves = (index..<min(size, index + UInt64(batch))).map { TreeHash.leaf(Logs.entry($0)) }
      for written in try growth.append(leaves).tiles { files[written.tile.path] = written.bytes }
      index += UInt64(leaves.count)
    }
    // Narrower tiles of earlier batches may stay on a disk; what is served for this size is exactly this.
    let wanted = Tile.all(size: size)
    let paths = Set(wanted.map(\.path))
    files = files.filter { paths.contains($0.key) }
    for tile in wanted where tile.kind == .entries {
      let first = tile.index * 256
      files[tile.path] = try EntryBundle.encode((first..<first + UInt64(tile.width)).map(Logs.entry))
    }
    self.size = size
    root = growth.root
    let text = try Checkpoint(origin: origin, size: size, root: root).text
    note = try SignedNote(
      text: text,
      signatures: [
        Logs.signer(origin, from: 0).signature(of: text),
        Logs.witness().cosignature(of: text, at: 1_800_000_000),
      ])
    files["checkpoint"] = note.bytes
  }

  var reader: TreeReader { reader(size: size) }

  /// Reads as the log itself does: the tile that it has at that place, however wide.
  func reader(size: UInt64) -> TreeReader {
    let (files, all) = (files, self.size)
    return TreeReader(size: size) { tile in
      try #require(tile.cut(to: all).flatMap { files[$0.path] }, "no tile \(tile)")
    }
  }

  func write(to folder: URL) throws {
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}

/// The definitions of RFC 6962, word for word, for small trees.
enum Plain {
  static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
    guard leaves.count > 1 else { return leaves.first ?? .empty }
    let middle = leaves.startIndex + split(leaves.count)
    return .node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  static func path(_ index: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + split(leaves.count)
    return index < middle
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func subproof(_ old: Int, _ leaves: ArraySlice<TreeHash>, _ isWhole: Bool = true) -> [TreeHash] {
    guard old < leaves.endIndex else { return isWhole ? [] : [root(leaves)] }
    let middle = leaves.startIndex + split(leaves.count)
    return old <= middle
      ? subproof(old, leaves[..<middle], isWhole) + [root(leaves[middle...])]
      : subproof(old, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }
}

/// The code and the line of the first problem that a body throws; both languages say something of it.
func refusal(_ body: () throws -> Void) -> (code: String, line: Int)? {
  do {
    try body()
    return nil
  } catch let problems as Problems {
    guard let problem = problems.list.first else { return nil }
    #expect(problem.text(.en) != problem.text(.fr))
    #expect(!problem.text(.fr).contains(/\ [;!?:»]/), "\(problem.text(.fr))")
    #expect(!problem.text(.en).contains("{"), "\(problem.text(.en))")
    return (problem.code.rawValue, problem.mark?.line ?? 0)
  } catch {
    Issue.record("\(error)")
    return nil
  }
}
