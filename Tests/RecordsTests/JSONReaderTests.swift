import Records
import Testing

/// RFC 8259, strictly.
@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> Node { try JSONReader.read(Array(text.utf8), file: "x.json") }

  @Test(arguments: [
    ("{}", "{}"), (" [ ] ", "[]"),
    (#"{"a":[1,-0.5e+3,true,false,"x"]}"#, #"{"a":["1","-0.5e+3","true","false","x"]}"#),
    ("0", #""0""#), ("-0", #""-0""#), ("1E5", #""1E5""#), ("\t\r\n1 ", #""1""#),
    (#""\"\\\/\b\f\n\r\t\u0041\u00e9""#, #""\"\\/\b\f\n\r\tAé""#), (#""\ud83d\ude00""#, #""😀""#),
    (#""\uD83D\uDE00é""#, #""😀é""#), (#""\u0000""#, #""\u0000""#),
  ])
  func reads(_ text: String, _ expected: String) throws { #expect(try read(text).json.canonical == expected) }

  @Test(arguments: [
    "", "  ", "[1,]", #"{"a":1,}"#, #"{"a":1 "b":2}"#, "{a:1}", "{'a':1}", "[1 2]", "[,1]", "[", "{",
    #"{"a""#, #"{"a":"#,
    #"{"a"}"#, #"{"a":1"#, "01", "1.", ".5", "+1", "-", "1e", "0x10", "--1", "NaN", "Infinity", "-Infinity",
    "null",
    "[null]", "tru", "True", "yes", "x", #""\x41""#, #""\u12g4""#, #""\u12"#, #""\ud800""#, #""\ud800x""#,
    #""\ud800\u0041""#, #""\udc00""#, #""\ud800\ud800""#, "\"a\nb\"", "\"a\tb\"", "\"a\u{1}b\"", #""a"#,
    #""a\"#,
    #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "[] []", "{}x", "1 2", "// x\n1", "[1] // x", "\u{FEFF}{}",
    "[1]\u{0}",
    "[\u{A0}1]", "]", "}", ":", ",",
  ])
  func refuses(_ text: String) {
    #expect { try read(text) } throws: { error in (error as? Problems)?.list.map(\.code) == [.syntax] }
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]]
  )
  func refusesBrokenUTF8(_ bytes: [UInt8]) {
    #expect { try JSONReader.read([0x22] + bytes + [0x22], file: "x.json") } throws: { error in
      (error as? Problems)?.list.map(\.code) == [.syntax]
    }
  }

  @Test func boundsTheDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try read(nested(64)).elements?.count == 1)
    #expect(throws: Problems.self) { try read(nested(65)) }
    #expect(throws: Problems.self) { try read(nested(200_000)) }
  }

  @Test func marksLinesAndColumns() throws {
    let node = try read("{\n  \"a\": 1,\n  \"b\": [\n    2 ]\n}")
    let entries = try #require(node.entries)
    #expect(
      entries.map(\.mark) == [
        Mark(file: "x.json", line: 2, column: 3), Mark(file: "x.json", line: 3, column: 3),
      ])
    #expect(node["a"]?.mark == Mark(file: "x.json", line: 2, column: 8))
    #expect(node["b"]?.elements?.map(\.mark) == [Mark(file: "x.json", line: 4, column: 5)])
    #expect { try read("{\n\"a\": 1,\n  x}") } throws: { error in
      (error as? Problems)?.list.map(\.mark) == [Mark(file: "x.json", line: 3, column: 3)]
    }
  }
}
