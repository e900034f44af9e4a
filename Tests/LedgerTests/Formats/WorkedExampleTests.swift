import Crypto
import Ledger
import Records
import Testing

/// A worked example that a verifier in Go accepted, byte for byte: five entries, one log, one witness.
@Suite struct WorkedExampleTests {
  static let checkpoint = """
    log.example/ecluse
    5
    h9UMXqS06cZqY1DcnPgMhWQabcLU6G++7tynUvpM20w=

    — log.example/ecluse NzLWGzG1z2WfaI/F0HICFiqMoG8P51XwOolm/gF+eLsKG2D8689BD9N00sAV5M2Psv4vUkKWtrmWsSHQcHoG2GsAZQY=
    — witness.example/w1 IDJKvgAAAABrSdIAZyLFQBCk/SetNNTKl4aKH+AvKzGtjDYF467M9Y4trh+wHsLdqKDtXhT7MESDLpg2C/B2DXUZprn9s5GczccSAA==

    """
  static let entries = (0..<5).map { Array("{\"n\":\($0)}".utf8) }

  private func digest(_ bytes: [UInt8]) -> String { Hex.encode(Array(SHA256.hash(data: bytes).prefix(8))) }

  private func tree() throws -> (grown: TreeGrowth.Grown, reader: TreeReader) {
    var growth = TreeGrowth()
    let grown = try growth.append(Self.entries.map { .leaf($0) })
    let bytes = try #require(grown.tiles.first?.bytes)
    return (grown, TreeReader(size: 5) { _ in bytes })
  }

  private func note() throws -> SignedNote {
    let text = try Checkpoint(origin: "log.example/ecluse", size: 5, root: tree().grown.root).text
    return try SignedNote(
      text: text,
      signatures: [Logs.log().signature(of: text), Logs.witness().cosignature(of: text, at: 1_800_000_000)])
  }

  @Test func keys() throws {
    #expect(
      try Logs.log().verifier().vkey
        == "log.example/ecluse+3732d61b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
    #expect(
      try Logs.witness().verifier(.cosignature).vkey
        == "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X")
  }

  @Test func checkpoint() throws {
    let bytes = try note().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == Self.checkpoint)
    #expect(bytes.count == 311 && digest(bytes) == "895af10c35851d88")
  }

  @Test func tiles() throws {
    let grown = try tree().grown
    #expect(grown.tiles.map(\.tile.path) == ["tile/0/000.p/5"])
    #expect(digest(grown.tiles[0].bytes) == "340cfbe75d95eb36")
    #expect(digest(try EntryBundle.encode(Self.entries)) == "646834478ef4ccb7")
    #expect(Tile.all(size: 5).map(\.path) == ["tile/0/000.p/5", "tile/entries/000.p/5"])
  }

  @Test func receipt() throws {
    let proof = try tree().reader.inclusionProof(of: 3)
    #expect(proof.hashes.map { String($0.base64.prefix(8)) } == ["PR3ndt8I", "O63IBTfw", "Z8vzSda0"])
    let file = try ProofFile(index: 3, hashes: proof.hashes, note: note())
    #expect(file.bytes.count == 478 && digest(file.bytes) == "b832ed14ecc7babf")
    let policy = try TrustPolicy(
      Array(
        """
        log \(Logs.log().verifier().vkey)
        witness w1 \(Logs.witness().verifier(.cosignature).vkey)
        quorum w1

        """.utf8), file: "policy")
    let accepted = try ProofFile(file.bytes, file: "a.tlog-proof").verify(
      leaf: .leaf(Self.entries[3]), by: policy)
    #expect(accepted.checkpoint.size == 5 && accepted.seen.map(\.time) == [1_800_000_000])
  }

  @Test func consistency() throws {
    let (grown, reader) = try tree()
    let proof = try reader.consistencyProof(from: 3)
    #expect(
      proof.hashes.map { String($0.base64.prefix(8)) } == ["PR3ndt8I", "10otHyrx", "O63IBTfw", "Z8vzSda0"])
    var growth = TreeGrowth()
    let before = try growth.append(Self.entries.prefix(3).map { .leaf($0) }).root
    #expect(before.base64 == "LP73YnWX4AtWSXV3Stco7yEHBnWfym1kE4xt/By/LNo=")
    try proof.verify(oldRoot: before, newRoot: grown.root)
  }
}
