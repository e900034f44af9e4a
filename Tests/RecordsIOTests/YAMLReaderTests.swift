import Records
import RecordsIO
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws -> Node { try YAMLReader.read(text, file: "x.yaml") }

  /// `NO` is Norway and `1e25` is text: a schema reads scalars, never the implicit types of YAML.
  @Test(arguments: [
    "NO", "yes", "off", "true", "null", "~", "1e25", "0x10", "0o7", "1_000", "007", "3.80", ".inf",
    "2026-11-21",
    "12:30:45", "1025", "+5", "-0", "=",
  ])
  func scalarsStayText(_ text: String) throws {
    #expect(try read("- \(text)").elements?.map(\.text) == [text])
    #expect(try read("key: \(text)")["key"]?.text == text)
    #expect(try read("\"\(text)\"").text == text)
  }

  /// Keys are text as well: written two ways it is one key.
  @Test(arguments: ["1: a\n\"1\": b", "no: a\n'no': b", "a: 1\na: 2"])
  func sameKeyTwiceIsRefused(_ text: String) { #expect(throws: Problems.self) { try read(text) } }

  @Test func anEmptyValueIsAnEmptyText() throws { #expect(try read("key:")["key"]?.text == "") }

  @Test func marksLinesAndColumns() throws {
    let node = try read("# comment\n- a: 1\n  b:\n    - x\n\n    - y\n- c: { d: z }\n")
    let first = try #require(node.elements?.first)
    #expect(node.mark.line == 2 && first.mark == Mark(file: "x.yaml", line: 2, column: 3))
    #expect(
      first.entries?.map(\.mark) == [
        Mark(file: "x.yaml", line: 2, column: 3), Mark(file: "x.yaml", line: 3, column: 3),
      ])
    #expect(first["b"]?.elements?.map(\.mark.line) == [4, 6])
    #expect(node.elements?.last?["c"]?["d"]?.mark == Mark(file: "x.yaml", line: 7, column: 11))
  }

  @Test func entriesKeepTheirOrder() throws {
    #expect(try read("{ z: 1, a: 2, m: 3 }").entries?.map(\.key) == ["z", "a", "m"])
  }

  @Test func nothingIsAnEmptyList() throws {
    for text in ["", "# only a comment\n", "---\n...\n"] {
      #expect(try read(text).elements?.count ?? 0 == 0, "\(text)")
    }
  }

  @Test func aliasesStandForTheirAnchors() throws {
    let node = try read("- &a { x: [1, 2] }\n- *a\n")
    #expect(node.elements?.map(\.json.canonical) == [#"{"x":["1","2"]}"#, #"{"x":["1","2"]}"#])
  }

  /// No more nodes than the text has bytes.
  @Test func aliasesHaveABudget() throws {
    let anchor = "- &a [" + Array(repeating: "x", count: 10).joined(separator: ",") + "]\n"
    func aliases(_ count: Int) -> String { anchor + String(repeating: "- *a\n", count: count) }
    // Each alias costs eleven nodes and five bytes: a few fit, many do not.
    #expect(try read(aliases(1)).elements?.count == 2)
    #expect { try read(aliases(50)) } throws: { error in (error as? Problems)?.list.map(\.code) == [.tooLarge]
    }
  }

  @Test func boundsTheDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    }
    #expect(try read(nested(63)).elements?.count == 1)
    #expect { try read(nested(64)) } throws: { error in (error as? Problems)?.list.map(\.code) == [.tooLarge]
    }
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", 1), ("a: [1\nb: 2\n", 2), ("? [a]\n: b\n", 1), ("? { a: b }\n: c\n", 1),
    ("- *nothing\n", 1),
    ("a: b: c\n", 1), ("x: 1\n---\ny: 2\n", 3), ("a: \"b\n", 2), ("\ta: b\n", 1),
  ])
  func mistakes(_ text: String, _ line: Int) {
    #expect { try read(text) } throws: { error in
      let problems = (error as? Problems)?.list ?? []
      return problems.map(\.code) == [.syntax] && problems.map { $0.mark?.line } == [line]
    }
  }

  /// What a merge key would bring is not merged: it is a field that no kind has.
  @Test func mergeKeysAreNotMerged() throws {
    let node = try read("- &a { x: y }\n- { <<: *a, z: w }\n")
    #expect(node.elements?.last?.entries?.map(\.key) == ["<<", "z"])
  }
}
