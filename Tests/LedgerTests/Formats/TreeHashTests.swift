import Ledger
import Testing

@Suite struct TreeHashTests {
  /// The leaves and the roots of the trees of 1 to 8 of them that the tests of other logs use.
  static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
  ]
  static let roots = [
    "6e340b9cffb37a98", "fac54203e7cc696c", "aeb6bcfe274b70a1", "d37ee418976dd957", "4e3bbb1f7b478dcf",
    "76e67dadbcdf1e10", "ddb89be403809e32", "5dc9da79a70659a9",
  ]

  @Test func referenceRoots() throws {
    var growth = TreeGrowth()
    for (leaf, root) in zip(Self.leaves, Self.roots) {
      let entry = try #require(Hex.decode(leaf.utf8))
      let grown = try growth.append([.leaf(entry)])
      #expect(grown.root.hex.hasPrefix(root))
    }
  }

  @Test func theEmptyTree() {
    #expect(TreeHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(TreeGrowth().root == .empty)
  }

  @Test func leafAndNodeAreApart() throws {
    let (left, right) = (TreeHash.leaf([1]), TreeHash.leaf([2]))
    #expect(TreeHash.leaf(left.bytes + right.bytes) != .node(left, right))
    #expect(TreeHash.node(left, right) != .node(right, left))
    let long = [UInt8](repeating: 7, count: 100_000)
    #expect(TreeHash.leaf(([9] + long).dropFirst()) == .leaf(long))
  }

  @Test func bytesComeBack() throws {
    let hash = TreeHash.leaf([3])
    #expect(hash.bytes.count == 32 && TreeHash(hash.bytes) == hash && TreeHash(hash.bytes[...]) == hash)
    #expect(Base64.decode(Array(hash.base64.utf8)[...]) == hash.bytes)
    #expect(Hex.decode(hash.hex.utf8) == hash.bytes)
    #expect(TreeHash(hash.bytes.dropLast()) == nil && TreeHash(hash.bytes + [0]) == nil)
    #expect(TreeHash([UInt8]()) == nil)
    #expect(Set([hash, .empty, hash]).count == 2)
    #expect([hash, .empty].tileBytes == hash.bytes + TreeHash.empty.bytes)
  }

  @Test(arguments: ["0", "0G", "AB", "0x", " 0", "é"])
  func refusesOtherDigits(_ text: String) { #expect(Hex.decode(text.utf8) == nil) }

  /// Sizes and indexes have one spelling, and stay below 2^63.
  @Test func numbers() {
    for text in ["0", "7", "10", "9223372036854775807"] {
      #expect(LogNumber.read(Array(text.utf8)[...]).map { "\($0)" } == text)
    }
    for text in [
      "", "00", "05", "+5", "-1", "5 ", " 5", "5.0", "0x5", "1e3", "٣", "9223372036854775808",
      "18446744073709551616",
      "99999999999999999999", "10000000000000000000000000000000000000000",
    ] {
      #expect(LogNumber.read(Array(text.utf8)[...]) == nil, "\(text)")
    }
  }
}
