import Ledger
import Records
import Testing

@Suite struct CheckpointTests {
  static let root = "h9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w="

  @Test(arguments: [
    "log.example/a\n5\n\(root)\n", "Go sum database tree\n0\n\(root)\n", "a\n9223372036854775807\n\(root)\n",
    "journal à part\n1\n\(root)\next 1\n— not a signature\n", "a+b\n1\n\(root)\n x\n",
  ])
  func reads(_ text: String) throws {
    let checkpoint = try Checkpoint(Array(text.utf8), file: "c")
    #expect(checkpoint.text == Array(text.utf8))
    #expect(checkpoint.root.base64 == Self.root)
    #expect(checkpoint.extensions.count == text.split(separator: "\n").count - 3)
    let again = try Checkpoint(
      origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root,
      extensions: checkpoint.extensions)
    #expect(again == checkpoint)
  }

  @Test(arguments: [
    ("", 1), ("a\n", 1), ("a\n5\n", 2), ("\n5\n\(root)\n", 1), ("a\n05\n\(root)\n", 2),
    ("a\n+5\n\(root)\n", 2),
    ("a\n-1\n\(root)\n", 2), ("a\n5 \n\(root)\n", 2), ("a\n 5\n\(root)\n", 2), ("a\n5.0\n\(root)\n", 2),
    ("a\n0x5\n\(root)\n", 2), ("a\n18446744073709551616\n\(root)\n", 2),
    ("a\n9223372036854775808\n\(root)\n", 2),
    ("a\n٥\n\(root)\n", 2), ("a\n5\n\(root)", 3), ("a\n5\nh9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20x=\n", 3),
    ("a\n5\nh9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM2w==\n", 3), ("a\n5\n\(root)AAAA\n", 3),
    ("a\n5\n\(root) \n", 3),
    ("a \n5\n\(root)\n", 1), ("a\r\n5\r\n\(root)\r\n", 1), ("a\n5\n\(root)\n\n", 4),
    ("a\n5\n\(root)\next \n", 4),
    ("a\n5\n\(root)\nb", 4), ("a\tb\n5\n\(root)\n", 1), ("a\n5\n\n\(root)\n", 3),
  ])
  func refusesOtherForms(_ text: String, _ line: Int) {
    let refused = refusal { _ = try Checkpoint(Array(text.utf8), file: "c") }
    #expect(refused?.code == "bad-checkpoint")
    #expect(refused?.line == line, "\(text)")
  }

  @Test func namesCannotBringLines() {
    #expect(refusal { _ = try Checkpoint(origin: "a\n7", size: 1, root: .empty) }?.code == "bad-checkpoint")
    #expect(refusal { _ = try Checkpoint(origin: "", size: 1, root: .empty) }?.code == "bad-checkpoint")
    #expect(refusal { _ = try Checkpoint(origin: "a", size: .max, root: .empty) }?.code == "bad-checkpoint")
    let two = refusal { _ = try Checkpoint(origin: "a", size: 1, root: .empty, extensions: ["b\nc"]) }
    #expect(two?.code == "bad-checkpoint")
    #expect(
      refusal { _ = try Checkpoint(origin: "a", size: 1, root: .empty, extensions: [""]) }?.code
        == "bad-checkpoint")
  }
}
