import Records
import TestSupport
import Testing

/// The canonical form of RFC 8785.
@Suite struct JSONTests {
  /// Section 3.2.3: members sorted by UTF-16 code units, so that U+1F600 comes before U+FB33.
  @Test func sortsByUTF16() {
    let object = JSON.object([
      "\u{20AC}": .string("Euro Sign"), "\r": .string("Carriage Return"),
      "\u{FB33}": .string("Hebrew Letter Dalet With Dagesh"), "1": .string("One"),
      "\u{1F600}": .string("Emoji: Grinning Face"), "\u{80}": .string("Control"),
      "\u{F6}": .string("Latin Small Letter O With Diaeresis"),
    ])
    #expect(
      object.canonical
        == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{F6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20AC}\":\"Euro Sign\",\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
    )
  }

  /// What was read is written canonically, in whatever order it was.
  @Test func treesAreWrittenTheSame() throws {
    let text =
      #"{"z":["1",{"b":"\n\"é\u0001","a":[]}],"é":{},"\uD83D\uDE00":"x","\uFB33":"y","a":"long enough to be kept on the heap"}"#
    let tree = try JSONReader.read(Array(text.utf8), file: "")
    var bytes: [UInt8] = []
    tree.writeCanonically(to: &bytes)
    #expect(bytes == tree.json.canonicalBytes)
    #expect(try JSONReader.read(bytes, file: "").json == tree.json)
  }

  /// Many keys are looked up, few compared: either way none stands twice.
  @Test(arguments: [1, 2, 15, 16, 17, 40]) func noKeyTwice(_ count: Int) throws {
    let members = (0..<count).map { "\"k\($0)\":\"\"" }
    #expect(
      try JSONReader.read(Array("{\(members.joined(separator: ","))}".utf8), file: "").entries?.count == count
    )
    for index in [0, count - 1] {
      let twice = "{\((members + ["\"k\(index)\":\"\""]).joined(separator: ","))}"
      #expect(throws: Problems.self) { try JSONReader.read(Array(twice.utf8), file: "") }
    }
  }

  /// Whatever range its signs are of.
  @Test func sortsAnyMembers() {
    let signs: [String] = [
      "a", "Z", "-", "é", "\u{7FF}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let names = Set(
        (0..<6).map { _ in (0..<3).map { _ in signs.randomElement(using: &random) ?? "" }.joined() })
      let sorted = names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
      #expect(
        JSON.object(Dictionary(uniqueKeysWithValues: names.map { ($0, .null) })).canonical
          == "{\(sorted.map { "\"\($0)\":null" }.joined(separator: ","))}")
    }
  }

  /// Section 3.2.2.2: the example of the specification.
  @Test func escapesTheLeast() {
    #expect(
      JSON.string("\u{20AC}$\u{0F}\u{0A}A'\u{42}\u{22}\u{5C}\\\"/").canonical
        == "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")
  }

  @Test func escapesEveryControlCharacter() {
    let short: [UInt32: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
    let hex = Array("0123456789abcdef")
    for code in 0..<0x20 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let expected = short[code] ?? "\\u00\(hex[Int(code >> 4)])\(hex[Int(code & 15)])"
      #expect(JSON.string(String(scalar)).canonical == "\"\(expected)\"")
    }
    #expect(JSON.string("\u{7F}\u{2028}é").canonical == "\"\u{7F}\u{2028}é\"")
  }

  @Test func hasNoSpaces() {
    let value = JSON.object([
      "b": .array([.int(1), .bool(true), .null, .bool(false)]), "a": .object([:]), "aa": .array([]),
      "c": .int(-9_007_199_254_740_991),
    ])
    #expect(value.canonical == #"{"a":{},"aa":[],"b":[1,true,null,false],"c":-9007199254740991}"#)
    #expect(JSON.strings(["x", "y"]).canonical == #"["x","y"]"#)
    #expect(JSON.optional(nil).canonical == "null" && JSON.optional("x").canonical == #""x""#)
  }

  /// What is written is read back, whatever the characters, and the order of insertion does not show.
  @Test func roundTrips() throws {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func text() -> String {
        var result = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          let limit: UInt32 = Bool.random(using: &random) ? 0x80 : 0x110000
          if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
            result.unicodeScalars.append(scalar)
          }
        }
        return result
      }
      var members: [String: JSON] = [:]
      for _ in 0..<5 { members[text()] = .array([.string(text()), .object([text(): .string(text())])]) }
      let written = JSON.object(members).canonical
      let read = try JSONReader.read(Array(written.utf8), file: "x.json")
      #expect(read.json.canonical == written, "seed \(seed)")
      var reversed: [String: JSON] = [:]
      for (key, value) in members.sorted(by: { $0.key > $1.key }) { reversed[key] = value }
      #expect(JSON.object(reversed).canonical == written, "seed \(seed)")
    }
  }
}
