import Ledger
import Measures
import Records
import Testing

@Suite struct EntryBundleTests {
  @Test func comesBack() throws {
    for entries in [
      [[]], [[1]], [[], [1, 2], []], (0..<256).map { [UInt8](repeating: UInt8($0), count: $0) },
    ] {
      let bytes = try EntryBundle.encode(entries)
      #expect(bytes.count == entries.reduce(0) { $0 + $1.count + 2 })
      #expect(try EntryBundle.decode(bytes, width: entries.count, file: "b") == entries)
    }
  }

  @Test func theLimitIsThatOfTwoBytes() throws {
    for count in [0, 1, 65_535] {
      let entry = [UInt8](repeating: 5, count: count)
      #expect(try EntryBundle.decode(EntryBundle.encode([entry]), width: 1, file: "b") == [entry])
    }
    let large = [UInt8](repeating: 5, count: 65_536)
    #expect(refusal { try EntryBundle.check(large) }?.code == "too-large")
    #expect(refusal { _ = try EntryBundle.encode([[], large]) }?.code == "too-large")
    do {
      try EntryBundle.check(large)
      Issue.record("accepted")
    } catch {
      let text = error.list[0].text(.en)
      #expect(text.contains("65\u{202F}536") && text.contains("65\u{202F}535"), "\(text)")
    }
  }

  /// The length 8,075 is written 1f 8b, as gzip begins: nothing may be guessed from the first bytes.
  @Test func aBundleMayBeginAsGzipDoes() throws {
    let entry = [UInt8](repeating: 0x61, count: 8075)
    let bytes = try EntryBundle.encode([entry, [2]])
    #expect(bytes.prefix(2) == [0x1F, 0x8B])
    #expect(try EntryBundle.decode(bytes, width: 2, file: "b") == [entry, [2]])
  }

  @Test func countsOfEntries() {
    #expect(refusal { _ = try EntryBundle.encode([]) }?.code == "bad-tile")
    #expect(refusal { _ = try EntryBundle.encode(Array(repeating: [], count: 257)) }?.code == "bad-tile")
  }

  @Test(
    arguments: [
      ([], 1), ([0], 1), ([0, 1], 1), ([0, 2, 7], 1), ([0xFF, 0xFF, 1], 1), ([0, 0, 0], 1),
      ([0, 0, 0, 0], 1),
      ([0, 0], 2), ([0, 0], 0), ([0, 0], -1), ([0, 1, 5, 0], 1),
    ] as [([UInt8], Int)])
  func refusesOtherForms(_ bytes: [UInt8], _ width: Int) {
    #expect(refusal { _ = try EntryBundle.decode(bytes, width: width, file: "b") }?.code == "bad-tile")
  }
}
