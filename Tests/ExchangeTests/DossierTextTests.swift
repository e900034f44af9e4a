import Exchange
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@Suite struct DossierTextTests {
  // MARK: What is written is read back

  /// Any tree of texts, whatever signs are in it, comes back from the reader of YAML as it was.
  @Test(arguments: 0..<40) func anyTreeComesBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let records = (0..<20).map { index in
      WrittenRecord(
        "artifact", "thing-\(index)",
        (0..<Int.random(in: 0...6, using: &random)).map { field in
          WrittenField(
            "field-\(field)", Self.value(&random, depth: 0),
            comment: Bool.random(using: &random) ? "a\n# b: c" : nil)
        }, comments: ["- not: a record", "\u{202E}\t\r"])
    }
    let text = DossierText(
      namespace: "acme", title: Bilingual(en: "A: \"b\"", fr: "« A »\u{A0}: b"), comments: ["x", ""],
      records: records)
    let tree: Node
    do { tree = try YAMLReader.read(text.yaml, file: "a.yaml") } catch {
      Issue.record("seed \(seed): \(error.list.map { $0.text(.en) })\n\(text.yaml)")
      return
    }
    let isSame = tree.json == text.tree(file: "a.yaml").json
    #expect(isSame, "seed \(seed): \(Self.difference(tree, text.tree(file: "a.yaml")) ?? "")")
  }

  /// The first place where two trees differ.
  private static func difference(_ left: Node, _ right: Node) -> String? {
    switch (left.content, right.content) {
    case (.scalar(let one), .scalar(let other)):
      return one == other ? nil : "\(one.debugDescription) \(other.debugDescription)"
    case (.list(let one), .list(let other)) where one.count == other.count:
      return zip(one, other).lazy.compactMap { difference($0, $1) }.first
    case (.map(let one), .map(let other)) where one.map(\.key) == other.map(\.key):
      return zip(one, other).lazy.compactMap { difference($0.value, $1.value) }.first
    default: return "\(left.json.canonical) \(right.json.canonical)"
    }
  }

  private static let pieces = [
    "a", "null", "~", "yes", "1e25", "- ", ": ", " #", "#", "\n", "\t", "  ", "\"", "'", "\\", "{", "}", "[",
    "]", ",", "&a",
    "*a", "!", "|", ">", "%", "@", "`", "é", "—", "\u{A0}", "\u{202F}", "\u{85}", "\u{2028}", "\u{1}",
    "\u{7F}", "\r\n",
    "😀", "\u{10FFFF}", "\u{FFFE}", "<<", "---", "...", "?", "x ", " y", "longword",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...(Bool.random(using: &random) ? 4 : 60), using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> WrittenValue {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 2), using: &random) {
    case 0: return .plain(text(&random))
    case 1: return .text(text(&random))
    case 2: return .text(Array(repeating: "word", count: 40).joined(separator: " "))
    case 3, 4:
      return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      return .group(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          let comment = Int.random(in: 0..<8, using: &random) == 0 ? "remark" : nil
          return WrittenField("\(index)\(text(&random))", value(&random, depth: depth + 1), comment: comment)
        })
    }
  }

  /// A record of every kind, with every field that it may have, comes back through the strict reader as the same record.
  @Test(arguments: Kinds.all.map(\.name)) func everyKindComesBack(_ name: String) throws {
    let kind = try #require(Kinds.named(name))
    let draft = try MarkedDraft.of(kind)
    let text = DossierText(namespace: "acme", records: [WrittenRecord(draft, in: "acme")])
    let tree = try TextFile.tree(Array(text.yaml.utf8), named: "a.yaml")
    let reading = RecordReader.reading(
      [tree], places: try Dossier.places(), known: [GlobalID](), keepsDrafts: true)
    let unread = reading.problems.filter { $0.code != .contradiction && $0.code != .revisionGap }
    #expect(unread.isEmpty, "\(unread.map { $0.text(.en) })\n\(text.yaml)")
    #expect(reading.drafts.first?.fields == draft.fields, "\(text.yaml)")
  }

  // MARK: It looks as we write

  @Test func itLooksAsWeWrite() {
    let text = DossierText(
      namespace: "acme", comments: ["What this is."],
      records: [
        WrittenRecord("party", "acme", [.text("name", "Acme"), .plain("seat", "FR")]),
        WrittenRecord(
          "activity", "m/training",
          [
            .plain("kind", "fine-tuning"),
            WrittenField(
              "uses",
              .list([.group([.plain("artifact", "public:llama-3.1-405b"), .plain("as", "base-weights")])])),
            .words("complete", ["uses"]),
            WrittenField(
              "compute",
              .list([
                .group([
                  .plain("method", "reported"), .plain("value", "3.8e25 FLOP"),
                  .plain("book", "approximation"),
                  .text(
                    "source", "a source that is long enough to need a line of its own, said in many words"),
                ])
              ])),
            .text(
              "note", Array(repeating: "words of people", count: 12).joined(separator: " "),
              comment: "Look again."),
          ], comments: ["A conflict."]),
      ])
    #expect(
      text.yaml == """
        # What this is.
        - dossier: acme
        - party: acme
          name: "Acme"
          seat: FR
        # A conflict.
        - activity: m/training
          kind: fine-tuning
          uses: [{ artifact: public:llama-3.1-405b, as: base-weights }]
          complete: [uses]
          compute:
            - { method: reported, value: 3.8e25 FLOP, book: approximation,
                source: "a source that is long enough to need a line of its own, said in many words" }
          # Look again.
          note: >-
            words of people words of people words of people words of people words of people words of people words of people
            words of people words of people words of people words of people words of people

        """)
  }

  /// Lines are broken where they can be: no line of a real dossier is longer than those that people write.
  @Test func linesFit() throws {
    for name in ["parties", "models-a"] {
      let path = "PublicRecord/\(name).yaml"
      let reading = RecordReader.reading(
        [try ShippedTexts.tree(path)], places: try Dossier.places(), known: [GlobalID](),
        isPublicRecord: true, isWhole: false,
        keepsDrafts: true)
      let text = DossierText(
        namespace: "public", records: reading.drafts.map { WrittenRecord($0, in: "public") }
      ).yaml
      #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 120 })
      let again = RecordReader.reading(
        [try TextFile.tree(Array(text.utf8), named: path)], places: try Dossier.places(), known: [GlobalID](),
        isPublicRecord: true, isWhole: false, keepsDrafts: true)
      #expect(again.drafts == reading.drafts && !again.drafts.isEmpty)
    }
  }
}
